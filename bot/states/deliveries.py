"""What may follow what on a parcel's way, and where its state is written; events move it by the carrier's own clock."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from db.deliveries import Delivery, DeliveryEvent, DeliveryStatus

S = DeliveryStatus
_ON_ITS_WAY = {S.IN_TRANSIT, S.IN_FINAL_DESTINATION, S.DELIVERED, S.EXPIRED_RETURN, S.RETURNED, S.LOST, S.MISSING}
ALLOWED: dict[DeliveryStatus, set[DeliveryStatus]] = {
    S.CHOSEN: {S.REQUESTED, S.NEW, S.CANCELED, *_ON_ITS_WAY},  # the buyer said where; nobody was asked yet
    S.REQUESTED: {S.NEW, S.CANCELED, *_ON_ITS_WAY},  # the carrier was asked
    S.NEW: {S.CANCELED, *_ON_ITS_WAY},  # the carrier knows the parcel
    S.IN_TRANSIT: {S.CANCELED, *_ON_ITS_WAY},  # the carrier has it
    S.IN_FINAL_DESTINATION: {S.IN_TRANSIT, S.DELIVERED, S.EXPIRED_RETURN, S.RETURNED, S.LOST, S.CANCELED},
    S.DELIVERED: {S.EXPIRED_RETURN, S.RETURNED},  # the buyer has it, and may send it back
    S.EXPIRED_RETURN: {S.IN_TRANSIT, S.DELIVERED, S.RETURNED, S.LOST},  # nobody came; it turns round
    S.MISSING: {S.NEW, S.CANCELED, *_ON_ITS_WAY},  # the carrier's man did not find it; it may turn up
    S.LOST: {S.IN_TRANSIT, S.IN_FINAL_DESTINATION, S.DELIVERED, S.RETURNED},  # it may turn up even now
    S.RETURNED: set(),  # we have it back
    S.CANCELED: set(),  # we called it off
}
_STATES = {state.value: state for state in S}


def fold_states(start: DeliveryStatus, events: Iterable[DeliveryEvent]) -> DeliveryStatus:
    """The state after all events by the carrier's clock, whatever order they came in. Odd steps move nothing."""
    current = start
    ranks = list(_STATES)  # things told of the same moment happened in this order
    known = [event for event in events if event.state in _STATES]
    for event in sorted(known, key=lambda one: (one.happened_at, ranks.index(one.state), one.event_id)):
        if _STATES[event.state] in ALLOWED[current]:
            current = _STATES[event.state]
    return current


async def follow_events(delivery: Delivery, **columns: Any) -> DeliveryStatus:
    """Writes the state after all events that were told of a locked delivery; where it stands now.

    A late event may show that it never was where it seemed to be, so this goes by the events and not by the last state.
    """
    status = fold_states(S.REQUESTED, await DeliveryEvent.filter(delivery_id=delivery.id))
    await Delivery.filter(id=delivery.id).update(status=status, **columns)
    return status


async def change_delivery(delivery_id: UUID, expected: DeliveryStatus, status: DeliveryStatus, **columns: Any) -> bool:
    """Moves a delivery on; False when it was no longer in `expected`."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"a delivery never goes from {expected} to {status}")
    return bool(await Delivery.filter(id=delivery_id, status=expected).update(status=status, **columns))
