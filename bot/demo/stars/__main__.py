"""`python -m bot.demo.stars --data DIR --out DIR [slug …]`: draws portraits, all of them unless named."""

import argparse
import tempfile
import time
from pathlib import Path

from bot.demo.stars.looks import load_looks
from bot.demo.stars.render import build_star, develop, render_scene

STARS = Path(__file__).resolve().parent / "stars.yaml"


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with mpfb2/ and faceunits01/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=1024, help="pixels that are rendered; 768 is 2× quicker")
    parser.add_argument("--samples", type=int, default=64)
    parser.add_argument("--stars", type=Path, default=STARS)
    parser.add_argument("slugs", nargs="*")
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    looks = load_looks(arguments.stars)
    for slug in arguments.slugs or looks:
        started = time.monotonic()
        build_star(arguments.data, looks[slug])
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "raw.png"
            render_scene(raw, looks[slug], arguments.size, arguments.samples)
            develop(raw, arguments.out / f"{slug}.jpg", looks[slug].seed)
        print(f"{slug}: {time.monotonic() - started:.0f} s", flush=True)


main()
