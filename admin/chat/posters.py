"""The staff chat on posters: doubtful words are allowed, or refused with a reason the fan will read."""

import html
from uuid import UUID

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.methods import EditMessageReplyMarkup, EditMessageText
from aiogram.types import (
    CallbackQuery,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)

from admin.chat.buttons import REASONS
from admin.chat.filters import is_answer, is_reply
from admin.chat.talking import StaffTalk
from bot.chat.buttons import PosterReviewButton, Verdict
from bot.chat.poster_words import review_words
from bot.errors import Conflict, Forbidden, NotFound
from bot.i18n import text
from bot.ids import unpack_id
from bot.people.people import is_staff
from bot.posters.posters import approve_poster, refuse_poster
from db.posters import Poster, PosterStatus


class RefusingPoster(StatesGroup):
    """A validator owes us a reason."""

    reason = State()


def build_router() -> Router:
    router = Router(name="staff chat: posters")
    router.callback_query.register(decide, PosterReviewButton.filter())
    router.message.register(take_reason, StateFilter(RefusingPoster.reason), is_reply, is_answer)
    return router


async def decide(query: CallbackQuery, callback_data: PosterReviewButton, talk: StaffTalk) -> None:
    """Yes is final at once; no asks for the reason first."""
    if not is_staff(talk.user):
        raise Forbidden("error-staff-only")
    poster, verdict = await find_packed(callback_data.poster), callback_data.verdict
    if poster.status is not PosterStatus.IN_REVIEW:
        await tell_decided(talk, poster)
    elif verdict == "yes":
        await settle(talk, poster, "")
    elif verdict == "no":
        await _change_buttons(talk, reason_keyboard(talk, callback_data.poster))
    elif verdict == "back":
        await _change_buttons(talk, verdict_keyboard(talk, callback_data.poster))
    elif verdict == "own":
        await ask_reason(talk, callback_data.poster)
    else:  # the fan reads the reason, so it is said in the fan's language
        await settle(talk, poster, text(poster.user.language, f"staff-reason-{verdict}"))


async def find_packed(packed: str) -> Poster:
    """Raises NotFound for a button that carries no poster of ours."""
    try:
        poster_id: UUID = unpack_id(packed)
    except ValueError as error:
        raise NotFound("error-not-found") from error
    poster = await Poster.get_or_none(id=poster_id).select_related("artist", "user")
    if poster is None:
        raise NotFound("error-not-found")
    return poster


async def settle(talk: StaffTalk, poster: Poster, reason: str) -> None:
    """A no where there is a reason, else a yes."""
    try:
        if reason:
            await refuse_poster(poster.id, talk.user, reason)
        else:
            await approve_poster(poster.id, talk.user)
    except Conflict:
        await tell_decided(talk, await find_packed_again(poster))
        return
    await talk.toast(talk.say("staff-toast-refused" if reason else "staff-toast-approved"))
    await close_card(talk, await find_packed_again(poster))


async def find_packed_again(poster: Poster) -> Poster:
    return await Poster.get(id=poster.id).select_related("artist", "user")


async def ask_reason(talk: StaffTalk, packed: str) -> None:
    """Asks for a typed reason, as a reply to the words in question."""
    await talk.toast()
    assert talk.panel is not None
    prompt = await talk.services.telegram.send_message(
        talk.chat_id,
        talk.say("staff-ask-reason", who=talk.user.first_name),
        message_thread_id=talk.panel.message_thread_id if talk.panel.is_topic_message else None,
        reply_parameters=ReplyParameters(message_id=talk.panel.message_id, allow_sending_without_reply=True),
        reply_markup=ForceReply(input_field_placeholder=talk.say("staff-reason-hint"), selective=True),
    )
    await talk.state.set_state(RefusingPoster.reason)
    await talk.state.update_data(poster=packed, prompt=prompt.message_id, card=talk.panel.message_id)


async def take_reason(message: Message, talk: StaffTalk) -> None:
    if not is_staff(talk.user):
        raise Forbidden("error-staff-only")
    data = await talk.state.get_data()
    await talk.state.set_state(None)
    poster = await find_packed(str(data["poster"]))
    try:
        poster = await refuse_poster(poster.id, talk.user, message.text or "")
    except Conflict:
        await talk.toast(talk.say("review-already-decided"), alert=True)
        return
    await talk.toast(talk.say("staff-toast-refused"))
    await close_card(talk, poster, int(data["card"]))


async def tell_decided(talk: StaffTalk, poster: Poster) -> None:
    """Somebody was faster: says so, and closes a card that still has buttons."""
    await close_card(talk, poster)
    await talk.toast(talk.say("review-already-decided"), alert=True)


async def close_card(talk: StaffTalk, poster: Poster, card: int | None = None) -> None:
    """Takes the buttons away and writes below the words who decided what."""
    assert talk.panel is not None
    refused = poster.status is PosterStatus.REFUSED
    who = html.escape(poster.reviewed_by or "—")
    line = text(talk.language, "staff-refused" if refused else "staff-approved", who=who)
    if refused:
        line += f"\n<i>{html.escape(poster.review_reason)}</i>"
    words = f"{review_words(poster, talk.language)}\n\n{line}"
    message_id = card or talk.panel.message_id
    await talk.change_quietly(EditMessageText(text=words, chat_id=talk.chat_id, message_id=message_id))


def verdict_keyboard(talk: StaffTalk, packed: str) -> InlineKeyboardMarkup:
    names: tuple[Verdict, ...] = ("yes", "no")
    row = [_button(talk.say(f"poster-review-{name}"), name, packed) for name in names]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def reason_keyboard(talk: StaffTalk, packed: str) -> InlineKeyboardMarkup:
    """The ready reasons, a reason of one's own, and the way back."""
    names: tuple[Verdict, ...] = (*REASONS, "own", "back")
    rows = [[_button(talk.say(f"staff-pick-{name}"), name, packed)] for name in names]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(words: str, verdict: Verdict, packed: str) -> InlineKeyboardButton:
    data = PosterReviewButton(verdict=verdict, poster=packed)
    return InlineKeyboardButton(text=words, callback_data=data.pack())


async def _change_buttons(talk: StaffTalk, keyboard: InlineKeyboardMarkup) -> None:
    await talk.toast()
    assert talk.panel is not None
    change = EditMessageReplyMarkup(chat_id=talk.chat_id, message_id=talk.panel.message_id, reply_markup=keyboard)
    await talk.change_quietly(change)
