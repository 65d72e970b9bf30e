"""What every carrier can do for a parcel: BOX NOW with its lockers, a courier, points of our own."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.errors import Refusal

_EARTH = 6_371_000  # metres


@dataclass(frozen=True)
class Place:
    """Somewhere a parcel can go: a locker, a city the courier goes to, one of our points.

    Names are words as people read them; `lat` and `lng` are 0 where a place is no single spot. `metres` is how far
    from where one looked, None where nobody said.
    """

    id: str
    name: str
    address: str = ""
    lat: float = 0.0
    lng: float = 0.0
    note: str = ""
    price_uzs: int = 0
    metres: int | None = None


@dataclass(frozen=True)
class Consignment:
    """A parcel to be sent. `number` is the order's; `used_number` what the carrier was last told, "" at first."""

    number: str
    used_number: str
    place_id: str
    contents: str
    value_uzs: int
    grams: int
    compartment: int
    contact_name: str = field(repr=False)
    contact_phone: str = field(repr=False)
    contact_email: str = field(repr=False)


@dataclass(frozen=True)
class Requested:
    """The carrier has taken the parcel on, under these names."""

    number: str
    request_id: str = ""
    parcel_id: str = ""
    tracking_url: str = ""


@dataclass(frozen=True)
class ParcelEvent:
    """Something that happened to a parcel, in the words of `db.deliveries.DeliveryStatus` for `state`.

    `pin` opens the locker: it is kept sealed and never logged.
    """

    id: str
    parcel_id: str
    number: str
    event: str
    state: str
    place: str
    happened_at: datetime
    pin: str = field(default="", repr=False)


class CarrierRefused(Refusal):
    """The carrier says no, and would again; `code` is its own word."""

    def __init__(self, key: str, code: str) -> None:
        super().__init__(key, code=code)
        self.code = code


class Carrier(Protocol):
    """One way for a parcel to reach its buyer. Raises Unavailable where somebody outside does not answer."""

    name: str
    by_hand: bool  # staff move the parcel on by buttons
    needs_email: bool

    async def places(
        self, language: str, lat: float | None = None, lng: float | None = None, query: str = ""
    ) -> Sequence[Place]:
        """Where it can go, the nearest first, or those that match `query`."""

    async def find_place(self, language: str, place_id: str) -> Place:
        """Raises Invalid for a place there is not. Its `price_uzs` is what going there costs."""

    async def request(self, parcel: Consignment) -> Requested:
        """Takes the parcel on; asked again for the same one, tells of the same. Raises CarrierRefused."""

    async def cancel(self, parcel_id: str) -> None:
        """Raises CarrierRefused when it is too late."""

    async def label(self, number: str) -> bytes:
        """The label as PDF. Raises CarrierRefused where there is none."""

    async def events(self, number: str) -> Sequence[ParcelEvent]:
        """All that has happened to the parcel of this number, as the carrier tells when it is asked."""


def matching(places: Iterable[Place], query: str) -> list[Place]:
    """Places whose name or address holds every word of `query`; the nearest first where distances are known."""
    words = query.casefold().split()
    fitting = [place for place in places if all(word in f"{place.name} {place.address}".casefold() for word in words)]
    return sorted(fitting, key=lambda place: (place.metres is None, place.metres or 0))


def distance(lat: float, lng: float, other_lat: float, other_lng: float) -> float:
    """Metres between two points of the globe."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lng - lng) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
