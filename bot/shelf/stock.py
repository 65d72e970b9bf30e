"""Goods held for an order: taken at once or not at all, and every hold ends once – sold or given back.

Variants are always touched in the order of their ids, so that two carts never wait for each other in a circle.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from bot.errors import Conflict, NotFound
from db.products import Variant
from db.stock import Reservation, ReservationStatus


class SoldOut(Conflict):
    """Less is left than was asked for; `variant_id` and `left` say of what and how many."""

    def __init__(self, variant: Variant) -> None:
        left = max(0, variant.on_hand - variant.reserved)
        super().__init__("shop-sold-out" if left == 0 else "shop-few-left", left=left)
        self.variant_id, self.left = variant.id, left


async def hold_stock(order_id: UUID, wanted: Mapping[UUID, int]) -> None:
    """Holds every quantity for the order, in the caller's transaction; all of them or none.

    Raises SoldOut, or NotFound for goods that are not sold.
    """
    async with in_transaction():  # a savepoint: a caller who goes on after SoldOut holds nothing
        for variant_id in sorted(wanted):
            await _hold_variant(order_id, variant_id, wanted[variant_id])


async def _hold_variant(order_id: UUID, variant_id: UUID, quantity: int) -> None:
    held = await Variant.filter(id=variant_id, is_active=True, on_hand__gte=F("reserved") + quantity).update(
        reserved=F("reserved") + quantity
    )
    if not held:
        variant = await Variant.get_or_none(id=variant_id, is_active=True)
        raise NotFound("error-not-found") if variant is None else SoldOut(variant)
    await Reservation.create(order_id=order_id, variant_id=variant_id, quantity=quantity)


async def release_stock(order_id: UUID) -> int:
    """Gives back what is held, in the caller's transaction; how many holds ended."""
    return await _end_holds(order_id, ReservationStatus.RELEASED)


async def consume_stock(order_id: UUID) -> int:
    """Turns what is held into sold, in the caller's transaction; how many holds ended."""
    return await _end_holds(order_id, ReservationStatus.CONSUMED)


async def restock_order(order_id: UUID) -> None:
    """Puts sold goods that never left back on the shelf, in the caller's transaction and once an order.

    The holds stay consumed, for each ends once; what is here again is counted as new goods are.
    """
    sold = Reservation.filter(order_id=order_id, status=ReservationStatus.CONSUMED)
    for hold in await sold.order_by("variant_id"):
        await Variant.filter(id=hold.variant_id).update(on_hand=F("on_hand") + hold.quantity)


async def _end_holds(order_id: UUID, status: ReservationStatus) -> int:
    ended = 0
    held = Reservation.filter(order_id=order_id, status=ReservationStatus.HELD)
    for hold in await held.order_by("variant_id"):
        changed = await Reservation.filter(id=hold.id, status=ReservationStatus.HELD).update(
            status=status, ended_at=datetime.now(UTC)
        )
        if not changed:
            continue  # somebody beside us ended it
        ended += 1
        sold = hold.quantity if status is ReservationStatus.CONSUMED else 0
        await Variant.filter(id=hold.variant_id).update(
            reserved=F("reserved") - hold.quantity, on_hand=F("on_hand") - sold
        )
    return ended
