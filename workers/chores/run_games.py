"""Group games go on by the clock: the time of a question ends, the answer is shown, the next one is asked."""

import asyncio
import logging
from datetime import UTC, datetime

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup, Message

from bot.adapters.telegram_errors import has_no_room, is_unchanged
from bot.chat.trivia_cards import question_keyboard, question_words, result_keyboard, result_words, solution_words
from bot.services import Services
from bot.trivia.trivia import ask_question, due_games, move_on, open_question, stop_game
from db.trivia import GameStatus, TriviaGame

log = logging.getLogger("stario.trivia")
_LOOK_SECONDS = 0.5


async def run_games(services: Services) -> None:
    """Runs until cancelled; several workers may: a game is moved on by one of them."""
    while True:
        try:
            for game in await due_games(datetime.now(UTC)):
                await advance_game(services, game)
        except Exception:
            log.exception("group games could not go on")
        await asyncio.sleep(_LOOK_SECONDS)


async def advance_game(services: Services, game: TriviaGame) -> None:
    """Closes the open question and asks the next, or ends the game; so does a place where nothing can be said."""
    question = await open_question(game)
    if not await move_on(game):
        return
    try:
        await _show_solution(services, game, await solution_words(game, question))
        await _show_next(services, game)
    except TelegramAPIError as error:
        if has_no_room(error):
            log.info("game %s ends, its place is closed: %s", game.id, error.message)
            await stop_game(game)
            return
        log.warning("game %s could not be shown: %s", game.id, error)


async def _show_solution(services: Services, game: TriviaGame, words: str) -> None:
    try:
        await services.telegram.edit_message_text(words, chat_id=game.chat_id, message_id=game.message_id)
    except TelegramBadRequest as error:
        if not is_unchanged(error):
            await _send(services, game, words)  # somebody deleted the question


async def _show_next(services: Services, game: TriviaGame) -> None:
    if game.status is not GameStatus.RUNNING:
        keyboard = await result_keyboard(game)
        await _send(services, game, await result_words(game), keyboard)
        return
    question = await open_question(game)
    sent = await _send(services, game, await question_words(game, question), question_keyboard(game, question))
    await ask_question(game, sent.message_id)


async def _send(
    services: Services, game: TriviaGame, words: str, keyboard: InlineKeyboardMarkup | None = None
) -> Message:
    """In the topic that the game is played in."""
    assert game.chat_id is not None
    return await services.telegram.send_message(
        game.chat_id, words, reply_markup=keyboard, message_thread_id=game.thread_id
    )
