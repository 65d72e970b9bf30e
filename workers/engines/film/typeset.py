"""Setting words in a box: breaking lines, shrinking type until it fits, never past the edge."""

from dataclasses import dataclass

from PIL import ImageFont

from workers.engines.film.fonts import Face, load_font


@dataclass(frozen=True)
class Setting:
    """Lines and the type size at which they fit."""

    lines: tuple[str, ...]
    size: int


def fit_text(words: str, face: Face, width: int, lines: int, largest: int, smallest: int = 14) -> Setting:
    """The largest type at which `words` fit `width` pixels in so many lines; at the smallest it is cut."""
    for size in range(largest, smallest - 1, -2):
        found = break_lines(words, load_font(face, size), width)
        if len(found) <= lines and all(load_font(face, size).getlength(line) <= width for line in found):
            return Setting(tuple(balance_lines(found, load_font(face, size), width)), size)
    font = load_font(face, smallest)
    kept = break_lines(words, font, width, chop=True)[:lines]
    if kept and " ".join(kept) != words:
        kept[-1] = cut_line(kept[-1], font, width)
    return Setting(tuple(kept), smallest)


def fit_title(words: str, face: Face, width: int, largest: int, smallest: int = 14) -> Setting:
    """One line, as long as its type stays large; else two smaller ones."""
    single = fit_text(words, face, width, 1, largest, round(largest * 0.7))
    return (
        single if " ".join(single.lines) == words else fit_text(words, face, width, 2, round(largest * 0.76), smallest)
    )


def break_lines(words: str, font: ImageFont.FreeTypeFont, width: int, chop: bool = False) -> list[str]:
    """Greedy lines; with `chop` a word wider than the line is cut into pieces."""
    lines: list[str] = []
    for word in words.split():
        for piece in chop_word(word, font, width) if chop else [word]:
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and font.getlength(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def balance_lines(lines: list[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The same number of lines, as even as they get."""
    words, best = " ".join(lines), lines
    for narrow in range(width, width // 3, -8):
        found = break_lines(words, font, narrow)
        if len(found) > len(lines) or any(font.getlength(line) > width for line in found):
            break
        best = found
    return best


def chop_word(word: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A word too wide for a line, in pieces that fit."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def cut_line(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The line with … at its end, within the width."""
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
