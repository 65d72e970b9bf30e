"""What a poster may be: its states, how sharp it prints, which words it is told."""

import pytest

from bot.errors import Invalid, NotFound
from bot.i18n import LANGUAGES, text
from bot.posters.designs import DESIGNS, LEAST_DPI, PALETTES, printed_dpi
from bot.posters.mockups import COLOURS, mockup_key, pick_colour, read_item
from bot.states.posters import ALLOWED, change_poster
from db.posters import PosterStatus
from db.products import ProductKind


def test_dpi_is_pixels_over_inches_of_the_coarser_side() -> None:
    assert printed_dpi(1024, 1024, "spotlight", "a4") == 154  # 168 mm are 6.61 inches
    assert printed_dpi(1024, 1024, "spotlight", "a3") == 109
    assert printed_dpi(1024, 1024, "ikat", "a3") == 153
    assert printed_dpi(4000, 500, "spotlight", "a4") == printed_dpi(500, 500, "spotlight", "a4")


@pytest.mark.parametrize("design", DESIGNS)
def test_a_portrait_prints_on_a4_and_a_still_at_least_on_a5(design: str) -> None:
    assert printed_dpi(1024, 1024, design, "a4") >= LEAST_DPI
    assert printed_dpi(100, 100, design, "a5") < LEAST_DPI
    assert printed_dpi(720, 720, design, "a5") >= LEAST_DPI


def test_every_design_has_palettes_and_words_in_every_language() -> None:
    assert len(DESIGNS) >= 4
    for design, palettes in PALETTES.items():
        assert len(palettes) >= 3
        for language in LANGUAGES:
            assert text(language, f"poster-design-{design}") and text(language, f"poster-about-{design}")
            assert all(text(language, f"poster-palette-{name}") for name in palettes)


@pytest.mark.parametrize("design", DESIGNS)
def test_ink_can_be_read_on_its_paper(design: str) -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for palette in PALETTES[design].values():
        low, high = sorted((light(palette.paper), light(palette.ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, palette


def test_every_state_is_reachable_and_printed_posters_stay() -> None:
    assert set(ALLOWED) == set(PosterStatus)
    reached = set().union(*ALLOWED.values())
    assert reached == set(PosterStatus) - {PosterStatus.DRAFT}
    assert ALLOWED[PosterStatus.READY] == set()


async def test_a_forbidden_step_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError):
        await change_poster(None, PosterStatus.READY, PosterStatus.APPROVED)  # type: ignore[arg-type]


def test_every_product_has_colours_and_a_wrong_one_is_refused() -> None:
    assert set(COLOURS) == set(ProductKind)
    assert pick_colour(ProductKind.TSHIRT, "") == "white"
    with pytest.raises(Invalid):
        pick_colour(ProductKind.TSHIRT, "plaid")
    key = mockup_key(ProductKind.MUG, "white", None)
    assert "mug" in key and "white" in key
    assert read_item("mug:white:") == (ProductKind.MUG, "white", "")
    with pytest.raises(NotFound):
        read_item("teapot:white:")
