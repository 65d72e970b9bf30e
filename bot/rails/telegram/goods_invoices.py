"""Goods in an invoice of the chat: so'm through a Telegram provider token, line by line, shipping where it is open."""

import json
from typing import Any

from aiogram.types import LabeledPrice, OrderInfo, ShippingAddress, ShippingOption

from bot.adapters.carriers import Place
from bot.errors import Conflict, Invalid, Unavailable
from bot.i18n import LANGUAGES, text
from bot.merchants import provider_token
from bot.money.fiscal import FiscalLine, lines_of
from bot.parcels.deliveries import choose_delivery
from bot.parcels.desk import open_carrier, open_carriers
from bot.rails.payme.fiscal import payme_detail
from bot.services import Services
from db.deliveries import Delivery
from db.orders import Order

CURRENCY = "UZS"
_EXPONENT = 100  # Telegram's currencies.json: two digits after the point
_TITLE, _DESCRIPTION, _LABEL = 32, 255, 64
_MOST_POINTS = 5
_FLAT = ("courier", "pickup")  # a locker is chosen on our own map, before the invoice
_ELSEWHERE = "other"


def to_smallest(uzs: int) -> int:
    return uzs * _EXPONENT


def from_smallest(amount: int) -> int | None:
    """Whole so'm; None for an amount with a remainder."""
    return None if amount % _EXPONENT else amount // _EXPONENT


async def goods_fields(services: Services, order: Order) -> dict[str, Any]:
    """What sendInvoice and createInvoiceLink are told of an order for goods.

    Raises Unavailable where Telegram's provider is not offered.
    """
    token = provider_token(services.settings)
    if not token:
        raise Unavailable("ops-rail-closed")
    lines = await lines_of(services.settings, order)
    flexible = await is_flexible(order)
    prices = _prices(order, lines, flexible)
    fields: dict[str, Any] = {
        "title": text(order.language, "ops-invoice-title", number=order.number)[:_TITLE],
        "description": ", ".join(f"{line.title} × {line.quantity}" for line in lines)[:_DESCRIPTION],
        "payload": order.number,
        "currency": CURRENCY,
        "prices": prices,
        "provider_token": token,
        "provider_data": json.dumps(payme_detail(lines), ensure_ascii=False),
    }
    if flexible:
        wishes = ("need_name", "need_phone_number", "need_shipping_address", "is_flexible")
        fields |= dict.fromkeys(wishes, True)
    return fields


def _prices(order: Order, lines: list[FiscalLine], flexible: bool) -> list[LabeledPrice]:
    """Each line as it costs, the discount as a line of its own; together the order's total, without shipping where
    that is still to be chosen."""
    goods = lines[:-1] if order.delivery_uzs else lines
    prices = [_price(f"{line.title} × {line.quantity}", line.unit_uzs * line.quantity) for line in goods]
    discount = sum(line.discount_uzs for line in goods)
    if discount:
        prices.append(_price(text(order.language, "ops-invoice-discount"), -discount))
    if order.delivery_uzs and not flexible:
        prices.append(_price(text(order.language, "ops-line-delivery"), order.delivery_uzs))
    return prices


def _price(label: str, uzs: int) -> LabeledPrice:
    return LabeledPrice(label=label[:_LABEL], amount=to_smallest(uzs))


async def is_flexible(order: Order) -> bool:
    """Whether Telegram asks where it goes: nothing is chosen yet, or a courier without an address."""
    delivery = await Delivery.get_or_none(order_id=order.id)
    return delivery is None or (delivery.carrier == "courier" and not delivery.address)


async def shipping_options(
    services: Services, number: str, telegram_id: int, address: ShippingAddress, language: str
) -> list[ShippingOption]:
    """What Telegram offers for an address. Raises Conflict for an order that is not theirs, Invalid elsewhere."""
    order = await Order.get_or_none(number=number).select_related("user")
    if order is None or order.user.telegram_id != telegram_id:
        raise Conflict("payment-no-order")
    if address.country_code != "UZ":
        raise Invalid("ops-ship-only-uzbekistan")
    options = []
    for name in (name for name in open_carriers(services.settings) if name in _FLAT):
        for place in await _offered(services, name, address.city, language):
            title = text(language, f"ops-ship-{name}", place=place.name)
            price = _price(title, place.price_uzs)
            options.append(ShippingOption(id=f"{name}:{place.id}", title=title, prices=[price]))
    if not options:
        raise Invalid("delivery-carrier-closed")
    return options


async def _offered(services: Services, carrier: str, city: str, language: str) -> list[Place]:
    """The courier for this city, or every point of ours."""
    carrier_of = open_carrier(services.settings, carrier)
    if carrier == "pickup":
        return list(await carrier_of.places(language))[:_MOST_POINTS]
    for other in LANGUAGES:
        for place in await carrier_of.places(other):
            if place.name.casefold() == city.strip().casefold():
                return [await carrier_of.find_place(language, place.id)]
    return [await carrier_of.find_place(language, _ELSEWHERE)]


async def take_shipping(
    services: Services, number: str, telegram_id: int, option_id: str, info: OrderInfo | None
) -> Order:
    """The chosen option becomes the order's delivery, and its total follows, before anything is paid.

    Raises Invalid for an option nobody offered, Conflict when the order no longer waits, or is somebody else's.
    """
    order = await Order.get_or_none(number=number).select_related("user")
    if order is None or order.user.telegram_id != telegram_id:
        raise Conflict("payment-other-owner" if order else "payment-no-order")
    carrier, _, place_id = option_id.partition(":")
    if carrier not in _FLAT or not place_id:
        raise Invalid("delivery-place-unknown")
    place = await open_carrier(services.settings, carrier).find_place(order.language, place_id)
    address = info.shipping_address if info else None
    lines = [address.city, address.street_line1, address.street_line2, address.post_code] if address else []
    written = ", ".join(line.strip() for line in lines if line.strip())
    return await choose_delivery(
        number,
        carrier,
        place,
        address=written if carrier == "courier" else "",
        contact_name=(info.name or "") if info else "",
        contact_phone=(info.phone_number or "") if info else "",
    )
