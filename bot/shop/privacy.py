"""What is kept of a buyer: the cart; codes that were used and goods that were held stay with the books."""

from typing import Any

from tortoise.models import Model

from bot.services import Services
from db.carts import Cart, CartItem
from db.plain import plain_row
from db.promos import PromoUse
from db.stock import Reservation
from db.users import User

KEEPS: tuple[type[Model], ...] = (Cart, CartItem, PromoUse, Reservation)


async def forget(services: Services, user: User) -> None:
    await Cart.filter(user_id=user.id).delete()  # its lines go with it


async def export(services: Services, user: User) -> dict[str, Any]:
    return {"cart": await _cart(user), "promo_codes": await _codes(user), "held": await _holds(user)}


async def _cart(user: User) -> dict[str, Any]:
    cart = await Cart.get_or_none(user_id=user.id)
    items = CartItem.filter(cart__user_id=user.id).select_related("variant", "poster").order_by("created_at")
    lines = [
        {"sku": item.variant.sku, "poster": item.poster.code if item.poster else None, **plain_row(item, "quantity")}
        for item in await items
    ]
    return {"promo_code": cart.promo_code if cart else "", "lines": lines}


async def _codes(user: User) -> list[dict[str, Any]]:
    uses = PromoUse.filter(user_id=user.id).select_related("promo", "order").order_by("created_at")
    return [
        {"code": use.promo.code, "order": use.order.number, **plain_row(use, "created_at", "released_at")}
        for use in await uses
    ]


async def _holds(user: User) -> list[dict[str, Any]]:
    holds = Reservation.filter(order__user_id=user.id).select_related("order", "variant").order_by("created_at")
    return [
        {"order": hold.order.number, "sku": hold.variant.sku, **plain_row(hold, "quantity", "status", "created_at")}
        for hold in await holds
    ]
