"""Gives Click the fiscal lines of a payment and keeps the receipt; what is there already is not sent again."""

from uuid import UUID

from bot.adapters.click import ClickApi, ClickRefused, open_click
from bot.adapters.click_wire import to_tiyin
from bot.alerts import open_alert
from bot.errors import Unavailable
from bot.money.fiscal import lines_of
from bot.money.receipts import write_receipt
from bot.rails.click.fiscal import click_items
from bot.rails.click.payments import find_paid, require_click
from bot.services import Services
from db.payments import Payment
from workers.rows import Bench

_PLAYGROUND_TIN = "300000000"


async def submit_fiscal(bench: Bench, payment_id: str) -> None:
    """A refusal is for a person to look at; an outage, or a receipt that is not printed yet, is tried again."""
    payment = await Payment.get(id=UUID(payment_id)).select_related("order")
    async with open_click(require_click(bench.services.settings)) as api:
        held = await find_paid(api, payment)
        if held is None or not held.is_paid:
            await _alert(payment, "not paid at Click")
            return
        try:
            link = await _submit(bench.services, api, payment, held.payment_id)
        except (ClickRefused, ValueError) as refused:
            await _alert(payment, str(refused)[:200])
            return
    if not link:
        raise Unavailable("click-away")
    data = {"receipt_id": held.payment_id, "status_code": 0, "message": "accepted", "qr_code_url": link}
    await write_receipt(payment, "PERFORM", data)


async def _submit(services: Services, api: ClickApi, payment: Payment, payment_id: str) -> str:
    """The receipt's address. Click does not say what a second submission does, so what is there is looked at first."""
    link = await api.get_receipt(payment_id)
    if link:
        return link
    settings = services.settings
    tin = settings.fiscal_tin or (_PLAYGROUND_TIN if settings.playground else "")
    if not tin:
        raise ValueError("FISCAL_TIN is not set")
    items = click_items(await lines_of(settings, payment.order), tin)
    await api.submit_items(payment_id, items, to_tiyin(payment.amount_uzs))
    return await api.get_receipt(payment_id)


async def _alert(payment: Payment, why: str) -> None:
    await open_alert(
        "fiscal", f"fiscal:{payment.id}:PERFORM", "click-alert-fiscal", number=payment.order.number, why=why
    )
