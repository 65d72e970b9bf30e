"""The label of a parcel: an A6 page as PDF with a barcode of the parcel's number (Interleaved 2 of 5)."""

import io

from alifbo import from_cyrillic, to_old_latin
from PIL import Image, ImageDraw, ImageFont

from webapp.playground.rails.boxnow.lockers import DESTINATIONS
from webapp.playground.shapes import Json

DPI = 203  # thermal printers
SIZE = (840, 1184)  # A6 at that resolution
EDGE, NARROW, WIDE, TALL = 56, 7, 18, 260
APOSTROPHES = {"ʻ": "'", "ʼ": "'", "‘": "'", "’": "'"}
BARS = ("00110", "10001", "01001", "11000", "00101", "10100", "01100", "00011", "10010", "01010")


def draw_label(parcels: list[Json], requests: dict[str, Json]) -> bytes:
    """One page a parcel; `requests` are delivery requests by order number."""
    pages = [_draw_page(parcel, requests[parcel["order"]]) for parcel in parcels]
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return out.getvalue()


def _draw_page(parcel: Json, request: Json) -> Image.Image:
    page = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(page)
    place, buyer = DESTINATIONS[request["destination"]["locationId"]], request["destination"]
    sender = (request.get("overwriteSenderShippingLabelInfo") or {}).get("row1") or "Stario"
    lines = [
        ("PLAYGROUND - not a real parcel", 32),
        (sender, 38),
        ("", 20),
        (place["name"], 72),
        (place["addressLine1"], 40),
        (f"{place['postalCode']} {place['addressLine2']}", 40),
        ("", 28),
        (buyer["contactName"], 54),
        (buyer["contactNumber"], 42),
        (f"No {parcel['order']}", 42),
    ]
    top = EDGE
    for words, size in lines:
        pen.text((EDGE, top), _plain(words)[: round(1_500 / size)], fill=0, font=ImageFont.load_default(size))
        top += round(size * 1.45)
    _draw_bars(pen, parcel["id"], SIZE[1] - EDGE - TALL - 60)
    font = ImageFont.load_default(44)
    pen.text((SIZE[0] / 2, SIZE[1] - EDGE), parcel["id"], fill=0, font=font, anchor="ms")
    return page


def _draw_bars(pen: ImageDraw.ImageDraw, digits: str, top: int) -> None:
    widths = bar_widths(digits)
    left = (SIZE[0] - sum(widths)) // 2
    for number, width in enumerate(widths):
        if number % 2 == 0:
            pen.rectangle((left, top, left + width - 1, top + TALL), fill=0)
        left += width


def bar_widths(digits: str) -> list[int]:
    """Widths of bars and spaces in turn, start and stop included; an even number of digits."""
    widths = [NARROW] * 4
    for pair in range(0, len(digits), 2):
        dark, light = BARS[int(digits[pair])], BARS[int(digits[pair + 1])]
        for a, b in zip(dark, light, strict=True):
            widths += [WIDE if a == "1" else NARROW, WIDE if b == "1" else NARROW]
    return [*widths, WIDE, NARROW, NARROW]


def _plain(words: str) -> str:
    """Letters that the built-in face has: Latin, with a plain apostrophe."""
    latin = to_old_latin(from_cyrillic(words).text).text
    return "".join(letter if letter.isascii() else APOSTROPHES.get(letter, "?") for letter in latin)
