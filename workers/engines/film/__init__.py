"""The finished film: title, captions, the AI mark, an ending, the cover and the MP4."""

from workers.engines.film.cover import write_cover
from workers.engines.film.dressing import Dressing, make_dressing
from workers.engines.film.encoder import FilmEncoder
from workers.engines.film.planes import Planes
from workers.engines.film.timeline import SPEECH_AT, Timeline, plan_timeline

__all__ = [
    "SPEECH_AT",
    "Dressing",
    "FilmEncoder",
    "Planes",
    "Timeline",
    "make_dressing",
    "plan_timeline",
    "write_cover",
]
