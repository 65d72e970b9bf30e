"""Words on a poster stay inside their frames and can be read: measured by the typesetter, box by box."""

import itertools
from pathlib import Path

import cv2
import numpy as np
import pytest
from pypdf import PdfReader

from bot.i18n import LANGUAGES, text
from bot.posters.designs import DESIGNS, PALETTES, SIZES
from workers.engines.poster import ComposedPosters, Cutout, Sheet

LEAST_POINTS = 9.0  # of a name and of words, on A4
NAMES = (
    "O",
    "Ғ",
    "Madina",
    "Muhammadsharifxoʻjayevaxonqizi",
    "Ўғилой Муҳаммадқодирқизи Ҳакима",
    "Anna-Maria Щукина-Ёлкина",
)
WORDS = {
    "uz": "Hurmatli ustoz! Siz bizga bilim bilan birga hayotga mehr bilan qarashni oʻrgatdingiz. ",
    "uz-Cyrl": "Азиз устоз! Сиз бизга билим билан бирга ҳаётга меҳр билан қарашни ўргатдингиз, ғайратингиз сўнмасин. ",
    "ru": "Дорогая бабушка! Спасибо за тёплые пирожки, за сказки на ночь и за веру в нас: ещё щедрее и щедрее. ",
    "en": "You have carried us all this year with laughter, patience and jokes that nobody else would dare to tell. ",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> ComposedPosters:
    return ComposedPosters(tmp_path_factory.mktemp("cutouts"))


def make_sheet(design: str, language: str, recipient: str, words: str, size: str = "a4") -> Sheet:
    return Sheet(
        design=design,
        palette=next(iter(PALETTES[design])),
        size=size,
        recipient=recipient,
        words=words,
        artist="Муҳаммадшариф Қаҳҳоров" if language in ("ru", "uz-Cyrl") else "Muhammadsharif Qahhorov",
        line=text(language, "poster-line-quiz", percent=100),
        mark=text(language, "poster-mark"),
        origin=text(language, "poster-origin", artist="Muhammadsharif Qahhorov"),
        page="https://stario.example.uz/p/abcdefghjk",
    )


def texts_of(language: str) -> list[str]:
    """One character, two hundred, two hundred without a space, and two hundred of the widest letter."""
    long = (WORDS[language] * 3)[:200].strip()
    return ["A", long.ljust(200, "!"), "щ" * 200 if language in ("ru", "uz-Cyrl") else "w" * 200, "W " * 100]


@pytest.mark.parametrize(("design", "language"), list(itertools.product(DESIGNS, LANGUAGES)))
def test_every_box_lies_in_its_frame_at_a_size_one_can_read(
    engine: ComposedPosters, design: str, language: str
) -> None:
    cases = [(name, "Baxtli boʻl!") for name in NAMES] + [("Madina", words) for words in texts_of(language)]
    for recipient, words in cases:
        boxes = {box["name"]: box for box in engine.measure(make_sheet(design, language, recipient, words))}
        assert {"name", "words", "artist", "line", "mark", "origin"} <= set(boxes)
        for box in boxes.values():
            told = f"{design} {language} {recipient!r} {words[:20]!r}: {box}"
            assert box["width"] <= box["frame"]["width"] + 0.01, told
            assert box["height"] <= box["frame"]["height"] + 0.01, told
            assert box["at"]["x"] >= 10 and box["at"]["x"] + box["frame"]["width"] <= 200, told
            assert box["at"]["y"] >= 10 and box["at"]["y"] + box["frame"]["height"] <= 290, told
        assert boxes["name"]["size"] >= LEAST_POINTS, boxes["name"]
        assert boxes["words"]["size"] >= LEAST_POINTS, boxes["words"]
        assert boxes["mark"]["size"] >= LEAST_POINTS, boxes["mark"]


@pytest.mark.parametrize("size", SIZES)
def test_the_drawing_is_the_same_at_every_size(engine: ComposedPosters, size: str) -> None:
    box = next(b for b in engine.measure(make_sheet("riso", "uz", "Madina", "Salom", size)) if b["name"] == "name")
    on_a4 = next(b for b in engine.measure(make_sheet("riso", "uz", "Madina", "Salom")) if b["name"] == "name")
    assert box["size"] / on_a4["size"] == pytest.approx(SIZES[size][0] / 210, rel=0.01)


@pytest.mark.parametrize("design", DESIGNS)
def test_frames_do_not_overlap(engine: ComposedPosters, design: str) -> None:
    boxes = engine.measure(make_sheet(design, "uz", "Madina", texts_of("uz")[1]))
    for one, other in itertools.combinations(boxes, 2):
        apart = [
            one["at"][side] + one["frame"][length] <= other["at"][side] + 0.01
            or other["at"][side] + other["frame"][length] <= one["at"][side] + 0.01
            for side, length in (("x", "width"), ("y", "height"))
        ]
        assert any(apart), (one["name"], other["name"])


@pytest.mark.parametrize("design", DESIGNS)
def test_print_files_embed_their_fonts_and_hold_the_words_as_text(
    engine: ComposedPosters, design: str, tmp_path: Path
) -> None:
    sheet = make_sheet(design, "uz-Cyrl", "Ўғилой", "Ҳар бир кунинг қувончга тўлсин, ғайратинг сўнмасин!", "a5")
    grey = Cutout(np.full((512, 512, 3), 120, np.uint8), np.full((512, 512), 255, np.uint8))
    printed = engine.print(sheet, grey)
    (tmp_path / "poster.pdf").write_bytes(printed.pdf)
    page = PdfReader(tmp_path / "poster.pdf").pages[0]
    told = " ".join(page.extract_text().split())
    assert "қувончга тўлсин" in told and "ўғилой" in told.lower()
    for font in page["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(inner.get_object()), "a font is not embedded"
    picture = cv2.imdecode(np.frombuffer(printed.png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None and abs(picture.shape[1] - 154 / 25.4 * 300) < 2
