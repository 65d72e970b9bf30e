"""Fiscal lines as Click wants them written, handed over once a payment is there; the receipt is kept.

Source: docs.click.uz, Merchant API, submit_items.
"""

from typing import Any

from bot.adapters.click import ClickApi, ClickRefused, open_click
from bot.adapters.click_wire import to_tiyin
from bot.alerts import open_alert
from bot.errors import Unavailable
from bot.money.fiscal import FiscalLine, lines_of, vat_tiyin
from bot.money.fiscal_receipts import write_receipt
from bot.rails.click.payments import find_paid, require_click
from bot.services import Services
from db.payments import Payment

Json = dict[str, Any]
_CLICK_NAME = 63  # characters
_PLAYGROUND_TIN = "300000000"


async def submit_lines(services: Services, payment: Payment) -> None:
    """Gives Click the lines of a payment (its `order` loaded) and keeps the receipt.

    A refusal is for a person to look at; an outage, or a receipt that is not printed yet, is tried again: Unavailable.
    """
    async with open_click(require_click(services.settings)) as api:
        held = await find_paid(api, payment)
        if held is None or not held.is_paid:
            await _alert(payment, "not paid at Click")
            return
        try:
            link = await _submit(services, api, payment, held.payment_id)
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


def click_items(lines: list[FiscalLine], tin: str) -> list[Json]:
    """`items` of submit_items: `Price` of the WHOLE line before its discount, in tiyin."""
    return [_click_item(line, tin) for line in lines]


def _click_item(line: FiscalLine, tin: str) -> Json:
    owner = {"PINFL": tin} if len(tin) == 14 else {"TIN": tin}
    item: Json = {
        "Name": line.title[:_CLICK_NAME],
        "SPIC": line.mxik,
        "PackageCode": line.package_code,
        "GoodPrice": line.unit_uzs * 100,
        "Price": line.unit_uzs * line.quantity * 100,
        "Amount": line.quantity,
        "VAT": vat_tiyin(line),
        "VATPercent": line.vat_percent,
        "CommissionInfo": owner,
    }
    return item | {"Discount": line.discount_uzs * 100} if line.discount_uzs else item
