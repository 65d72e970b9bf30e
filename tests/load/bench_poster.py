"""How fast a poster is drawn: `python -m tests.load.bench_poster [rounds]`.

Method: one portrait of the demo catalogue, its cut-out known as after the first poster of an artist; each design draws
its preview and its A4 print files (PDF and PNG at 300 dpi) in turn. Wall seconds are the median over the rounds and
true on an idle machine; CPU seconds hold on a busy one. The ratio is to what is promised: 1 s and 5 s.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.posters.designs import DESIGNS, PALETTES
from tests.contracts.engines.animator_cases import load_portrait
from workers.engines.poster import ComposedPosters, Sheet

PREVIEW_SECONDS, PRINT_SECONDS = 1.0, 5.0
WORDS = "Hurmatli ustoz! Siz bizga nafaqat bilim, balki hayotga mehr bilan qarashni oʻrgatdingiz. " * 3


def make_sheet(design: str) -> Sheet:
    return Sheet(
        design=design,
        palette=next(iter(PALETTES[design])),
        size="a4",
        recipient="Gʻayrat",
        words=WORDS[:200],
        artist="Zarnigor Bahoriy",
        line="Chin yurakdan",
        mark="Sunʼiy intellekt bilan yaratilgan · Stario",
        origin="Zarnigor Bahoriy oʻz qiyofasidan foydalanishga rozilik bergan.",
        page="https://stario.uz/p/abcdefghjk",
    )


def measure(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median wall and CPU seconds."""
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return statistics.median(walls), statistics.median(cpus)


def bench_posters(rounds: int = 3) -> None:
    """Prints a line a design."""
    with tempfile.TemporaryDirectory(prefix="stario-bench-") as folder:
        engine = ComposedPosters(Path(folder))
        start = time.process_time()
        cutout = engine.cut(load_portrait(), "bench")
        print(
            f"\nposters, A4, 200 characters; the cut-out took {time.process_time() - start:.2f} s CPU, once an artist"
        )
        engine.preview(make_sheet("bill"), cutout)  # fonts are read once a process
        print("  design       preview  CPU   of 1 s    print   CPU   of 5 s")
        for design in DESIGNS:
            sheet = make_sheet(design)
            seen, seen_cpu = measure(lambda sheet=sheet: engine.preview(sheet, cutout), rounds)  # type: ignore[misc]
            printed, printed_cpu = measure(lambda sheet=sheet: engine.print(sheet, cutout), rounds)  # type: ignore[misc]
            print(
                f"  {design:11} {seen:6.2f} {seen_cpu:6.2f} {seen / PREVIEW_SECONDS:6.0%} "
                f"{printed:9.2f} {printed_cpu:6.2f} {printed / PRINT_SECONDS:6.0%}"
            )


if __name__ == "__main__":
    bench_posters(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
