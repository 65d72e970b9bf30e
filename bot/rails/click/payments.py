"""Our payments at Click by way of its Merchant API: which of its payments is ours, and sending one back."""

from datetime import datetime

from bot.adapters.click import ClickApi, ClickPayment, ClickRefused, open_click
from bot.errors import Unavailable
from bot.i18n import format_moment
from bot.merchants import CLICK, ClickKeys, click_keys
from bot.money.refunds import await_hand, finish_refund
from bot.services import Services
from bot.settings import Settings
from db.attempts import PaymentAttempt
from db.payments import Payment
from db.refunds import Refund


def require_click(settings: Settings) -> ClickKeys:
    """Raises Unavailable where Click is not offered."""
    keys = click_keys(settings)
    if keys is None:
        raise Unavailable("click-away")
    return keys


def click_day(moment: datetime) -> str:
    """A moment as the day Click files it under."""
    return format_moment(moment, "%Y-%m-%d")


async def look_up(api: ClickApi, attempt: PaymentAttempt) -> ClickPayment | None:
    """The payment behind a try: by the number Click gave it, else by order and day. `order` must be loaded."""
    document = attempt.account.get("click_paydoc_id", "")
    found = await api.get_payment(document) if document else None
    return found or await api.find_payment(attempt.order.number, click_day(attempt.created_at))


async def find_paid(api: ClickApi, payment: Payment) -> ClickPayment | None:
    """The payment as Click holds it."""
    attempt = await PaymentAttempt.get(provider=CLICK, provider_tx_id=payment.external_id).select_related("order")
    return await look_up(api, attempt)


async def refund_click(services: Services, payment: Payment, refund: Refund) -> None:
    """Sends a payment back. Raises Unavailable, to be tried again."""
    async with open_click(require_click(services.settings)) as api:
        await send_back(api, payment, refund)


async def send_back(api: ClickApi, payment: Payment, refund: Refund) -> None:
    """Reverses a payment; what Click cannot do – a part, another month, a bank that refuses – a person does."""
    if refund.amount_uzs != payment.amount_uzs:
        await await_hand(refund)
        return
    held = await find_paid(api, payment)
    if held is None:
        await await_hand(refund)
        return
    if not held.is_over:  # else it went back already, and only the answer was lost
        try:
            await api.reverse(held.payment_id)
        except ClickRefused:
            if not await _is_reversed(api, held):
                await await_hand(refund)
                return
    await finish_refund(refund, held.payment_id)


async def _is_reversed(api: ClickApi, held: ClickPayment) -> bool:
    now = await api.get_payment(held.payment_id)
    return now is not None and now.is_over
