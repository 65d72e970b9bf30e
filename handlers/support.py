"""/paysupport: what happens to the money, and a way to a person of ours."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.people.support import ask_staff
from handlers.talk.buttons import MenuButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import home_button, rows, tap
from handlers.talk.states import Support, drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="support")
    router.message.register(show_support, Command("paysupport"))
    router.callback_query.register(ask_question, MenuButton.filter(F.action == "support"))
    router.message.register(take_question, StateFilter(Support.question), is_words)
    return router


async def show_support(message: Message, talk: Talk) -> None:
    write = tap(talk.say("menu-support-write"), MenuButton(action="support"))
    await talk.show(talk.say("menu-page-paysupport"), rows([write], [home_button(talk.language)]))


async def ask_question(query: CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    await talk.show(talk.say("menu-support-ask"), rows([home_button(talk.language)]))
    await talk.state.set_state(Support.question)


async def take_question(message: Message, talk: Talk) -> None:
    """One message goes to the staff; where it cannot, the step stays and the person may try again."""
    await ask_staff(talk.services, talk.user, message.text or "")
    await talk.state.set_state(None)
    await talk.show(talk.say("menu-support-sent"), rows([home_button(talk.language)]))
