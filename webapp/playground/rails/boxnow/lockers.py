"""Invented lockers around Tashkent and the shop's warehouse: BOX NOW itself has no lockers in Uzbekistan."""

import math
from collections.abc import Mapping

from webapp.playground.rails.boxnow.errors import BoxnowError
from webapp.playground.shapes import Json

NOTE = "Oʻylab topilgan pochtomat: faqat playground uchun"
EARTH_METRES = 6_371_000
DEFAULT_RADIUS = 25_000
# id, name, address, postal code, lat, lng, largest compartment
_LOCKERS = (
    ("101", "Amir Temur xiyoboni", "Amir Temur shoh koʻchasi, 1", "100000", 41.3111, 69.2797, 3),
    ("102", "Chorsu bozori", "Navoiy shoh koʻchasi, 48", "100011", 41.3266, 69.2350, 3),
    ("103", "Chilonzor metrosi", "Bunyodkor shoh koʻchasi, 25", "100115", 41.2757, 69.2040, 2),
    ("104", "Yunusobod markazi", "Amir Temur shoh koʻchasi, 129", "100084", 41.3650, 69.2887, 3),
    ("105", "Buyuk Ipak Yoʻli", "Mirzo Ulugʻbek shoh koʻchasi, 56", "100077", 41.3270, 69.3265, 3),
    ("106", "Oybek metrosi", "Oybek koʻchasi, 18", "100015", 41.2963, 69.2737, 1),
    ("107", "Mirobod bozori", "Nukus koʻchasi, 73", "100060", 41.2920, 69.2830, 2),
    ("108", "Yakkasaroy", "Shota Rustaveli koʻchasi, 41", "100070", 41.2860, 69.2560, 3),
    ("109", "Beruniy metrosi", "Beruniy koʻchasi, 10", "100174", 41.3446, 69.2069, 2),
    ("110", "Olmazor metrosi", "Farhod koʻchasi, 3", "100143", 41.2560, 69.1960, 3),
    ("111", "Sergeli 7-mavze", "Yangi Sergeli yoʻli, 12", "100085", 41.2270, 69.2190, 3),
    ("112", "Qoʻyliq bozori", "Farobiy koʻchasi, 5", "100058", 41.2420, 69.3390, 1),
)


def _place(name: str, kind: str, title: str, street: str, code: str, lat: float, lng: float) -> Json:
    return {
        "id": name,
        "type": kind,
        "image": "",
        "lat": f"{lat}",
        "lng": f"{lng}",
        "region": "uz-UZ",
        "title": title,
        "name": title,
        "addressLine1": street,
        "addressLine2": "Toshkent",
        "postalCode": code,
        "country": "UZ",
        "note": NOTE,
    }


DESTINATIONS = {row[0]: _place(row[0], "apm", *row[1:6]) for row in _LOCKERS}
LARGEST = {row[0]: row[6] for row in _LOCKERS}
ORIGINS = {
    "1": _place("1", "any-apm", "Istalgan pochtomat", "", "100000", 41.3111, 69.2797),
    "2": _place("2", "warehouse", "Stario ombori", "Shahrisabz koʻchasi, 16", "100060", 41.3075, 69.2833),
}


def find_places(places: dict[str, Json], query: Mapping[str, str], kinds: list[str]) -> list[Json]:
    """Places near `latlng`, the nearest first; filtered as the query says. Raises BoxnowError P400."""
    found = list(places.values())
    if kinds:
        found = [place for place in found if place["type"] in kinds]
    if name := query.get("name", "").casefold():
        found = [place for place in found if name in place["name"].casefold()]
    if size := query.get("requiredSize"):
        if size not in ("1", "2", "3"):
            raise BoxnowError("P406", "requiredSize is 1, 2 or 3")
        found = [place for place in found if LARGEST.get(place["id"], 3) >= int(size)]
    if spot := query.get("latlng"):
        lat, lng = _read_spot(spot)
        radius = _read_number(query.get("radius", str(DEFAULT_RADIUS)), "radius")
        near = [(distance(lat, lng, float(p["lat"]), float(p["lng"])), p) for p in found]
        found = [place for metres, place in sorted(near, key=lambda pair: pair[0]) if metres <= radius]
    if "limit" in query:
        found = found[: int(_read_number(query["limit"], "limit"))]
    return found


def distance(lat: float, lng: float, other_lat: float, other_lng: float) -> float:
    """Metres along the ground."""
    a, b = math.radians(lat), math.radians(other_lat)
    wide = math.sin(math.radians(other_lng - lng) / 2) ** 2
    tall = math.sin((b - a) / 2) ** 2
    return 2 * EARTH_METRES * math.asin(math.sqrt(tall + math.cos(a) * math.cos(b) * wide))


def _read_spot(written: str) -> tuple[float, float]:
    lat, _, lng = written.partition(",")
    try:
        spot = float(lat), float(lng)
    except ValueError:
        raise BoxnowError("P400", "latlng must be two numbers with a comma") from None
    if not (-90 <= spot[0] <= 90 and -180 <= spot[1] <= 180):
        raise BoxnowError("P400", "latlng is not on this planet")
    return spot


def _read_number(written: str, name: str) -> float:
    if not written.isdigit():
        raise BoxnowError("P400", f"{name} must be a whole number")
    return float(written)
