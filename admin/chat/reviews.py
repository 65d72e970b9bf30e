"""The staff chat: words that wait for a person are allowed, or refused with a reason the fan will read."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.methods import EditMessageReplyMarkup, EditMessageText
from aiogram.types import CallbackQuery, ForceReply, InlineKeyboardMarkup, Message, ReplyParameters

from admin.chat.filters import is_answer, is_reply
from admin.chat.talking import StaffTalk
from bot.chat.buttons import PosterReviewButton, ReviewButton, Verdict
from bot.chat.staff_reviews import Kind, ReviewCard, greeting_card, poster_card
from bot.errors import Conflict
from bot.greetings.reviews import approve_words, refuse_words
from bot.i18n import text
from bot.ids import pack_id, read_packed
from bot.people.permissions import Permission, require
from bot.posters.reviews import approve_poster, refuse_poster
from db.users import User


class Refusing(StatesGroup):
    """A validator owes us a reason."""

    reason = State()


@dataclass(frozen=True)
class Desk:
    """Where words of one kind are looked up, allowed and refused."""

    find: Callable[[UUID, str], Awaitable[ReviewCard]]
    allow: Callable[[UUID, User], Awaitable[Any]]
    refuse: Callable[[UUID, User, str], Awaitable[Any]]


DESKS: dict[Kind, Desk] = {
    "video": Desk(greeting_card, approve_words, refuse_words),
    "poster": Desk(poster_card, approve_poster, refuse_poster),
}


def build_router() -> Router:
    router = Router(name="staff reviews")
    router.callback_query.register(decide_greeting, ReviewButton.filter())
    router.callback_query.register(decide_poster, PosterReviewButton.filter())
    router.message.register(take_reason, StateFilter(Refusing.reason), is_reply, is_answer)
    return router


async def decide_greeting(query: CallbackQuery, callback_data: ReviewButton, talk: StaffTalk) -> None:
    await decide(talk, "video", callback_data.review, callback_data.verdict)


async def decide_poster(query: CallbackQuery, callback_data: PosterReviewButton, talk: StaffTalk) -> None:
    await decide(talk, "poster", callback_data.poster, callback_data.verdict)


async def decide(talk: StaffTalk, kind: Kind, packed: str, verdict: Verdict) -> None:
    """Yes is final at once; no asks for the reason first. Raises Forbidden, NotFound."""
    require(talk.user, Permission.REVIEW_WORDS)
    card = await DESKS[kind].find(read_packed(packed), talk.language)
    if card.decision is not None:
        await tell_decided(talk, card)
    elif verdict == "yes":
        await allow(talk, card)
    elif verdict == "no":
        await change_buttons(talk, card.reasons())
    elif verdict == "back":
        await change_buttons(talk, card.buttons())
    elif verdict == "own":
        await ask_reason(talk, card)
    else:  # the fan reads the reason, so it is said in the fan's language
        await refuse(talk, card, text(card.fan_language, f"staff-reason-{verdict}"))


async def allow(talk: StaffTalk, card: ReviewCard) -> None:
    try:
        await DESKS[card.kind].allow(card.id, talk.user)
    except Conflict:
        await tell_decided(talk, card)
        return
    await talk.toast(talk.say("staff-toast-approved"))
    await close_card(talk, card)


async def refuse(talk: StaffTalk, card: ReviewCard, reason: str, message_id: int | None = None) -> None:
    try:
        await DESKS[card.kind].refuse(card.id, talk.user, reason)
    except Conflict:
        await tell_decided(talk, card, message_id)
        return
    await talk.toast(talk.say("staff-toast-refused"))
    await close_card(talk, card, message_id)


async def ask_reason(talk: StaffTalk, card: ReviewCard) -> None:
    """Asks for a typed reason, as a reply to the words in question."""
    await talk.toast()
    assert talk.panel is not None
    prompt = await talk.services.telegram.send_message(
        talk.chat_id,
        talk.say("staff-ask-reason", who=talk.user.first_name),
        message_thread_id=talk.thread_id,
        reply_parameters=ReplyParameters(message_id=talk.panel.message_id, allow_sending_without_reply=True),
        reply_markup=ForceReply(input_field_placeholder=talk.say("staff-reason-hint"), selective=True),
    )
    await talk.state.set_state(Refusing.reason)
    asked = {"kind": card.kind, "refusing": pack_id(card.id), "card": talk.panel.message_id}
    await talk.state.update_data(asked, prompt=prompt.message_id)


async def take_reason(message: Message, talk: StaffTalk) -> None:
    require(talk.user, Permission.REVIEW_WORDS)
    data = await talk.state.get_data()
    kind: Kind = data["kind"]
    card = await DESKS[kind].find(read_packed(data["refusing"]), talk.language)
    await refuse(talk, card, message.text or "", data["card"])  # a reason that is refused is asked for once more
    await talk.state.set_state(None)


async def tell_decided(talk: StaffTalk, card: ReviewCard, message_id: int | None = None) -> None:
    """Somebody was faster: says so, and closes a card that still has buttons."""
    await close_card(talk, card, message_id)
    await talk.toast(talk.say("review-already-decided"), alert=True)


async def close_card(talk: StaffTalk, card: ReviewCard, message_id: int | None = None) -> None:
    """Takes the buttons away and writes below the words who decided what; `message_id` where no tap was on it."""
    assert talk.panel is not None
    fresh = await DESKS[card.kind].find(card.id, talk.language)
    on = message_id or talk.panel.message_id
    await talk.change_quietly(EditMessageText(text=fresh.closed(), chat_id=talk.chat_id, message_id=on))


async def change_buttons(talk: StaffTalk, keyboard: InlineKeyboardMarkup) -> None:
    await talk.toast()
    assert talk.panel is not None
    change = EditMessageReplyMarkup(chat_id=talk.chat_id, message_id=talk.panel.message_id, reply_markup=keyboard)
    await talk.change_quietly(change)
