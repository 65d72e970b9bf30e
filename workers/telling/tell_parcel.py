"""News of a parcel to its buyer: one message an event; the locker's PIN goes where it cannot be forwarded."""

import html
from uuid import UUID

from aiogram.exceptions import TelegramForbiddenError

from bot.i18n import format_moment, text
from db.deliveries import Delivery, DeliveryEvent
from db.orders import Order
from db.users import User
from workers.rows import Bench

_KNOWN = (
    "new",
    "accepted-to-locker",
    "in-depot",
    "final-destination",
    "delivered",
    "expired",
    "returned",
    "canceled",
    "accepted-for-return",
    "missing",
    "lost",
    "handed-over",
    "ready",
)
_ARRIVED = "final-destination"


async def tell_parcel(bench: Bench, event_id: str) -> None:
    """Who has blocked us is not written to."""
    event = await DeliveryEvent.get(id=UUID(event_id)).select_related("delivery__order__user")
    order: Order = event.delivery.order
    user: User = order.user
    if user.telegram_id is None or user.has_blocked_bot:
        return
    pin = event.delivery.parcel_pin if _opens_locker(event) else ""
    words = parcel_words(event, order.number, user.language)
    if pin:
        words = f"{words}\n\n{text(user.language, 'order-news-parcel-pin', pin=pin)}"
    try:
        await bench.services.telegram.send_message(user.telegram_id, words, protect_content=bool(pin) or None)
    except TelegramForbiddenError:
        return


def _opens_locker(event: DeliveryEvent) -> bool:
    """The PIN is told only while the parcel lies there."""
    delivery: Delivery = event.delivery
    return event.event == _ARRIVED and delivery.status == "in-final-destination"


def parcel_words(event: DeliveryEvent, number: str, language: str) -> str:
    """What happened, in the buyer's language; a late word says when it was."""
    kind = event.event if event.event in _KNOWN else "moved"
    place = event.place or event.delivery.place_name or "—"
    words = text(language, f"order-news-parcel-{kind}", number=number, place=html.escape(place, quote=False))
    if event.delivery.event_at is not None and event.happened_at < event.delivery.event_at:
        return text(
            language, "order-news-parcel-earlier", when=format_moment(event.happened_at, "%d.%m %H:%M"), words=words
        )
    link = event.delivery.tracking_url
    if link and kind == "new":
        words = f"{words}\n{link}"
    return words
