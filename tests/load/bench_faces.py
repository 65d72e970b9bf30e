"""Whether a talking face is believable: `python -m tests.load.bench_faces [--stars slug …] [--texts N] [--size 720]`.

Every demo star says texts in three languages with the real voices; what is measured are the animator's own frames,
whoever the animator is, with nothing written on them. `--sheets FOLDER` writes pictures to look at. Each measure has a
file in `tests/load/faces/`, where the method stands in full; the targets are these.

| column | measure | target |
|---|---|---|
| shut | m, b and p with a frame in which the lips are ≤ 3 % of the mouth's width apart | ≥ 98 % |
| r, lag | lip opening against the sounds' targets, blurred by 30 ms: Pearson r at the best lag, frames | ≥ 0.8, 0 ± 1 |
| teeth | RMS by which upper teeth stray from nose and eyes, px at 720, the head's turn taken out | ≤ 1.5 |
| jump | biggest change of the opening between two frames, share of its range | ≤ 35 % |
| quiet | furthest the lips' outline strays in a pause or after the last word, share of the eyes' distance | ≤ 1 % |
| blinks, ms | blinks a minute; median time with the lids lower than 80 % | 8–20, 150–250 |
| lid | median of the eye's lowest height in a blink, share of the usual; a shut eye has .2 | ≤ 0.35 |
| like, least | SFace cosine of every fifth frame with the portrait: median, minimum | ≥ 0.80, ≥ 0.70 |
| seam | gradient on the border of what moves against the skin beside it, as a ratio to the same at rest | ≤ 1.15 |
| cpu | milliseconds of CPU a frame to draw, all threads | told only |

And of the portraits: the largest SFace cosine of two different people, ≤ 0.45.

**Which lips.** The mesh alone is not believed: it draws closed lips over a row of teeth (it said 0.8 px on frames with
7 px of teeth) and a gap of 10 px into lips that are shut. So opening and closure are counted in pixels: between the
outer lip lines, which the mesh does know, whatever is darker or greyer than the lips is hollow or teeth. Both were held
against crops by eye.
"""

import argparse
import multiprocessing
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from bot.demo.catalogue import CatalogueArtist, load_catalogue
from tests.load.faces.acting import FPS, TEXTS, Line, Take, act, load_portrait, open_stage, say_texts
from tests.load.faces.eyes import list_blinks, measure_eyes
from tests.load.faces.gaps import measure_gaps
from tests.load.faces.identity import Recogniser, compare_all
from tests.load.faces.lips import compare_opening, judge_closures, measure_jump, measure_silence
from tests.load.faces.seam import measure_seam
from tests.load.faces.sheets import write_sheet
from tests.load.faces.teeth import follow_teeth
from tests.load.faces.tracking import Floats, Track, Tracker

PROCESSES = 2
PORTRAITS_APART = 0.45
Values = dict[str, float]  # a measure that has nothing to look at is NaN


@dataclass(frozen=True)
class Target:
    """From `low` to `high` is good; `form` is how a value is written."""

    low: float = -np.inf
    high: float = np.inf
    form: str = ".2f"

    def holds(self, value: float) -> bool:
        return bool(np.isnan(value) or self.low <= value <= self.high)

    def write(self, value: float) -> str:
        return "–" if np.isnan(value) else f"{value:{self.form}}" + ("" if self.holds(value) else "!")


TARGETS = {
    "shut": Target(low=98, form=".0f"),
    "r": Target(low=0.8),
    "lag": Target(-1, 1, "+.0f"),
    "teeth": Target(high=1.5),
    "jump": Target(high=35, form=".0f"),
    "quiet": Target(high=1),
    "blinks": Target(8, 20, ".0f"),
    "ms": Target(150, 250, ".0f"),
    "lid": Target(high=0.35),
    "like": Target(low=0.8),
    "least": Target(low=0.7),
    "seam": Target(high=1.15),
    "cpu": Target(form=".1f"),
}


@dataclass(frozen=True)
class Job:
    """A star, what it says, and where its sheet goes."""

    star: CatalogueArtist
    lines: list[Line]
    size: int
    sheets: Path | None = None


@dataclass(frozen=True)
class Verdict:
    slug: str
    values: Values
    portrait: Floats


def measure_star(job: Job) -> Verdict:
    """Acts and measures all lines of a star."""
    cv2.setNumThreads(1)
    portrait = load_portrait(job.star.portrait)
    with tempfile.TemporaryDirectory() as folder:
        animator = open_stage(Path(folder), job.size)
        animator.prepare(portrait, job.star.slug)
        takes = [act(animator, job.star.slug, line) for line in job.lines]
    tracker = Tracker()
    tracks = [tracker.follow(take) for take in takes]
    recogniser = Recogniser(tracker.detector)
    vector = recogniser.embed(portrait)
    likes = np.concatenate([recogniser.compare(take, vector) for take in takes])
    values = {**measure_lips(takes, tracks), **measure_blinks(takes, tracks)}
    values |= {"like": float(np.median(likes)), "least": float(likes.min())}
    values |= {"seam": max(map(measure_seam, takes, tracks)), "cpu": measure_cost(takes)}
    if job.sheets:
        write_sheet(job.sheets / f"{job.star.slug}.jpg", takes, tracks, list(map(measure_eyes, tracks)))
    return Verdict(job.star.slug, values, vector)


def measure_lips(takes: list[Take], tracks: list[Track]) -> Values:
    gaps = [measure_gaps(take, track) for take, track in zip(takes, tracks, strict=True)]
    unbroken, opening = ([some[:, i] for some in gaps] for i in (0, 1))
    shut = np.concatenate(
        [judge_closures(a, b, c.mouth_width) for a, b, c in zip(takes, unbroken, tracks, strict=True)]
    )
    fits = [compare_opening(take, some) for take, some in zip(takes, opening, strict=True)]
    teeth = np.concatenate([follow_teeth(*some) for some in zip(takes, tracks, opening, strict=True)])
    return {
        "shut": 100 * float(shut.mean()),
        "r": float(np.mean([r for r, _ in fits])),
        "lag": float(max((lag for _, lag in fits), key=abs)),
        "teeth": float(np.sqrt((teeth**2).mean())) if len(teeth) else np.nan,
        "jump": max(map(measure_jump, opening)),
        "quiet": max(map(measure_silence, takes, tracks)),
    }


def measure_blinks(takes: list[Take], tracks: list[Track]) -> Values:
    blinks = [blink for track in tracks for blink in list_blinks(measure_eyes(track))]
    minutes = sum(len(take.frames) for take in takes) / FPS / 60
    told = [(blink.milliseconds, blink.lowest) for blink in blinks] or [(np.nan, np.nan)]
    length, lid = np.median(told, axis=0)
    return {"blinks": len(blinks) / minutes, "ms": float(length), "lid": float(lid)}


def measure_cost(takes: list[Take]) -> float:
    return 1000 * sum(take.cpu for take in takes) / sum(len(take.frames) for take in takes)


def print_table(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """A row a star as it comes; a value with ! misses its target."""
    print(f"{'':<18}" + "".join(f"{name:>8}" for name in TARGETS), flush=True)
    told = []
    for verdict in verdicts:
        cells = (target.write(verdict.values[name]) for name, target in TARGETS.items())
        print(f"{verdict.slug:<18}" + "".join(f"{cell:>8}" for cell in cells), flush=True)
        told.append(verdict)
    held = (sum(t.holds(v.values[name]) for v in told) for name, t in TARGETS.items())
    print(f"{'held by':<18}" + "".join(f"{f'{count}/{len(told)}':>8}" for count in held))
    return told


def print_portraits(verdicts: list[Verdict]) -> None:
    matrix, most = compare_all([verdict.portrait for verdict in verdicts])
    print("\nportraits, SFace cosine")
    for verdict, row in zip(verdicts, matrix, strict=True):
        print(f"{verdict.slug:<18}" + "".join(f"{value:>7.2f}" for value in row))
    told = "held" if most <= PORTRAITS_APART else "MISSED"
    print(f"largest of two people {most:.2f}, target ≤ {PORTRAITS_APART}: {told}")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stars", nargs="+", help="slugs; all without it")
    parser.add_argument("--texts", type=int, default=3, choices=range(1, len(TEXTS) + 1))
    parser.add_argument("--size", type=int, default=720)
    parser.add_argument("--sheets", type=Path, help="a folder for contact sheets")
    return parser.parse_args()


def main() -> None:
    asked = read_arguments()
    stars = [star for star in load_catalogue().artists if not asked.stars or star.slug in asked.stars]
    lines = say_texts(stars, asked.texts)
    jobs = [Job(star, lines[star.slug], asked.size, asked.sheets) for star in stars]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        verdicts = print_table(pool.map(measure_star, jobs))
    print_portraits(verdicts)


if __name__ == "__main__":
    main()
