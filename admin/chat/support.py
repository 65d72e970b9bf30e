"""Answers to people who asked for help: a reply to their card in the staff chat goes back to them."""

from aiogram import Router
from aiogram.types import Message

from admin.chat.talking import StaffTalk
from bot.people.support import answer_asker, asker_of
from bot.services import Services


def build_router() -> Router:
    router = Router(name="staff support")
    router.message.register(send_answer, replies_to_card)
    return router


async def replies_to_card(message: Message, services: Services) -> dict[str, int] | bool:
    """A filter: a typed reply, in the staff chat, to a card of ours; passes on `asker`."""
    card = message.reply_to_message
    if message.chat.id != services.settings.staff_chat or message.text is None or card is None:
        return False
    if card.from_user is None or card.from_user.id != services.telegram.id:
        return False
    asker = asker_of(card.text or "")
    return {"asker": asker} if asker is not None else False


async def send_answer(message: Message, talk: StaffTalk, asker: int) -> None:
    await answer_asker(talk.services, talk.user, asker, message.text or "")
    await talk.toast(talk.say("staff-support-sent"))
