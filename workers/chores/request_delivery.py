"""Asks the carrier for a parcel, and calls one off."""

from uuid import UUID

from bot.parcels.parcels import give_up_request, request_parcel, stop_parcel
from workers.rows import Bench


async def request_delivery(bench: Bench, order_id: str) -> None:
    await request_parcel(bench.services, UUID(order_id))


async def bury_request(bench: Bench, order_id: str) -> None:
    """Every try failed: a person is told."""
    await give_up_request(UUID(order_id))


async def cancel_delivery(bench: Bench, order_id: str) -> None:
    await stop_parcel(bench.services, UUID(order_id))
