"""The name heard before paying: asked of the voice worker through the real queue, spoken by whatever engine it has."""

import asyncio
from contextlib import AbstractAsyncContextManager

import numpy as np
import pytest

from bot.artists.artists import get_artist
from bot.errors import Unavailable
from bot.greetings import samples
from bot.greetings.samples import hear_name
from bot.services import Services
from bot.words.moderation import Blocked
from tests.flows.worker_world import open_worker
from workers.classes.contents import Contents
from workers.engines.contracts import EngineCard, EngineError, Speech, Voice
from workers.engines.loaded import Engines
from workers.making.say_name import say_name
from workers.rows import Bench

RATE = 24_000


class Hummer:
    """A `SpeechEngine` that hums whatever it is given, or breaks."""

    def __init__(self, broken: bool = False) -> None:
        self.broken = broken
        self.said: list[tuple[str, str]] = []

    def cards(self) -> dict[str, EngineCard]:
        return {}

    def speak(self, text: str, language: str, voice: Voice) -> Speech:
        if self.broken:
            raise EngineError("no breath")
        self.said.append((text, language))
        wave = 0.3 * np.sin(2 * np.pi * 220 * np.arange(RATE) / RATE)
        return Speech(wave.astype(np.float32), RATE, (), ())

    def close(self) -> None: ...


def open_voice(services: Services, engine: Hummer) -> AbstractAsyncContextManager[None]:
    bench = Bench(services, "test", Engines(speech=engine))
    return open_worker("voice", bench, Contents(calls={"say_name": say_name}))


async def test_a_name_is_spoken_once_whatever_its_spaces(services: Services) -> None:
    artist, engine = await get_artist("elbek-chaqmoqov"), Hummer()
    async with open_voice(services, engine):
        key = await hear_name(services, artist, "Gulnora  opa", "uz")
        assert await hear_name(services, artist, " gulnora opa", "uz") == key
    assert engine.said == [("Gulnora opa!", "uz")]
    assert (await services.store.get(key)).startswith(b"OggS")


async def test_a_voice_that_breaks_says_so_at_once(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "_WAIT_SECONDS", 60.0)
    artist = await get_artist("elbek-chaqmoqov")
    async with open_voice(services, Hummer(broken=True)), asyncio.timeout(20):
        with pytest.raises(Unavailable) as refused:
            await hear_name(services, artist, "Lola", "uz")
    assert refused.value.key == "error-voice-busy"


@pytest.mark.parametrize("name", ["李明", "Νίκος", "Ь"])
async def test_a_name_that_no_voice_can_say_is_refused_and_not_called_busy(services: Services, name: str) -> None:
    artist, engine = await get_artist("elbek-chaqmoqov"), Hummer()
    async with open_voice(services, engine):
        with pytest.raises(Blocked) as refused:
            await hear_name(services, artist, name, "uz")
    assert (refused.value.status, engine.said) == (422, [])


async def test_a_decorated_name_is_spoken_plain(services: Services) -> None:
    artist, engine = await get_artist("elbek-chaqmoqov"), Hummer()
    async with open_voice(services, engine):
        key = await hear_name(services, artist, "𝓜𝓪𝓭𝓲𝓷𝓪", "uz")
        assert await hear_name(services, artist, "Madina", "uz") == key
    assert engine.said == [("Madina!", "uz")]
