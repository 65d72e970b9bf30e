"""Questions in the chat: a game alone, a game in a group by the clock, and a quiz that staff add by a file."""

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest_asyncio

from bot.services import Services
from db.trivia import GameStatus, TriviaGame, TriviaQuestion, TriviaQuiz
from tests.control import Control, Message
from tests.flows.conftest import Listener
from tests.flows.talking import Chatter, content, start_in
from workers.chores.run_games import run_games

QUIZ = """
slug: two-questions
title: Ikki savol
seconds: 5
questions:
  - {text: "Birinchisi?", choices: [ha, yoq], right: 0}
  - {text: "Ikkinchisi?", choices: [ha, yoq], right: 1}
"""


@pytest_asyncio.fixture
async def clock(services: Services) -> AsyncIterator[None]:
    """The worker's chore that moves group games on."""
    task = asyncio.create_task(run_games(services))
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def send_quiz(playground: Control, services: Services, source: str) -> Message:
    """Staff send the file; what the bot answers."""
    staff = Chatter(playground.person(30001, services.settings.staff_chat))
    body = base64.b64encode(source.encode()).decode()
    return await staff.send(document_base64=body, file_name="quiz.yaml")


async def test_a_game_alone(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say("/trivia")
    await fan.tap("Yulduzlarimizni bilasizmi?")
    quiz = await TriviaQuiz.get(slug="our-stars")
    questions = await TriviaQuestion.filter(quiz_id=quiz.id).order_by("position")
    for question in questions:
        await fan.expect(question.text["uz"])
        await fan.tap(question.choices[question.right]["uz"])
        await fan.expect("Toʻgʻri!")
        await fan.tap("Keyingi savol" if question is not questions[-1] else "Natijani koʻrish")
    told = await fan.expect("Natija: 5 / 5")
    assert "ball" in content(told)
    await fan.tap("Hafta peshqadamlari")
    assert "🥇 Dilnoza" in content(await fan.expect("Hafta peshqadamlari"))


async def test_a_group_plays_by_the_clock(fan: Chatter, playground: Control, services: Services, clock: None) -> None:
    await start_in(fan)
    await send_quiz(playground, services, QUIZ)
    other = await playground.new_person("Bobur")
    group = await playground.call("POST", "/chats", json={"title": "Doʻstlar", "members": [fan.person.id, other.id]})
    here = Chatter(playground.person(fan.person.id, group["id"]))
    there = Chatter(playground.person(other.id, group["id"]))
    await here.say("/quiz")
    await here.tap("Ikki savol")
    question = await here.expect("Birinchisi?")
    assert (await there.press(question, "ha"))["text"].startswith("✅ +1")
    assert (await here.press(question, "yoq"))["text"] == "❌ Bu safar emas"
    assert (await here.press(question, "ha"))["text"] == "Siz bu savolga javob berib boʻldingiz."
    assert "Topganlar: Bobur" in content(await here.expect("Toʻgʻri javob: <b>ha".replace("<b>", ""), seconds=15))
    await there.press(await here.expect("Ikkinchisi?"), "yoq")
    end = await here.person.wait_for(lambda message: "🏁" in content(message), seconds=20)
    assert "🥇 Bobur" in content(end)
    game = await TriviaGame.get(chat_id=group["id"])
    assert game.status is GameStatus.FINISHED


async def test_only_the_host_stops_a_group_game(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    other = await playground.new_person("Bobur")
    members = [fan.person.id, other.id]
    group = await playground.call("POST", "/chats", json={"title": "Oila", "members": members})
    here = Chatter(playground.person(fan.person.id, group["id"]))
    there = Chatter(playground.person(other.id, group["id"]))
    await here.say("/trivia")
    await here.tap("Sozlar sadosi")
    question = await here.expect("Dutorning")
    assert "faqat" in (await there.press(question, "Toʻxtatish"))["text"]
    assert (await here.press(question, "Toʻxtatish"))["text"] == "Oʻyin toʻxtatildi."
    assert "hech kim javob bermadi" in content(await here.expect("Sozlar sadosi"))


async def test_staff_add_a_quiz_by_a_file(listener: Listener, playground: Control, services: Services) -> None:
    told = await send_quiz(playground, services, QUIZ)
    assert "Viktorina qoʻshildi: Ikki savol (2 ta savol)" in content(told)
    assert await TriviaQuestion.filter(quiz__slug="two-questions").count() == 2


async def test_a_faulty_file_is_explained(listener: Listener, playground: Control, services: Services) -> None:
    told = await send_quiz(playground, services, QUIZ.replace("right: 1", "right: 9"))
    assert "viktorina emas" in content(told) and "question 2, right: from 0 to 1" in content(told)
    assert await TriviaQuiz.filter(slug="two-questions").count() == 0
