"""Greetings are rendered."""

from workers.classes.contents import Contents
from workers.classes.slow_imports import import_slowly
from workers.engines.animators import open_animator
from workers.engines.loaded import Engines
from workers.engines.speech.opening import open_speech
from workers.making.make_video import bury_video, make_video
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    settings = bench.services.settings
    bench.engines = Engines(speech=open_speech(settings), animator=open_animator(settings))
    return Contents({"make_video": make_video}, {"make_video": bury_video}, chores=[import_slowly])
