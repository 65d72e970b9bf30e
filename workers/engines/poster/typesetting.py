"""Typst sets the type: a template a design, its words as JSON, its pictures in a folder for a moment."""

import io
import json
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import segno
import typst
from PIL import ImageFont

from bot.posters.designs import BLEED_MM
from bot.words.letters import drawn_form
from workers.engines.contracts import EngineError
from workers.engines.film.fonts import FONTS, TEXT, keep_drawable
from workers.engines.poster.sheet import Sheet
from workers.engines.poster.tone import to_bgr

_FOLDER = Path(__file__).parent
_HEAVY = _FOLDER / "fonts" / "Oswald-Bold.ttf"
_LONGEST = 16  # letters without a space; longer ones may break anywhere


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        font_paths=[str(_FOLDER / "fonts"), str(FONTS)], include_system_fonts=False, include_embedded_fonts=False
    )


@lru_cache(maxsize=8)
def _template(name: str) -> bytes:
    return (_FOLDER / "designs" / name).read_bytes()


@contextmanager
def set_type(sheet: Sheet, pictures: dict[str, bytes]) -> Iterator[typst.Compiler]:
    """A poster ready to be written out as PDF or PNG, while the block lasts."""
    files = {
        "main.typ": _template(f"{sheet.design}.typ"),
        "type.typ": _template("type.typ"),
        "code.svg": _draw_code(sheet),
        **pictures,
    }
    with tempfile.TemporaryDirectory(prefix="stario-poster-") as folder:
        for name, body in files.items():
            (Path(folder) / name).write_bytes(body)
        yield typst.Compiler(
            str(Path(folder) / "main.typ"),
            root=folder,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(_describe(sheet))},
        )


def compile_sheet(compiler: typst.Compiler, form: Literal["pdf", "png"], dpi: int | None = None) -> bytes:
    """The poster as `pdf` or `png`. Raises EngineError with what the typesetter said."""
    try:
        made = compiler.compile(format=form, ppi=dpi)
    except typst.TypstError as error:
        raise EngineError(f"the poster could not be typeset: {error}") from error
    if not isinstance(made, bytes):
        raise EngineError("the poster does not fit one sheet")
    return made


def measured_boxes(compiler: typst.Compiler) -> list[dict[str, Any]]:
    """What `fitted` told of each text: sizes in points, boxes and frames in millimetres."""
    found: list[dict[str, Any]] = json.loads(compiler.query("<fitted>", field="value"))
    return found


def _describe(sheet: Sheet) -> dict[str, Any]:
    width, height = sheet.trim_mm
    names = ("artist", "line", "mark", "origin")
    words = {name: drawable(getattr(sheet, name)) for name in ("recipient", *names)}
    words["words"] = breakable(sheet.words)
    shape = {"width": width, "height": height, "bleed": BLEED_MM, "palette": vars(sheet.colours)}
    return {**shape, "lacking": lacking_letters("".join(words.values())), **words}


def lacking_letters(words: str) -> str:
    """Letters that the heavy face lacks: a text with one of them is set in the plain face, whole."""
    return "".join(sorted(letter for letter in {*words, *words.upper()} if not _has(_HEAVY, letter)))


@lru_cache(maxsize=4096)
def _has(font: Path, letter: str) -> bool:
    """Whether a typeface has the letter in one piece."""
    face = ImageFont.truetype(str(font), 32, layout_engine=ImageFont.Layout.BASIC)
    return letter.isspace() or bytes(face.getmask(letter)) != bytes(face.getmask("\U0010fffe"))


def drawable(words: str) -> str:
    """The words without signs that no typeface has; the typesetter joins a letter and its mark only when apart."""
    kept = keep_drawable(TEXT, drawn_form(words))
    return "".join(letter if _has(FONTS / TEXT, letter) else unicodedata.normalize("NFD", letter) for letter in kept)


def breakable(words: str) -> str:
    """The same, and a word without end may be broken anywhere."""
    return " ".join(_loosen(word) for word in drawable(words).split())


def _loosen(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    return "\u200b".join(word)


def _draw_code(sheet: Sheet) -> bytes:
    """The QR code as SVG, dark on whatever pale ground the template puts below it."""
    dark = min(sheet.colours.ink, sheet.colours.paper, key=lambda colour: sum(to_bgr(colour)))
    out = io.BytesIO()
    segno.make(sheet.page, error="m", micro=False).save(out, kind="svg", border=0, dark=dark, scale=10)
    return out.getvalue()
