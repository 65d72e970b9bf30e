"""Quizzes with questions, alone or in a group: choose, answer by a tap, see who knew."""

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.adapters.telegram_errors import is_gone, is_unchanged
from bot.chat.buttons import TriviaButton
from bot.chat.trivia_cards import (
    answer_words,
    board_words,
    next_keyboard,
    question_keyboard,
    question_words,
    quizzes_keyboard,
    result_keyboard,
    result_words,
)
from bot.errors import Forbidden
from bot.i18n import text
from bot.ids import read_packed
from bot.trivia.trivia import (
    answer_question,
    ask_question,
    find_game,
    find_trivia,
    list_trivia,
    move_on,
    open_question,
    start_game,
    stop_game,
)
from db.trivia import GameStatus, TriviaGame
from handlers.talk.talk import Talk

_SECONDS = 20  # what a group is told; a quiz may give more or less


def build_router() -> Router:
    """Taps of both, and the command in private."""
    router = Router(name="trivia")
    router.message.register(offer_quizzes, Command("trivia"))
    router.callback_query.register(take_tap, TriviaButton.filter())
    return router


def build_group_router() -> Router:
    """The commands in groups, where nothing else of ours is said."""
    router = Router(name="trivia in groups")
    router.message.register(offer_quizzes, Command("trivia", "quiz"), is_group)
    return router


async def is_group(message: Message) -> bool:
    """A filter."""
    return message.chat.type in ("group", "supergroup")


def plays_in_group(talk: Talk) -> bool:
    return talk.panel is not None and talk.panel.chat.type in ("group", "supergroup")


async def offer_quizzes(event: Message, talk: Talk) -> None:
    whole = talk.say("trivia-choose-group", seconds=_SECONDS)
    words = whole if plays_in_group(talk) else talk.say("trivia-choose")
    await talk.send(words, quizzes_keyboard(await list_trivia(), talk.language))


async def take_tap(query: CallbackQuery, callback_data: TriviaButton, talk: Talk) -> None:
    await _TAPS[callback_data.action](talk, callback_data)


async def show_list(talk: Talk, data: TriviaButton) -> None:
    await talk.close_tap()
    await offer_quizzes(talk.panel, talk)  # type: ignore[arg-type]


async def show_board(talk: Talk, data: TriviaButton) -> None:
    await talk.close_tap()
    await talk.send(await board_words(talk.language, talk.chat_id if plays_in_group(talk) else None))


async def begin_game(talk: Talk, data: TriviaButton) -> None:
    quiz = await find_trivia(read_packed(data.item))
    game = await start_game(quiz, talk.user, talk.chat_id, plays_in_group(talk), talk.thread_id)
    game = await find_game(game.id)
    await talk.close_tap()
    question = await open_question(game)
    sent = await talk.send(await question_words(game, question), question_keyboard(game, question))
    await ask_question(game, sent.message_id)


async def take_answer(talk: Talk, data: TriviaButton) -> None:
    """Alone the answer stands below the question at once; in a group it is a whisper until the time is up."""
    game = await find_game(read_packed(data.item))
    question = await open_question(game)
    answered = await answer_question(game, talk.user, data.position, data.choice)
    if game.is_group:
        key = "trivia-toast-right" if answered.is_right else "trivia-toast-wrong"
        points = {"points": answered.points} if answered.is_right else {}
        await talk.toast(text(talk.language, key, **points))
        return
    await talk.close_tap()
    keyboard = next_keyboard(game, question, answered.is_last)
    await change_panel(talk, answer_words(game, question, answered), keyboard)


async def take_next(talk: Talk, data: TriviaButton) -> None:
    """The next question in the place of the last one, or the end. A second tap finds that it has moved on."""
    game = await own_game(talk, data)
    if game.is_group:
        raise Forbidden("trivia-not-yours")
    await talk.close_tap()
    if game.position == data.position and game.status is GameStatus.RUNNING:
        await move_on(game)
    if game.status is not GameStatus.RUNNING:
        await change_panel(talk, await result_words(game), await result_keyboard(game))
        return
    question = await open_question(game)
    await change_panel(talk, await question_words(game, question), question_keyboard(game, question))
    await ask_question(game)


async def end_game(talk: Talk, data: TriviaButton) -> None:
    game = await own_game(talk, data)
    if not await stop_game(game):
        raise Forbidden("trivia-over")
    await talk.toast(talk.say("trivia-stopped"))
    await change_panel(talk, await result_words(game), await result_keyboard(game))


async def own_game(talk: Talk, data: TriviaButton) -> TriviaGame:
    """The game, for whoever began it. Raises Forbidden for others."""
    game = await find_game(read_packed(data.item))
    if game.host_id != talk.user.id:
        raise Forbidden("trivia-not-yours")
    return game


async def change_panel(talk: Talk, words: str, keyboard: InlineKeyboardMarkup) -> None:
    """The tapped message gets other words; one that is gone is sent anew."""
    panel = talk.panel
    assert panel is not None
    try:
        await talk.services.telegram(panel.edit_text(words, reply_markup=keyboard))
    except TelegramBadRequest as error:
        if is_gone(error):
            await talk.send(words, keyboard)
        elif not is_unchanged(error):
            raise


_TAPS = {
    "list": show_list,
    "start": begin_game,
    "answer": take_answer,
    "next": take_next,
    "board": show_board,
    "stop": end_game,
}
