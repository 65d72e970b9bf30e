"""A game in a group with topics stays in its topic, and a game goes along when its group becomes a supergroup."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.adapters.redis_keys import moved_key
from bot.services import Services, _find_staff
from bot.trivia.book import add_quiz, read_quiz
from db.trivia import GameStatus, TriviaGame
from tests.control import Control
from tests.flows.conftest import Listener
from tests.flows.talking import Chatter, content, is_bots, start_in
from tests.waiting import until
from workers.chores.run_games import run_games

QUIZ = """
slug: one-question
title: Bitta savol
seconds: 5
questions:
  - {text: "Yagonasi?", choices: [ha, yoq], right: 0}
"""
TOPIC = 77


@pytest_asyncio.fixture
async def clock(services: Services) -> AsyncIterator[None]:
    """The worker's chore that moves group games on."""
    task = asyncio.create_task(run_games(services))
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def open_group(fan: Chatter, playground: Control, **about: Any) -> Chatter:
    await start_in(fan)
    await add_quiz(read_quiz(QUIZ))
    body = {"title": "Guruh", "members": [fan.person.id], **about}
    group = await playground.call("POST", "/chats", json=body)
    return Chatter(playground.person(fan.person.id, group["id"]))


async def threads(here: Chatter) -> set[int | None]:
    """Where the bot has spoken."""
    said = [one for one in await here.person.messages() if is_bots(one) and "sender_chat" not in one]
    return {one.get("message_thread_id") for one in said}


@pytest.mark.parametrize("restarts", [False, True], ids=["at-once", "after-a-restart"])
@pytest.mark.parametrize("command", ["/trivia", "/quiz"])
async def test_a_whole_game_stays_in_its_topic(
    fan: Chatter, playground: Control, listener: Listener, clock: None, command: str, restarts: bool
) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina", 78: "Boshqa"})
    await here.person.say(command, message_thread_id=TOPIC)
    if restarts:
        await here.find_button("Bitta savol")
        await listener.restart()
    await here.tap("Bitta savol")
    await here.tap("ha")
    await here.person.wait_for(lambda message: "🏁" in content(message), seconds=20)
    await here.tap("Hafta peshqadamlari")
    await here.expect("Dilnoza")
    assert await threads(here) == {TOPIC}


async def test_a_second_game_is_refused_in_the_topic_it_was_asked_in(fan: Chatter, playground: Control) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina"})
    await here.person.say("/trivia", message_thread_id=TOPIC)
    await here.tap("Bitta savol")
    await here.expect("Yagonasi?")
    menu = await here.find_button("Bitta savol")
    assert "oʻyin ketyapti" in (await here.press(menu, "Bitta savol"))["text"]
    assert await threads(here) == {TOPIC}


async def test_general_has_no_number(fan: Chatter, playground: Control, clock: None) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina"})
    await here.person.say("/trivia")
    await here.tap("Bitta savol")
    await here.person.wait_for(lambda message: "🏁" in content(message), seconds=20)
    assert await threads(here) == {None}
    assert (await TriviaGame.get()).thread_id is None


async def test_a_chain_of_replies_is_no_topic(fan: Chatter, playground: Control) -> None:
    here = await open_group(fan, playground)
    await here.person.say("/trivia", message_thread_id=12)
    await here.tap("Bitta savol")
    await here.expect("Yagonasi?")
    assert (await TriviaGame.get()).thread_id is None


@pytest.mark.parametrize(
    "refusal", ["TOPIC_CLOSED", "message thread not found", "not enough rights to send text messages to the chat"]
)
async def test_a_game_whose_place_is_closed_ends(
    fan: Chatter, playground: Control, services: Services, refusal: str
) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina"})
    book = read_quiz(QUIZ.replace("one-", "two-").replace("Bitta", "Ikki") + QUIZ.splitlines()[-1])
    await add_quiz(book)
    await here.person.say("/trivia", message_thread_id=TOPIC)
    await here.tap("Ikki savol")
    await here.expect("Yagonasi?")
    await playground.make_fault("400", "sendMessage", description=refusal)
    task = asyncio.create_task(run_games(services))
    await until(lambda: TriviaGame.filter(status=GameStatus.STOPPED).exists(), seconds=20)
    task.cancel()


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ("TOPIC_CLOSED", "mavzu yopilgan"),
        ("CHAT_WRITE_FORBIDDEN", "botga yozish ruxsati yoʻq"),
        ("not enough rights to send text messages to the chat", "botga yozish ruxsati yoʻq"),
    ],
)
async def test_who_asks_in_a_closed_place_is_told_in_private(
    fan: Chatter, playground: Control, refusal: str, said: str
) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina"})
    await playground.make_fault("400", "sendMessage", description=refusal)
    await here.person.say("/trivia", message_thread_id=TOPIC)
    await fan.expect(said)


async def test_a_group_that_becomes_a_supergroup_keeps_its_game(fan: Chatter, playground: Control, clock: None) -> None:
    here = await open_group(fan, playground, type="group")
    await here.say("/trivia")
    await here.tap("Bitta savol")
    await here.tap("ha")
    new = await playground.call("POST", f"/chats/{here.person.chat_id}/migrate", json={"from_id": fan.person.id})
    there = Chatter(playground.person(fan.person.id, new["id"]))
    end = await there.person.wait_for(lambda message: "🏁" in content(message), seconds=20)
    assert "Dilnoza" in content(end)
    assert (await TriviaGame.get()).chat_id == new["id"]


async def test_the_staff_chat_moves_and_is_found_again(
    listener: Listener, playground: Control, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody told us: the first send is refused with the new number, and goes there."""
    settings, before = services.settings, services.settings.staff_chat_id
    group = await playground.call("POST", "/chats", json={"title": "Xodimlar", "members": [30001], "type": "group"})
    settings.staff_chat_id = group["id"]
    try:
        await listener.stop()
        new = await playground.call("POST", f"/chats/{group['id']}/migrate", json={"from_id": 30001})
        sent = await services.telegram.send_message(settings.staff_chat, "Salom")
        assert sent.chat.id == new["id"] == settings.staff_chat
        assert f"STAFF_CHAT_ID={new['id']}" in caplog.text
        settings.staff_chat_id = group["id"]
        await _find_staff(settings, services.redis)
        assert settings.staff_chat == new["id"], "another process learns it at its start"
        assert await services.redis.get(moved_key(group["id"])) == str(new["id"]).encode()
    finally:
        settings.staff_chat_id = before
        listener.start()


@pytest.mark.parametrize(
    "mask",
    [{"anonymous": True}, {"sender_chat": {"id": -1009, "type": "channel", "title": "Kanal"}}],
    ids=["administrator", "channel"],
)
async def test_who_hides_behind_a_group_or_a_channel_is_asked_for_a_name(
    fan: Chatter, playground: Control, mask: dict[str, Any]
) -> None:
    here = await open_group(fan, playground, topics={TOPIC: "Viktorina"})
    await here.person.send(text="Salom hammaga", **mask)
    told = await here.send(text="/trivia", message_thread_id=TOPIC, **mask)
    assert "oʻz nomingizdan yozing" in content(told)
    assert await threads(here) == {TOPIC}
    assert len([one for one in await here.person.messages() if is_bots(one) and "nomingizdan" in content(one)]) == 1
