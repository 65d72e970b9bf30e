"""Hands over the fiscal lines of a payment, where its rail takes them."""

from uuid import UUID

from bot.rails.table import RAILS
from db.payments import Payment
from workers.rows import Bench


async def submit_fiscal(bench: Bench, payment_id: str) -> None:
    payment = await Payment.get(id=UUID(payment_id)).select_related("order")
    hand_over = RAILS[payment.provider].fiscal
    if hand_over is not None:
        await hand_over(bench.services, payment)
