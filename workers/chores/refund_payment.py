"""Sends money back over the rail it came by. Asked twice, a provider that did so already counts as success."""

from uuid import UUID

from tortoise.transactions import in_transaction

from bot.alerts import open_alert
from bot.rails.table import RAILS
from db.refunds import Refund, RefundStatus
from workers.rows import Bench


async def refund_payment(bench: Bench, refund_id: str) -> None:
    refund = await Refund.get(id=UUID(refund_id)).select_related("payment")
    if refund.status is not RefundStatus.REQUESTED:
        return
    await RAILS[refund.payment.provider].refund(bench.services, refund.payment, refund)


async def bury_refund(bench: Bench, refund_id: str) -> None:
    """The rail does not answer: the money stays owed, and a person is told, for nobody knows how far it came."""
    refund = await Refund.get(id=UUID(refund_id)).select_related("payment")
    if refund.status is not RefundStatus.REQUESTED:
        return
    why = f"{refund.payment.provider}: ?"
    async with in_transaction():
        await open_alert("refund", f"refund:{refund.id}", "alert-refund-failed", refund_id=str(refund.id), why=why)
