"""Everything that is written on a film, laid on its frames in order."""

from dataclasses import dataclass

from workers.engines.contracts import Planes, Script
from workers.engines.film.captions import Captions, draw_captions
from workers.engines.film.ending import Ending, draw_ending
from workers.engines.film.grain import Grain, make_grain
from workers.engines.film.layout import Layout, lay_square
from workers.engines.film.mark import draw_mark
from workers.engines.film.stamp import Stamp
from workers.engines.film.timeline import SPEECH_AT, Timeline
from workers.engines.film.title import Title, draw_title


@dataclass
class Dressing:
    """Grain, title, captions, ending, and the mark over all of them."""

    fps: int
    grain: Grain
    title: Title
    captions: Captions
    ending: Ending
    mark: Stamp

    def dress(self, frame: Planes, number: int) -> None:
        """Writes on frame `number`; call in order."""
        time = number / self.fps
        self.grain.lay(frame, number)
        self.captions.cover(frame, time)
        self.title.cover(frame, time)
        self.ending.cover(frame, time)
        self.mark.put(frame)


def make_dressing(
    script: Script, timeline: Timeline, still: Planes, ceiling: int, layout: Layout | None = None
) -> Dressing:
    """Rasters all that will be written; `ceiling` is the row of `still` captions stay below. Square without layout."""
    layout = layout or lay_square(still.size[0])
    return Dressing(
        timeline.fps,
        make_grain(layout.side, layout.height),
        draw_title(script.title, script.artist, layout),
        draw_captions(script.captions, SPEECH_AT, layout, layout.top + ceiling),
        draw_ending(script.artist, layout, timeline.seconds),
        draw_mark(script.mark, layout.side),
    )
