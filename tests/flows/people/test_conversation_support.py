"""Help from a person, and the voice that says a name before anybody pays."""

import asyncio

import pytest

from bot.artists.artists import get_artist
from bot.greetings import samples
from bot.services import Services
from db.users import User
from tests.control import Control
from tests.flows.talking import Chatter, content, reach_words, start_in

STAFF_CHAT = -1001000000001


async def test_a_question_reaches_the_staff_and_the_answer_comes_back(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await fan.say("/paysupport")
    await fan.tap("Xodimga yozish")
    await fan.expect("Nima boʻldi?")
    assert "xodimimizga yetdi" in content(await fan.say("<b>Pulim</b> qaytmadi, № 12345678"))
    timur = Chatter(playground.person(30002, STAFF_CHAT))
    card = await timur.expect(f"#u{fan.person.id}")
    assert "<b>Pulim</b> qaytmadi" in content(card)
    await timur.person.say("Bugun qaytadi.", reply_to=card["message_id"])
    assert "Bugun qaytadi." in content(await fan.expect("Xodimimizning javobi"))
    assert "photo" in await fan.say("Sabohat"), "after the question, words are a search again"


async def test_an_answer_to_somebody_who_is_gone_says_so(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await fan.say("/paysupport")
    await fan.tap("Xodimga yozish")
    await fan.expect("Nima boʻldi?")
    await fan.say("Salom, savolim bor")
    timur = Chatter(playground.person(30002, STAFF_CHAT))
    card = await timur.expect(f"#u{fan.person.id}")
    await User.filter(telegram_id=fan.person.id).update(telegram_id=None)
    sent = await timur.person.say("Marhamat", reply_to=card["message_id"])
    await timur.expect("не дошёл", after=sent["message_id"])


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
