"""A name is spoken while somebody waits."""

import asyncio

from workers.classes.contents import Contents
from workers.classes.slow_imports import import_slowly
from workers.engines.loaded import Engines
from workers.engines.speech.opening import open_speech
from workers.making.say_name import say_name
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    speech = open_speech(bench.services.settings)
    bench.engines = Engines(speech=speech)

    async def warm() -> None:  # the slow start of an engine is not theirs who wait
        await asyncio.to_thread(speech.warm)

    return Contents(calls={"say_name": say_name}, chores=[warm, import_slowly])
