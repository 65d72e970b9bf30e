"""Captions under the face, two lines at most, each word lighting up as it is said."""

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw

from workers.engines.contracts import Planes, Word
from workers.engines.film.fonts import TEXT, keep_drawable, load_font
from workers.engines.film.layout import Layout
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.typeset import chop_word

PAUSE = 0.55  # a silence this long (seconds) starts a new page
LINGER = 0.45  # a page stays this long after its last word
LINES = 2
LEADING = 1.34
READABLE = 0.040  # of the side: rather one line than two of smaller type
STOPS = ".!?…"


@dataclass(frozen=True)
class Placed:
    """A word of a page: when it is said, and its box (x, y, width) on the page in pixels."""

    word: Word
    x: int
    y: int
    width: int


@dataclass
class Page:
    """Words shown together. `dim` is all of it before anything is said, `lit` all of it said."""

    start: float
    end: float
    words: list[Placed]
    dim: Stamp
    lit: Stamp
    shown: Stamp
    said: int = 0

    def put(self, frame: Planes, time: float) -> None:
        """The page as it is at `time`, fading in and out."""
        while self.said < len(self.words) and self.words[self.said].word.start <= time + 0.04:
            self._light(self.words[self.said])
            self.said += 1
        fade = min((time - self.start) / 0.14, (self.end - time) / 0.16, 1.0)
        self.shown.put(frame, max(fade, 0.0))

    def _light(self, placed: Placed) -> None:
        x0, x1 = placed.x // 2 * 2, (placed.x + placed.width + 3) // 2 * 2
        step = self.lit.luma.shape[0] // max(1, 1 + max(word.y for word in self.words))
        y0, y1 = placed.y * step // 2 * 2, (placed.y + 1) * step // 2 * 2
        for name in ("luma", "cover"):
            getattr(self.shown, name)[y0:y1, x0:x1] = getattr(self.lit, name)[y0:y1, x0:x1]
        for name in ("chroma", "half_cover"):
            half = slice(y0 // 2, y1 // 2), slice(x0 // 2, x1 // 2)
            getattr(self.shown, name)[half] = getattr(self.lit, name)[half]


@dataclass
class Captions:
    """All pages of a film; frames must be asked for in order of time."""

    pages: list[Page] = field(default_factory=list)

    def cover(self, frame: Planes, time: float) -> None:
        """Lays the caption of `time` (seconds from the start of the film) over a frame."""
        while self.pages and self.pages[0].end <= time:
            self.pages.pop(0)
        if self.pages and self.pages[0].start <= time:
            self.pages[0].put(frame, time)


def draw_captions(words: tuple[Word, ...], offset: float, layout: Layout, ceiling: int) -> Captions:
    """Captions for words timed from the start of a speech that begins at `offset`.

    `ceiling` is the highest pixel row they may touch (below the mouth); type shrinks where room is scarce.
    """
    lines, font_size = fit_lines(layout, ceiling)
    limit = int(layout.side * 0.84)
    timed = [Word(w.start + offset, w.end + offset, t) for w in words if (t := keep_drawable(TEXT, w.text))]
    groups = group_words(timed, font_size, limit)
    if lines == 1:  # the halves of a page one after the other: no word stands alone
        groups = [[line] for group in groups for line in group]
    pages: list[Page] = []
    for place, group in enumerate(groups):
        start = group[0][0].start - 0.10
        end = group[-1][-1].end + LINGER
        if place + 1 < len(groups):
            end = min(end, max(groups[place + 1][0][0].start - 0.10, start + 0.2))
        if pages:
            start = max(start, pages[-1].end)
        pages.append(draw_page(group, start, end, font_size, layout))
    return Captions(pages)


def fit_lines(layout: Layout, ceiling: int) -> tuple[int, int]:
    """How many lines stand between the mouth and the player's buttons, and in which type size."""
    size, room = layout.side, layout.floor - ceiling
    lines = LINES if room >= LINES * LEADING * READABLE * size else 1
    return lines, max(15, min(round(size * 0.046), int(room / (lines * LEADING))))


def group_words(words: list[Word], font_size: int, limit: int) -> list[list[list[Word]]]:
    """Pages of lines of words: a page ends after two full lines, a sentence or a silence."""
    font = load_font(TEXT, font_size)
    pages: list[list[list[Word]]] = []
    ended = True
    for word in (piece for whole in words for piece in split_word(whole, font_size, limit)):
        last = pages[-1][-1] if pages else []
        silent = bool(last) and word.start - last[-1].end > PAUSE
        if ended or silent:
            pages.append([[word]])
        elif font.getlength(" ".join([*(w.text for w in last), word.text])) <= limit:
            last.append(word)
        elif len(pages[-1]) < LINES:
            pages[-1].append([word])
        else:
            pages.append([[word]])
        ended = word.text[-1:] in STOPS
    return [balance_page(page, font_size, limit) for page in pages]


def balance_page(page: list[list[Word]], font_size: int, limit: int) -> list[list[Word]]:
    """Two lines of nearly one length read better than a full one and a rest."""
    if len(page) < LINES:
        return page
    font, words = load_font(TEXT, font_size), [word for line in page for word in line]

    def wide(part: list[Word]) -> float:
        return float(font.getlength(" ".join(word.text for word in part)))

    cuts = range(1, len(words))
    best = min(cuts, key=lambda cut: max(wide(words[:cut]), wide(words[cut:])))
    fits = max(wide(words[:best]), wide(words[best:])) <= limit
    return [words[:best], words[best:]] if fits else page


def split_word(word: Word, font_size: int, limit: int) -> list[Word]:
    """A word wider than a line, in pieces that share its time."""
    pieces = chop_word(word.text, load_font(TEXT, font_size), limit)
    share = (word.end - word.start) / len(pieces)
    return [Word(word.start + i * share, word.start + (i + 1) * share, piece) for i, piece in enumerate(pieces)]


def draw_page(lines: list[list[Word]], start: float, end: float, font_size: int, layout: Layout) -> Page:
    """Rasters one page, centred, its foot on the floor."""
    font = load_font(TEXT, font_size)
    step = round(font_size * LEADING) // 2 * 2
    pad = round(font_size * 0.5)
    texts = [" ".join(word.text for word in line) for line in lines]
    width = min(layout.side, round(max(font.getlength(text) for text in texts)) + 2 * pad + 4) // 2 * 2
    height = step * len(lines)
    placed: list[Placed] = []
    dim, lit = (_draw_panel(width, height, font_size) for _ in range(2))
    for row, (line, text) in enumerate(zip(lines, texts, strict=True)):
        left = (width - font.getlength(text)) / 2
        spot = (left, row * step + step / 2)
        for image, tone in ((dim, (255, 255, 255, 150)), (lit, (255, 255, 255, 255))):
            layer = Image.new("RGBA", image.size, (255, 255, 255, 0))
            ImageDraw.Draw(layer).text(spot, text, font=font, fill=tone, anchor="lm")
            image.alpha_composite(layer)
        before = ""
        for word in line:
            placed.append(Placed(word, round(left + font.getlength(before)), row, round(font.getlength(word.text))))
            before += f"{word.text} "
    corner = ((layout.side - width) // 2, layout.floor - height)
    stamps = [make_stamp(image, corner) for image in (dim, lit)]
    shown = make_stamp(dim, corner)
    return Page(start, end, placed, stamps[0], stamps[1], shown)


def _draw_panel(width: int, height: int, font_size: int) -> Image.Image:
    big = Image.new("L", (width * 2, height * 2), 0)
    ImageDraw.Draw(big).rounded_rectangle((0, 0, width * 2 - 1, height * 2 - 1), font_size * 0.8, fill=118)
    image = Image.new("RGBA", (width, height), (10, 8, 14, 0))
    image.putalpha(Image.fromarray(np.asarray(big.resize((width, height), Image.Resampling.LANCZOS))))
    return image
