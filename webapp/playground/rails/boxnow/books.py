"""The carrier's books: orders, whose numbers stay burnt, and parcels with their events."""

import secrets
from datetime import UTC, datetime

from webapp.playground.rails.boxnow.errors import BoxnowError
from webapp.playground.rails.boxnow.lockers import DESTINATIONS, ORIGINS
from webapp.playground.shapes import Json
from webapp.playground.store import Store

ORDER, PARCEL = "boxnow_order", "boxnow_parcel"
FIRST_ORDER, FIRST_PARCEL = 500_001, 9_219_700_001
# What may follow an event, and the parcel's state after it.
NEXT = {
    "new": ("in-depot", "accepted-to-locker", "canceled", "missing", "lost"),
    "accepted-to-locker": ("in-depot", "final-destination", "lost"),
    "in-depot": ("final-destination", "returned", "lost"),
    "final-destination": ("delivered", "expired", "lost"),
    "delivered": ("accepted-for-return",),
    "expired": ("in-depot", "returned", "lost"),
    "accepted-for-return": ("in-depot", "returned", "lost"),
    "missing": ("in-depot", "canceled", "lost"),
    "canceled": (),
    "returned": (),
    "lost": (),
}
STATES = {
    "new": "new",
    "accepted-to-locker": "in-transit",
    "in-depot": "in-transit",
    "final-destination": "in-final-destination",
    "delivered": "delivered",
    "expired": "expired-return",
    "returned": "returned",
    "canceled": "canceled",
    "accepted-for-return": "in-transit",
    "missing": "missing",
    "lost": "lost",
}


def now_text() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Books:
    """An order is `{number, id, request, parcels}`; a parcel `{id, order, item, state, events, pin, …}`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.orders: dict[str, Json] = dict(store.load(ORDER))
        self.parcels: dict[str, Json] = dict(store.load(PARCEL))

    def take(self, request: Json) -> Json:
        """A judged request → its order with parcels. Raises BoxnowError P410 for a number seen before."""
        number = request["orderNumber"]
        if number in self.orders:
            raise BoxnowError("P410", "this order number was used before, and stays used after cancelling")
        parcels = [self.add_parcel(request, item) for item in request["items"]]
        order: Json = {
            "number": number,
            "id": str(self.store.next_number(ORDER, FIRST_ORDER)),
            "request": request,
            "parcels": [parcel["id"] for parcel in parcels],
        }
        return self.keep_order(order)

    def keep_order(self, order: Json) -> Json:
        self.orders[order["number"]] = order
        self.store.put(ORDER, order["number"], order)
        return order

    def add_parcel(self, request: Json, item: Json) -> Json:
        place = ORIGINS[str(request["origin"]["locationId"])]
        parcel: Json = {
            "id": str(self.store.next_number(PARCEL, FIRST_PARCEL)),
            "order": request["orderNumber"],
            "item": item,
            "state": "new",
            "pin": f"{secrets.randbelow(10**6):06d}",
            "cancel_requested": False,
            "created": now_text(),
            "events": [],
        }
        return self.note(parcel, "new", place)

    def note(self, parcel: Json, event: str, place: Json | None = None) -> Json:
        """Writes an event into a parcel."""
        where = place or self.place_of(parcel, event)
        line = {
            "type": event,
            "createTime": now_text(),
            "locationDisplayName": where["name"],
            "locationId": where["id"],
            "postalCode": where["postalCode"],
        }
        parcel = {**parcel, "state": STATES[event], "events": [*parcel["events"], line], "updated": line["createTime"]}
        self.parcels[parcel["id"]] = parcel
        self.store.put(PARCEL, parcel["id"], parcel)
        return parcel

    def place_of(self, parcel: Json, event: str) -> Json:
        request = self.orders[parcel["order"]]["request"]
        at_locker = event in ("final-destination", "delivered", "expired", "accepted-for-return")
        return DESTINATIONS[request["destination"]["locationId"]] if at_locker else ORIGINS["2"]

    def find(self, name: str) -> Json:
        """Raises BoxnowError 404."""
        if name not in self.parcels:
            raise BoxnowError("P404", "there is no such parcel", 404)
        return self.parcels[name]

    def cancel(self, parcel: Json) -> Json | None:
        """Cancels a parcel not yet on its way; None when it is cancelled already. Raises BoxnowError P420."""
        if parcel["state"] == "canceled":
            return None
        if parcel["state"] != "new":
            raise BoxnowError("P420", "the parcel is on its way and cannot be cancelled")
        return self.note({**parcel, "cancel_requested": True}, "canceled")


def find_way(start: str, goal: str) -> list[str]:
    """The shortest chain of events from one to another, the first left out; empty when there is none."""
    ways: list[list[str]] = [[start]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal and len(way) > 1:
            return way[1:]
        for event in NEXT[way[-1]]:
            if event not in seen:
                seen.add(event)
                ways.append([*way, event])
    return []
