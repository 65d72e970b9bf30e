"""A design on a product: in the right place, in the light of the photograph, the product in its colour."""

import cv2
import numpy as np
import pytest

from bot.posters.designs import PALETTES
from bot.posters.mockups import COLOURS
from db.products import ProductKind
from workers.engines.contracts import Picture
from workers.engines.mockup.art import Art
from workers.engines.mockup.printing import Mockups, load_plate
from workers.engines.poster import Cutout


def make_art(colour: tuple[int, int, int]) -> Art:
    poster = np.empty((707, 500, 3), np.uint8)
    poster[:] = colour
    person = Cutout(np.full((256, 256, 3), 90, np.uint8), np.full((256, 256), 255, np.uint8))
    return Art(poster, person, PALETTES["riso"]["apricot"], "Madina", "riso")


def draw(kind: ProductKind, colour: str, art: Art) -> Picture:
    drawn = cv2.imdecode(np.frombuffer(Mockups().draw(kind, colour, art), np.uint8), cv2.IMREAD_COLOR)
    return np.asarray(drawn, np.uint8)


@pytest.mark.parametrize("kind", ProductKind)
def test_the_design_is_where_the_plate_says_and_nowhere_else(kind: ProductKind) -> None:
    first = next(iter(COLOURS[kind].values()))
    red, green = draw(kind, first, make_art((30, 30, 220))), draw(kind, first, make_art((40, 200, 40)))
    changed = np.abs(red.astype(int) - green.astype(int)).sum(-1) > 60
    plate = load_plate(kind)
    assert changed.mean() > 0.03
    near = cv2.dilate((plate.print > 0.01).astype(np.uint8), np.ones((25, 25), np.uint8))  # JPEG smears a little
    assert not changed[near == 0].any()


@pytest.mark.parametrize("kind", [ProductKind.TSHIRT, ProductKind.MUG, ProductKind.PHONE_CASE])
def test_a_black_product_is_dark_and_the_room_around_it_is_not(kind: ProductKind) -> None:
    art, colours = make_art((128, 128, 128)), COLOURS[kind]
    black, white = draw(kind, colours["black"], art), draw(kind, colours["white"], art)
    plate = load_plate(kind)
    product = (plate.tint > 0.99) & (plate.print < 0.01)
    assert black[product].mean() < 90 < 170 < white[product].mean()
    room = plate.tint < 0.01
    assert np.abs(black[room].astype(int) - white[room].astype(int)).mean() < 2


@pytest.mark.parametrize("kind", ProductKind)
def test_plates_are_small_enough_to_keep_in_the_repository(kind: ProductKind) -> None:
    from workers.engines.mockup.printing import PLATES

    assert sum(path.stat().st_size for path in PLATES.glob(f"{kind}*")) < 300_000
