"""The embedded poster engine: pictures by OpenCV, type by Typst, and a PDF a print shop accepts."""

import io
import time
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

import cv2
import numpy as np
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from bot.posters.designs import BLEED_MM, SIZES
from workers.engines.contracts import EngineCard, EngineError, Picture
from workers.engines.face.judging import open_judge
from workers.engines.face.portrait import PortraitJudge
from workers.engines.mesh_warp.matte import cut_person
from workers.engines.poster.bill import paint_bill
from workers.engines.poster.riso import paint_riso
from workers.engines.poster.sheet import Cutout, Printed, Sheet, measure_ground
from workers.engines.poster.spotlight import paint_spotlight
from workers.engines.poster.typesetting import compile_sheet, measured_boxes, set_type
from workers.engines.poster.weave import draw_weave, paint_window

PREVIEW_DPI = {"a5": 140, "a4": 100, "a3": 72}  # about as many pixels each
PRINT_DPI = 300
_PLATE_DPI = 200  # of soft pictures; type, lines and halftone dots are printed at 300
_KEPT = 16  # cut-outs in memory, 4 MB each
_POINTS = 72 / 25.4


class ComposedPosters:
    """A `PosterEngine` on the CPU. One instance serves many threads; cut-outs are kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._judge: PortraitJudge | None = None
        self._cutouts: OrderedDict[str, Cutout] = OrderedDict()
        self._lock = Lock()

    def card(self) -> EngineCard:
        return EngineCard("composed-1", "Apache-2.0", "cpu", "Typst (Apache-2.0), pypdf and segno (BSD)")

    def cut(self, picture: Picture, key: str) -> Cutout:
        """The person of a portrait; found once and kept under `key`. Raises PortraitRefused."""
        with self._lock:
            if key not in self._cutouts:
                self._cutouts[key] = self._find_cutout(picture, key)
                while len(self._cutouts) > _KEPT:
                    self._cutouts.popitem(last=False)
            self._cutouts.move_to_end(key)
            return self._cutouts[key]

    def _find_cutout(self, picture: Picture, key: str) -> Cutout:
        kept = self._folder / f"{key}.png"
        if kept.exists():
            matte = cv2.imread(str(kept), cv2.IMREAD_GRAYSCALE)
            if matte is not None and matte.shape == picture.shape[:2]:
                return Cutout(picture, np.asarray(matte, np.uint8))
        if self._judge is None:
            self._judge = open_judge()
        mesh = self._judge.judge_portrait(picture)
        found = (cut_person(picture, mesh.points)[0] * 255).astype(np.uint8)
        self._folder.mkdir(parents=True, exist_ok=True)
        half = kept.with_suffix(".half.png")
        cv2.imwrite(str(half), found)
        half.replace(kept)
        return Cutout(picture, found)

    def preview(self, sheet: Sheet, cutout: Cutout) -> bytes:
        """A JPEG for the screen, trimmed to what will hang on the wall."""
        dpi = PREVIEW_DPI[sheet.size]
        with set_type(sheet, paint_pictures(sheet, cutout, dpi, dpi)) as compiler:
            drawn = compile_sheet(compiler, "png", dpi)
        page = np.asarray(cv2.imdecode(np.frombuffer(drawn, np.uint8), cv2.IMREAD_COLOR), np.uint8)
        edge = round(BLEED_MM * dpi / 25.4)
        return _encode(page[edge:-edge, edge:-edge], ".jpg", 88)

    def print(self, sheet: Sheet, cutout: Cutout) -> Printed:
        """The print files. Raises EngineError."""
        started = time.perf_counter()
        pictures = paint_pictures(sheet, cutout, _PLATE_DPI, PRINT_DPI)
        painted = time.perf_counter()
        with set_type(sheet, pictures) as compiler:
            pdf = mark_boxes(compile_sheet(compiler, "pdf"), sheet)
            typeset = time.perf_counter()
            png = compile_sheet(compiler, "png", PRINT_DPI)
        done = time.perf_counter()
        stages = {"paint": painted - started, "pdf": typeset - painted, "png": done - typeset}
        return Printed(pdf, png, {name: round(seconds, 3) for name, seconds in stages.items()})

    def measure(self, sheet: Sheet) -> list[dict[str, Any]]:
        """Every text box as it was measured; no picture is painted for it."""
        blank = Cutout(np.full((64, 64, 3), 128, np.uint8), np.full((64, 64), 255, np.uint8))
        with set_type(sheet, paint_pictures(sheet, blank, 20, 20)) as compiler:
            return measured_boxes(compiler)


def paint_pictures(sheet: Sheet, cutout: Cutout, soft_dpi: int, sharp_dpi: int) -> dict[str, bytes]:
    """The files that a design's template asks for."""
    soft, sharp = measure_ground(sheet, soft_dpi), measure_ground(sheet, sharp_dpi)
    match sheet.design:
        case "spotlight":
            return {"plate.jpg": _encode(paint_spotlight(sheet, cutout, soft), ".jpg", 93)}
        case "riso":
            return {"plate.jpg": _encode(paint_riso(sheet, cutout, sharp), ".jpg", 93)}
        case "bill":
            return {"picture.jpg": _encode(paint_bill(sheet, cutout, soft), ".jpg", 93)}
        case "ikat":
            window = _encode(paint_window(sheet, cutout, soft), ".png", 1)
            return {"picture.png": window, "weave.svg": draw_weave(sheet).encode()}
    raise EngineError(f"no such design: {sheet.design}")


def _encode(picture: Picture, form: str, quality: int) -> bytes:
    setting = cv2.IMWRITE_JPEG_QUALITY if form == ".jpg" else cv2.IMWRITE_PNG_COMPRESSION
    return bytes(cv2.imencode(form, picture, [setting, quality])[1])


def mark_boxes(pdf: bytes, sheet: Sheet) -> bytes:
    """Says where to cut: TrimBox inside, BleedBox around it, as PDF/X asks."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    width, height = (side * _POINTS for side in SIZES[sheet.size])
    edge = BLEED_MM * _POINTS
    for page in writer.pages:
        page.trimbox = RectangleObject((edge, edge, edge + width, edge + height))
        page.bleedbox = RectangleObject((0, 0, width + 2 * edge, height + 2 * edge))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
