"""The staff chat: words that wait for a person are approved, or refused with a reason the fan will read."""

import html
from uuid import UUID

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.methods import EditMessageReplyMarkup, EditMessageText
from aiogram.types import CallbackQuery, ForceReply, InlineKeyboardMarkup, Message, ReplyParameters

from admin.chat.buttons import ReasonButton
from admin.chat.cards import decision_line, reason_keyboard, verdict_keyboard
from admin.chat.filters import is_answer, is_reply
from admin.chat.talking import StaffTalk
from bot.chat.buttons import ReviewButton
from bot.errors import Conflict, Forbidden, NotFound
from bot.greetings.reviews import approve_words, find_review, refuse_words
from bot.i18n import text
from bot.ids import unpack_id
from bot.people.people import is_staff
from db.reviews import Review, ReviewStatus


class Refusing(StatesGroup):
    """A validator owes us a reason."""

    reason = State()


def build_router() -> Router:
    router = Router(name="staff reviews")
    router.callback_query.register(decide, ReviewButton.filter())
    router.callback_query.register(pick_reason, ReasonButton.filter())
    router.message.register(take_reason, StateFilter(Refusing.reason), is_reply, is_answer)
    return router


def require_staff(talk: StaffTalk) -> None:
    if not is_staff(talk.user):
        raise Forbidden("error-staff-only")


async def find_packed(packed: str) -> Review:
    """Raises NotFound for a button that carries no review of ours."""
    try:
        review_id: UUID = unpack_id(packed)
    except ValueError as error:
        raise NotFound("error-not-found") from error
    return await find_review(review_id)


async def decide(query: CallbackQuery, callback_data: ReviewButton, talk: StaffTalk) -> None:
    """Yes is final at once; no asks for the reason first."""
    require_staff(talk)
    review = await find_packed(callback_data.review)
    if review.status is not ReviewStatus.WAITING:
        await tell_decided(talk, review)
        return
    if callback_data.verdict == "no":
        await talk.toast()
        await change_buttons(talk, reason_keyboard(talk, callback_data.review))
        return
    try:
        review = await approve_words(review.id, talk.user)
    except Conflict:
        await tell_decided(talk, await find_review(review.id))
        return
    await talk.toast(talk.say("staff-toast-approved"))
    await close_card(talk, review.id)


async def pick_reason(query: CallbackQuery, callback_data: ReasonButton, talk: StaffTalk) -> None:
    require_staff(talk)
    review = await find_packed(callback_data.review)
    if review.status is not ReviewStatus.WAITING:
        await tell_decided(talk, review)
    elif callback_data.reason == "back":
        await talk.toast()
        await change_buttons(talk, verdict_keyboard(talk, callback_data.review))
    elif callback_data.reason == "own":
        await ask_reason(talk, callback_data.review)
    else:
        # The fan reads the reason, so it is said in the fan's language.
        words = text(review.video.user.language, f"staff-reason-{callback_data.reason}")
        await refuse(talk, review.id, words)


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
    await talk.state.set_state(Refusing.reason)
    await talk.state.update_data(refusing=packed, prompt=prompt.message_id)


async def take_reason(message: Message, talk: StaffTalk) -> None:
    require_staff(talk)
    data = await talk.state.get_data()
    await talk.state.set_state(None)
    review = await find_packed(str(data["refusing"]))
    await refuse(talk, review.id, message.text or "")


async def refuse(talk: StaffTalk, review_id: UUID, reason: str) -> None:
    try:
        await refuse_words(review_id, talk.user, reason)
    except Conflict:
        await tell_decided(talk, await find_review(review_id))
        return
    await talk.toast(talk.say("staff-toast-refused"))
    await close_card(talk, review_id)


async def tell_decided(talk: StaffTalk, review: Review) -> None:
    """Somebody was faster: says who, and closes a card that still has buttons."""
    await close_card(talk, review.id)
    await talk.toast(talk.say("review-already-decided"), alert=True)


async def close_card(talk: StaffTalk, review_id: UUID) -> None:
    """Takes the buttons away and writes below the words who decided what."""
    review = await find_review(review_id)
    await review.fetch_related("decided_by")
    who = html.escape(review.decided_by.first_name) if review.decided_by else "—"
    line = decision_line(review, talk.language, who)
    if review.status is ReviewStatus.REFUSED:
        line += f"\n<i>{html.escape(review.reason)}</i>"
    chat_id, message_id = talk.services.settings.staff_chat, review.staff_message_id
    if message_id is None and talk.panel is not None:
        chat_id, message_id = talk.chat_id, talk.panel.message_id
    words = f"{review_words(review, talk.language)}\n\n{line}"
    await talk.change_quietly(EditMessageText(text=words, chat_id=chat_id, message_id=message_id))


def review_words(review: Review, language: str) -> str:
    """The words under review with all that a validator needs, as HTML."""
    return text(
        language,
        "video-review-ask",
        artist=html.escape(review.video.artist.name),
        categories=", ".join(review.categories) or "—",
        recipient=html.escape(review.video.recipient),
        text=html.escape(review.video.text),
    )


async def change_buttons(talk: StaffTalk, keyboard: InlineKeyboardMarkup) -> None:
    assert talk.panel is not None
    change = EditMessageReplyMarkup(chat_id=talk.chat_id, message_id=talk.panel.message_id, reply_markup=keyboard)
    await talk.change_quietly(change)
