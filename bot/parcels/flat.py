"""Carriers whose parcels staff move on by hand: a courier at a flat price a city, and points of our own."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.adapters.carriers import CarrierRefused, Consignment, ParcelEvent, Place, Requested, distance, matching
from bot.errors import Invalid
from bot.i18n import DEFAULT_LANGUAGE


class FlatCarrier:
    """Cities or points from the table of carriers; the first one is meant where none is named."""

    by_hand = True
    needs_email = False

    def __init__(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        self.name = name
        self._rows = rows

    async def places(
        self, language: str, lat: float | None = None, lng: float | None = None, query: str = ""
    ) -> Sequence[Place]:
        return matching([_read_place(row, language, lat, lng) for row in self._rows], query)

    async def find_place(self, language: str, place_id: str) -> Place:
        for row in self._rows:
            if place_id in ("", row["id"]):
                return _read_place(row, language)
        raise Invalid("delivery-place-unknown")

    async def request(self, parcel: Consignment) -> Requested:
        """Nobody outside is asked: the parcel waits on our shelf under the order's number."""
        return Requested(parcel.number)

    async def cancel(self, parcel_id: str) -> None:
        """It simply stays on our shelf."""

    async def label(self, number: str) -> bytes:
        raise CarrierRefused("delivery-no-label", self.name)

    async def events(self, number: str) -> Sequence[ParcelEvent]:
        """Whatever happens to it, staff say so themselves."""
        return []


def _read_place(row: Mapping[str, Any], language: str, lat: float | None = None, lng: float | None = None) -> Place:
    known = "lat" in row
    far = lat is not None and lng is not None and known
    return Place(
        id=row["id"],
        name=_in_language(row["name"], language),
        address=_in_language(row.get("address", {}), language),
        lat=row.get("lat", 0.0),
        lng=row.get("lng", 0.0),
        note=_in_language(row.get("note", {}), language),
        price_uzs=row["price_uzs"],
        metres=round(distance(lat or 0.0, lng or 0.0, row["lat"], row["lng"])) if far else None,
    )


def _in_language(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get(DEFAULT_LANGUAGE, "")
