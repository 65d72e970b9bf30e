"""/paysupport: what happens to the money, and a way to a person of ours."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.letters import is_said
from bot.people.sequels import find_beginning, note_carried
from bot.people.support import ask_staff
from handlers.talk.buttons import MenuButton
from handlers.talk.keyboards import home_button, rows, tap
from handlers.talk.states import Support, drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="support")
    router.message.register(show_support, Command("paysupport"))
    router.callback_query.register(ask_question, MenuButton.filter(F.action == "support"))
    router.message.register(take_sequel, is_sequel)
    router.message.register(take_question, StateFilter(Support.question), is_said, is_no_command)
    return router


async def is_no_command(message: Message) -> bool:
    return not (message.text or "").startswith("/")


async def is_sequel(message: Message, state: FSMContext) -> dict[str, int] | bool:
    """A filter: a question goes on in this message; passes on its `card`."""
    card = await find_beginning(state, message)
    return {"card": card} if card is not None else False


async def show_support(message: Message, talk: Talk) -> None:
    write = tap(talk.say("menu-support-write"), MenuButton(action="support"))
    await talk.show(talk.say("menu-page-paysupport"), rows([write], [home_button(talk.language)]))


async def ask_question(query: CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    await talk.show(talk.say("menu-support-ask"), rows([home_button(talk.language)]))
    await talk.state.set_state(Support.question)


async def take_question(message: Message, talk: Talk) -> None:
    """One letter of any kind goes to the staff; where it cannot, the step stays and the person may try again."""
    card = await ask_staff(talk.services, talk.user, message)
    await note_carried(talk.state, message, card)
    await talk.state.set_state(None)
    await talk.show(talk.say("menu-support-sent"), rows([home_button(talk.language)]))


async def take_sequel(message: Message, talk: Talk, card: int) -> None:
    """The rest of a long text or of an album; "sent" has been said of its beginning."""
    await note_carried(talk.state, message, card)
    await ask_staff(talk.services, talk.user, message, card)
