"""/privacy: what is kept, for how long, and a button that makes us forget."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.privacy.erasing import erase_person
from bot.quiz.quizzes import find_consent
from handlers.talk.buttons import EraseButton, MenuButton, QuizButton
from handlers.talk.keyboards import home_button, rows, tap
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="privacy")
    router.message.register(show_privacy, Command("privacy"))
    router.callback_query.register(erase, EraseButton.filter())
    return router


async def show_privacy(message: Message, talk: Talk) -> None:
    erase_button = tap(talk.say("settings-erase"), EraseButton(sure=False))
    agreed = await find_consent(talk.user) is not None
    withdraw = [tap(talk.say("quiz-withdraw"), QuizButton(action="withdraw"))] if agreed else []
    keyboard = rows(withdraw, [erase_button], [home_button(talk.language)])
    await talk.show(talk.say("settings-privacy"), keyboard)


async def erase(query: CallbackQuery, callback_data: EraseButton, talk: Talk) -> None:
    """Asks once more, then forgets the person and this conversation."""
    if not callback_data.sure:
        yes = tap(talk.say("settings-erase-yes"), EraseButton(sure=True), "danger")
        no = tap(talk.say("settings-erase-no"), MenuButton(action="home"))
        await talk.show(talk.say("settings-erase-ask"), rows([yes], [no]))
        return
    await erase_person(talk.services, talk.user)
    await talk.show(talk.say("settings-erased"))
    await talk.state.clear()
