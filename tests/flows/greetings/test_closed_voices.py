"""A fan who takes no voice notes hears the name all the same; what a setting forbids is said, and is no failure."""

import logging
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters.redis_keys import media_key
from bot.services import Services
from db.users import User
from handlers.greeting import words
from tests.control import Control
from tests.flows.talking import Chatter, reach_words, start_in

SOUND = b"OggS and what an engine said"
KEY = "samples/closed-voices.ogg"


@pytest_asyncio.fixture
async def sound(services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """The name is spoken already; what is tried here is how it is sent."""
    await services.store.put(KEY, SOUND, "audio/ogg")

    async def hear(*_: object) -> str:
        return KEY

    monkeypatch.setattr(words, "hear_name", hear)
    yield
    await services.redis.delete(media_key(services.telegram.id, KEY))


async def reach_hearing(fan: Chatter) -> None:
    await start_in(fan)
    await reach_words(fan, "Sabohat", "Onajon")


async def test_who_takes_voice_notes_gets_one(fan: Chatter, sound: None) -> None:
    await reach_hearing(fan)
    await fan.tap("qanday jaranglaydi")
    assert "voice" in await fan.expect("ovozida")


@pytest.mark.parametrize("taps", [1, 2], ids=["once", "twice"])
async def test_who_takes_none_gets_a_file_and_the_reason(
    fan: Chatter, sound: None, playground: Control, caplog: pytest.LogCaptureFixture, taps: int
) -> None:
    await reach_hearing(fan)
    await playground.call("POST", f"/users/{fan.person.id}/voices", json={"closed": True})
    for _ in range(taps):
        await fan.tap("qanday jaranglaydi")
        heard = await fan.expect("ovozli xabarlar yopiq")
        assert "audio" in heard and heard["audio"]["title"] == "Onajon"
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    await playground.call("POST", f"/users/{fan.person.id}/voices", json={"closed": False})
    await fan.tap("qanday jaranglaydi")
    await fan.person.wait_for(lambda message: "voice" in message, seconds=10)


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ("VOICE_MESSAGES_FORBIDDEN", "Maxfiylik"),
        ("file is too big", "juda katta"),
        ("message caption is too long", "sigʻmaydi"),
    ],
)
async def test_a_refusal_that_stays_is_said_as_it_is(
    fan: Chatter, sound: None, playground: Control, caplog: pytest.LogCaptureFixture, refusal: str, said: str
) -> None:
    await reach_hearing(fan)
    await playground.make_fault("400", "sendVoice", description="VOICE_MESSAGES_FORBIDDEN")
    await playground.make_fault("400", "sendAudio", description=refusal)
    await fan.tap("qanday jaranglaydi")
    await fan.expect(said)
    assert await fan.count("nosozlik") == 0
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_what_nobody_expected_is_still_our_failure(
    fan: Chatter, sound: None, playground: Control, caplog: pytest.LogCaptureFixture
) -> None:
    await reach_hearing(fan)
    await playground.make_fault("400", "sendVoice", description="something new")
    await fan.tap("qanday jaranglaydi")
    await fan.expect("nosozlik")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("refusal", ["chat not found", "PEER_ID_INVALID", "USER_IS_BLOCKED"])
async def test_who_is_no_more_is_like_who_has_blocked_us(
    fan: Chatter, playground: Control, services: Services, refusal: str
) -> None:
    await start_in(fan)
    await playground.make_fault("400", "sendMessage", description=refusal)
    with pytest.raises(Exception, match=refusal):
        await services.telegram.send_message(fan.person.id, "Salom")
    assert (await User.get(telegram_id=fan.person.id)).has_blocked_bot
    await fan.say("/start")
    assert not (await User.get(telegram_id=fan.person.id)).has_blocked_bot
