"""In the conversation a name is heard before anybody pays, and nobody waits while somebody else listens."""

import asyncio

import pytest

from bot.artists.artists import get_artist
from bot.greetings import samples
from bot.services import Services
from tests.control import Control
from tests.flows.talking import Chatter, content, reach_words, start_in


async def test_a_name_is_heard_before_paying_and_uploaded_once(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    artist = await get_artist("elbek-chaqmoqov")
    await services.store.put(samples.note_key(artist, "Onajon", "uz"), b"OggS" + bytes(60), "audio/ogg")
    await reach_words(fan, "Elbek")
    await fan.tap("qanday jaranglaydi")
    first = await fan.person.wait_for(lambda message: "voice" in message)
    assert "«Onajon» — Elbek Chaqmoqov ovozida" in content(first)
    await fan.tap("qanday jaranglaydi")
    second = await fan.person.wait_for(lambda message: "voice" in message, after=first["message_id"])
    assert second["voice"]["file_id"] == first["voice"]["file_id"]


async def test_a_silent_voice_worker_is_said_and_the_step_stays(fan: Chatter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "_WAIT_SECONDS", 0.1)
    await start_in(fan)
    await reach_words(fan, "Elbek")
    await fan.tap("qanday jaranglaydi")
    await fan.expect("Ovozni hozir eshittira olmadik")
    summary = await fan.say("Onajon, tugʻilgan kuningiz muborak!")
    assert "Hammasi toʻgʻrimi?" in content(summary)


async def test_two_people_do_not_wait_for_each_other(fan: Chatter, playground: Control) -> None:
    """While one listens to a silent worker, the other gets the menu."""
    await start_in(fan)
    await reach_words(fan, "Elbek")
    neighbour = Chatter(await playground.new_person("Sardor"))
    waiting = asyncio.create_task(fan.tap("qanday jaranglaydi"))
    async with asyncio.timeout(8):
        await start_in(neighbour)
        await neighbour.expect("Salom, Sardor")
    await waiting
