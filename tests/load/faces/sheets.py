"""Contact sheets: what to look at before believing a number."""

from pathlib import Path

import cv2
import numpy as np

from tests.load.faces.acting import Take
from tests.load.faces.tracking import EYE_CORNERS, LIPS, NOSE_TIP, Floats, Track, frame_points, hold_part
from workers.engines.contracts import Picture

SOUNDS = {"a": "aɑæ", "o": "oɔɒ", "u": "uʊɯ", "i": "iɪɨ", "m": "mbp", "f": "fvʋ", "s": "szʃ"}
MOUTH, EYES, HEAD = (420, 315), (560, 210), (560, 560)  # pixels of a cell
LIDS = (133, 33, 362, 263, 105, 334, 145, 374)


def write_sheet(path: Path, takes: list[Take], tracks: list[Track], eyes: list[Floats]) -> None:
    """Mouths by sound, eyes by lid, heads by turn."""
    rows = [draw_mouths(takes, tracks), draw_eyes(takes[0], tracks[0], eyes[0]), draw_heads(takes[0], tracks[0])]
    width = max(row.shape[1] for row in rows)
    filled = [cv2.copyMakeBorder(row, 0, 4, 0, width - row.shape[1], cv2.BORDER_CONSTANT) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.vstack(filled), [cv2.IMWRITE_JPEG_QUALITY, 92])


def draw_mouths(takes: list[Take], tracks: list[Track]) -> Picture:
    cells = [draw_sound(takes, tracks, name, letters) for name, letters in SOUNDS.items()]
    cells.append(crop_mouth(takes[0], tracks[0], len(takes[0].frames) - 1, "rest"))
    cells = [cell for cell in cells if cell is not None]
    return np.vstack([np.hstack(cells[:4]), np.hstack((cells[4:] + [np.zeros_like(cells[0])] * 4)[:4])])


def draw_sound(takes: list[Take], tracks: list[Track], name: str, letters: str) -> Picture | None:
    """The middle of the longest such sound."""
    said = [
        (p.end - p.start, n, p) for n, t in enumerate(takes) for p in t.line.speech.phonemes if p.ipa[:1] in letters
    ]
    said = [some for some in said if some[2].ipa]
    if not said:
        return None
    _, number, sound = max(said, key=lambda some: some[0])
    take = takes[number]
    frame = int(np.abs(take.times - (sound.start + sound.end) / 2).argmin())
    return crop_mouth(take, tracks[number], frame, f"{name} [{take.line.language} {sound.start:.2f} s]")


def crop_mouth(take: Take, track: Track, frame: int, label: str) -> Picture:
    return crop_part(take, track, frame, LIPS, 0.35, MOUTH, label)


def draw_eyes(take: Take, track: Track, eyes: Floats) -> Picture:
    """Open, half shut and shut."""
    shut = int(eyes.argmin())
    near = np.arange(max(shut - 4, 0), min(shut + 5, len(eyes)))
    half = int(near[np.abs(eyes[near] - 0.6).argmin()])
    shown = {"open": int(np.abs(eyes - 1).argmin()), "half": half, "shut": shut}
    return np.hstack([crop_part(take, track, i, LIDS, 0.12, EYES, f"{n} {eyes[i]:.2f}") for n, i in shown.items()])


def draw_heads(take: Take, track: Track) -> Picture:
    """Turned the most to either side, and as usual."""
    turn = (track.steady[:, NOSE_TIP] - track.steady[:, EYE_CORNERS].mean(1))[:, 0]
    order = np.argsort(turn)
    shown = {"left": order[0], "middle": order[len(order) // 2], "right": order[-1]}
    return np.hstack([write_label(fit(take.picture(int(i)), HEAD), name) for name, i in shown.items()])


def crop_part(
    take: Take, track: Track, frame: int, part: tuple[int, ...], margin: float, cell: tuple[int, int], label: str
) -> Picture:
    x0, y0, x1, y1 = frame_points(track.middle[list(part)], margin, take.size)
    middle, height = (y0 + y1) // 2, (x1 - x0) * cell[1] // cell[0]
    box = (x0, middle - height // 2, x1, middle + height // 2)
    return write_label(fit(hold_part(take, track, frame, box), cell), label)


def fit(picture: Picture, cell: tuple[int, int]) -> Picture:
    return np.asarray(cv2.resize(picture, cell, interpolation=cv2.INTER_CUBIC), np.uint8)


def write_label(picture: Picture, label: str) -> Picture:
    for colour, thick in (((0, 0, 0), 3), ((255, 255, 255), 1)):
        cv2.putText(picture, label, (6, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, colour, thick, cv2.LINE_AA)
    return picture
