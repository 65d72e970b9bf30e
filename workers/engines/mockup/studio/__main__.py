"""Renders the plates: `python -m workers.engines.mockup.studio FOLDER [product …]`."""

import sys
from pathlib import Path

from workers.engines.mockup.studio.case import build_case
from workers.engines.mockup.studio.mug import build_mug
from workers.engines.mockup.studio.sheet import build_sheet
from workers.engines.mockup.studio.shirt import build_shirt
from workers.engines.mockup.studio.stage import shoot
from workers.engines.mockup.studio.wall import build_wall

SCENES = {
    "poster": build_wall,
    "mug": build_mug,
    "tshirt": build_shirt,
    "phone_case": build_case,
    "stickers": build_sheet,
}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SCENES:
        SCENES[name]()
        shoot(folder, name)


main()
