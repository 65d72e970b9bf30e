"""Posters, mockups and cards are drawn."""

from functools import partial

from workers.chores.prepare_cutouts import prepare_cutouts
from workers.chores.prepare_shelf import prepare_shelf
from workers.classes.contents import Contents
from workers.engines.loaded import Engines
from workers.engines.mockup.printing import Mockups
from workers.engines.poster import ComposedPosters
from workers.making.draw_card import draw_card
from workers.making.draw_mockup import draw_mockup
from workers.making.preview_poster import preview_poster
from workers.making.print_poster import bury_poster, print_poster
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    folder = bench.services.settings.data_dir / "cutouts"
    bench.engines = Engines(posters=ComposedPosters(folder), mockups=Mockups())
    return Contents(
        rows={"print_poster": print_poster},
        burials={"print_poster": bury_poster},
        calls={"preview_poster": preview_poster, "draw_mockup": draw_mockup, "draw_card": draw_card},
        chores=[partial(prepare_shelf, bench), partial(prepare_cutouts, bench)],
    )
