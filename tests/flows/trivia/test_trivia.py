"""Games with questions: points, boards, one answer a person, and a group game that goes on by the clock."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Conflict, NotFound
from bot.services import Services
from bot.trivia.book import FaultyQuiz, add_quiz, read_quiz
from bot.trivia.trivia import (
    answer_question,
    due_games,
    find_game,
    find_trivia,
    list_questions,
    move_on,
    score_answer,
    start_game,
    stop_game,
    sum_game,
    week_board,
    week_start,
)
from db.trivia import GameStatus, TriviaGame, TriviaQuiz
from db.users import User
from tests.flows.world import new_fan

GROUP = -1009900


async def open_game(host: User, chat_id: int | None = None, slug: str = "our-stars") -> TriviaGame:
    quiz = await find_trivia(slug)
    return await find_game((await start_game(quiz, host, chat_id, chat_id is not None and chat_id < 0)).id)


async def right_choice(game: TriviaGame) -> int:
    return (await list_questions(game))[game.position].right


async def grow_old(game: TriviaGame, seconds: float) -> TriviaGame:
    await TriviaGame.filter(id=game.id).update(asked_at=datetime.now(UTC) - timedelta(seconds=seconds))
    return await find_game(game.id)


def test_a_quick_answer_is_worth_more() -> None:
    at_once, half, late = (score_answer(timedelta(seconds=s), 20) for s in (0, 10, 22))
    assert (at_once, half, late) == (150, 125, 0)


def test_a_week_begins_on_monday_in_tashkent() -> None:
    sunday_evening = datetime(2026, 11, 22, 18, 59, tzinfo=UTC)
    monday = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
    assert week_start(sunday_evening) == datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
    assert week_start(monday) == monday


async def test_a_whole_game_alone(services: Services) -> None:
    fan = await new_fan()
    game = await open_game(fan)
    count = len(await list_questions(game))
    for position in range(count):
        choice = await right_choice(game) if position else (await right_choice(game) + 1) % 2
        answered = await answer_question(game, fan, position, choice)
        assert answered.is_right == (position > 0)
        assert answered.is_last == (position == count - 1)
        assert await move_on(game)
    assert game.status is GameStatus.FINISHED
    (score,) = await sum_game(game)
    assert score.rights == count - 1
    assert (count - 1) * 145 <= score.points <= (count - 1) * 150


async def test_one_answer_a_question(services: Services) -> None:
    fan = await new_fan()
    game = await open_game(fan)
    tries = [answer_question(game, fan, 0, choice) for choice in (0, 1, 2, 3)]
    done = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(not isinstance(one, Exception) for one in done) == 1
    assert all(isinstance(one, Conflict) for one in done if isinstance(one, Exception))


async def test_a_closed_question_takes_no_answer(services: Services) -> None:
    fan = await new_fan()
    game = await open_game(fan)
    await move_on(game)
    with pytest.raises(Conflict):
        await answer_question(game, fan, 0, 0)
    await stop_game(game)
    with pytest.raises(Conflict):
        await answer_question(await find_game(game.id), fan, 1, 0)


async def test_nobody_plays_in_somebody_elses_game(services: Services) -> None:
    game = await open_game(await new_fan())
    with pytest.raises(NotFound):
        await answer_question(game, await new_fan(), 0, 0)


async def test_a_group_has_one_game_at_a_time(services: Services) -> None:
    await open_game(await new_fan(), GROUP)
    with pytest.raises(Conflict):
        await open_game(await new_fan(), GROUP)
    await open_game(await new_fan(), GROUP - 1)


async def test_a_late_answer_in_a_group_is_not_taken(services: Services) -> None:
    fan = await new_fan()
    game = await grow_old(await open_game(fan, GROUP), 30)
    with pytest.raises(Conflict):
        await answer_question(game, fan, 0, 0)
    assert [due.id for due in await due_games(datetime.now(UTC))] == [game.id]


async def test_a_group_game_is_moved_on_once(services: Services) -> None:
    game = await open_game(await new_fan(), GROUP)
    both = [await find_game(game.id), await find_game(game.id)]
    assert sorted(await asyncio.gather(*(move_on(one) for one in both))) == [False, True]
    assert (await find_game(game.id)).position == 1


async def test_the_board_counts_the_best_game_of_each_quiz(services: Services) -> None:
    quick, slow = await new_fan(), await new_fan()
    for _ in range(3):
        game = await open_game(quick, GROUP)
        await answer_question(game, quick, 0, await right_choice(game))
        await stop_game(game)
    game = await grow_old(await open_game(slow, GROUP), 15)
    await answer_question(game, slow, 0, await right_choice(game))
    await stop_game(game)
    board = await week_board(GROUP)
    assert [line.user_id for line in board] == [quick.id, slow.id]
    assert 140 < board[0].points <= 150
    assert await week_board(GROUP - 7) == []
    assert await week_board(GROUP, datetime.now(UTC) + timedelta(days=8)) == []
    assert len(await week_board()) == 2


async def test_a_played_quiz_is_not_replaced(services: Services) -> None:
    book = read_quiz("slug: fresh\ntitle: T\nquestions:\n  - {text: Q, choices: [a, b], right: 0}\n")
    await add_quiz(book)
    await add_quiz({**book, "title": "Better"})
    quiz = await TriviaQuiz.get(slug="fresh")
    assert quiz.title["uz"] == "Better"
    await start_game(quiz, await new_fan())
    with pytest.raises(FaultyQuiz):
        await add_quiz(book)
