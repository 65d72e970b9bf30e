"""Promo codes: what they take off, and who may still use them."""

from datetime import UTC, datetime
from uuid import UUID

from tortoise.expressions import F

from bot.errors import Invalid
from bot.pasted.lines import tidy_token
from db.orders import Order
from db.promos import PromoCode, PromoUse
from db.users import User


def tidy_code(code: str) -> str:
    return tidy_token(code).upper()[:24]


async def find_promo(user: User, code: str, goods_uzs: int) -> PromoCode:
    """A code that holds for this person and this cart. Raises Invalid with the reason."""
    promo = await PromoCode.get_or_none(code=tidy_code(code), is_active=True)
    now = datetime.now(UTC)
    if promo is None or (promo.starts_at and promo.starts_at > now):
        raise Invalid("shop-promo-unknown")
    if (promo.ends_at and promo.ends_at <= now) or promo.uses_left == 0:
        raise Invalid("shop-promo-over")
    if goods_uzs < promo.least_uzs:
        raise Invalid("shop-promo-least", least=promo.least_uzs)
    used = await PromoUse.filter(promo_id=promo.id, user_id=user.id, released_at=None).count()
    if used >= promo.per_user:
        raise Invalid("shop-promo-used")
    return promo


def discount_of(promo: PromoCode, goods_uzs: int) -> int:
    """Whole so'm off the goods: a percentage is rounded down, and nothing ever costs less than nothing."""
    return min(goods_uzs, goods_uzs * promo.percent // 100 if promo.percent else promo.amount_uzs)


async def use_promo(promo: PromoCode, user: User, order: Order) -> None:
    """Takes one use, in the caller's transaction, the code's row locked. Raises Invalid when it was the last."""
    locked = await PromoCode.select_for_update().get(id=promo.id)
    await find_promo(user, locked.code, order.goods_uzs)
    await PromoCode.filter(id=promo.id).exclude(uses_left=None).update(uses_left=F("uses_left") - 1)
    await PromoUse.create(promo=promo, user=user, order=order)


async def release_promo(order_id: UUID) -> None:
    """Gives a use back when its order came to nothing, in the caller's transaction."""
    use = await PromoUse.get_or_none(order_id=order_id, released_at=None)
    if use is None:
        return
    if await PromoUse.filter(id=use.id, released_at=None).update(released_at=datetime.now(UTC)):
        await PromoCode.filter(id=use.promo_id).exclude(uses_left=None).update(uses_left=F("uses_left") + 1)
