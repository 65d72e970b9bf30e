"""The stand-in in what settings bring: closed voices, topics, groups that move, refusals in Telegram's own words."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import BufferedInputFile

from tests.contracts.telegram.bot_api_house import FAN, House

SOUND = BufferedInputFile(b"OggS and so on", "a.ogg")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    await house.say("/start")
    yield house
    await house.close()


@pytest.mark.parametrize("words", ["TOPIC_CLOSED", "CHAT_WRITE_FORBIDDEN", "message is too long"])
async def test_a_refusal_in_words_of_ones_own(house: House, words: str) -> None:
    await house.fault("400", description=words)
    with pytest.raises(TelegramBadRequest, match=words):
        await house.bot.send_message(FAN, "salom")
    await house.fault("403", description=words)
    with pytest.raises(TelegramForbiddenError, match=words):
        await house.bot.send_message(FAN, "salom")


async def test_closed_voices_let_audio_files_through(house: House) -> None:
    await house.call("POST", f"/control/users/{FAN}/voices", closed=True)
    with pytest.raises(TelegramBadRequest, match="VOICE_MESSAGES_FORBIDDEN"):
        await house.bot.send_voice(FAN, SOUND)
    assert (await house.bot.send_audio(FAN, SOUND)).audio
    await house.call("POST", f"/control/users/{FAN}/voices", closed=False)
    assert (await house.bot.send_voice(FAN, SOUND)).voice


async def test_a_group_that_moves_answers_with_its_new_number(house: House) -> None:
    group = await house.call("POST", "/control/chats", title="Guruh", members=[FAN], type="group")
    new = await house.call("POST", f"/control/chats/{group['id']}/migrate", from_id=FAN)
    assert (group["type"], new["type"]) == ("group", "supergroup")
    with pytest.raises(TelegramMigrateToChat) as moved:
        await house.bot.send_message(group["id"], "salom")
    assert moved.value.migrate_to_chat_id == new["id"]
    assert (await house.bot.send_message(new["id"], "salom")).chat.id == new["id"]
    assert next(one.get("migrate_from_chat_id") for one in await house.chat(new["id"])) == group["id"]


async def test_a_thread_is_a_topic_only_in_a_forum(house: House) -> None:
    forum = await house.call("POST", "/control/chats", title="Forum", members=[FAN], topics={"77": "Oʻyin"})
    plain = await house.call("POST", "/control/chats", title="Guruh", members=[FAN])
    there = await house.say("salom", chat=forum["id"], message_thread_id=77)
    here = await house.say("salom", chat=plain["id"], message_thread_id=77)
    assert (there.get("is_topic_message"), here.get("is_topic_message")) == (True, None)
    assert (await house.bot.send_message(forum["id"], "salom", message_thread_id=77)).is_topic_message
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await house.bot.send_message(plain["id"], "salom", message_thread_id=77)


async def test_an_administrator_may_hide(house: House) -> None:
    group = await house.call("POST", "/control/chats", title="Guruh", members=[FAN])
    said = await house.say("salom", chat=group["id"], anonymous=True)
    assert said["from"]["is_bot"] and said["sender_chat"]["id"] == group["id"]


async def test_a_long_caption_is_too_long_for_a_copy(house: House) -> None:
    await house.call("POST", "/control/users", id=FAN, first_name="Madina", is_premium=True)
    sound = base64.b64encode(b"bytes").decode()
    sent = await house.say("", document_base64=sound, caption="a" * 1025)
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await house.bot.copy_message(FAN, FAN, sent["message_id"])
    await house.bot.copy_message(FAN, FAN, sent["message_id"], caption="short")
