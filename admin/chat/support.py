"""Answers to people who asked for help: a reply to their card in the staff chat goes back to them."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from admin.chat.filters import is_staff_chat
from admin.chat.talking import StaffTalk
from bot.people.letters import is_said
from bot.people.sequels import find_beginning, note_carried
from bot.people.support import answer_asker, find_asker
from bot.services import Services


def build_router() -> Router:
    router = Router(name="staff support")
    router.message.register(send_rest, is_staff_chat, is_said, goes_on)
    router.message.register(send_answer, is_staff_chat, is_said, replies_to_card)
    return router


async def goes_on(message: Message, state: FSMContext) -> dict[str, int] | bool:
    """A filter: the rest of an answer, whether or not the app has made it a reply as well; passes on `asker`."""
    asker = await find_beginning(state, message)
    return {"asker": asker} if asker is not None else False


async def replies_to_card(message: Message, services: Services) -> dict[str, int] | bool:
    """A filter: a reply of any kind to a card of ours, or to what was copied below it; passes on `asker`."""
    card = message.reply_to_message
    if card is None or card.from_user is None or card.from_user.id != services.telegram.id:
        return False
    asker = await find_asker(services, card)
    return {"asker": asker} if asker is not None else False


async def send_answer(message: Message, talk: StaffTalk, asker: int) -> None:
    await answer_asker(talk.services, talk.user, asker, message, goes_on=False)
    await note_carried(talk.state, message, asker)
    await talk.toast(talk.say("staff-support-sent"))


async def send_rest(message: Message, talk: StaffTalk, asker: int) -> None:
    await note_carried(talk.state, message, asker)
    await answer_asker(talk.services, talk.user, asker, message, goes_on=True)
