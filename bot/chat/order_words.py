"""An order for goods in a person's words: what is in it, where it is, what happens to the parcel."""

from bot.i18n import MissingText, format_uzs, text, text_key
from bot.states.orders import PAID
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem

# What a parcel's state adds to what the order's own state says.
_ON_ITS_WAY = (
    DeliveryStatus.NEW,
    DeliveryStatus.IN_TRANSIT,
    DeliveryStatus.IN_FINAL_DESTINATION,
    DeliveryStatus.DELIVERED,
    DeliveryStatus.EXPIRED_RETURN,
    DeliveryStatus.RETURNED,
    DeliveryStatus.LOST,
    DeliveryStatus.MISSING,
)


def item_title(item: OrderItem, language: str) -> str:
    """A line as it was called when it was sold; a greeting has no title of its own."""
    return item.title or text(language, "payment-invoice-title")


def order_words(order: Order, delivery: Delivery | None, language: str) -> str:
    """Where an order is, in one sentence."""
    if delivery and order.status in PAID and delivery.status in _ON_ITS_WAY:
        return delivery_words(delivery, language)
    return text(language, text_key("shop-order-status", order.status))


def delivery_words(delivery: Delivery, language: str) -> str:
    return text(language, f"shop-order-parcel-{delivery.status.value}")


def event_words(event: str, language: str) -> str:
    """A carrier's event in words; one we have no words for keeps its own name."""
    try:
        return text(language, f"shop-order-event-{event}")
    except MissingText:
        return event


def carrier_name(carrier: str, language: str) -> str:
    return text(language, f"shop-carrier-{carrier}")


def rail_name(provider: str, language: str) -> str:
    return text(language, f"shop-rail-{provider}")


def price_words(order: Order, language: str) -> list[str]:
    """The parts of a total, a line each; what is nothing is left out."""
    parts = [("shop-order-sum", order.goods_uzs), ("shop-order-discount", -order.discount_uzs)]
    lines = [text(language, key, amount=format_uzs(language, amount)) for key, amount in parts if amount]
    free = text(language, "shop-order-free")
    delivery = format_uzs(language, order.delivery_uzs) if order.delivery_uzs else free
    lines.append(text(language, "shop-order-delivery", amount=delivery))
    return lines
