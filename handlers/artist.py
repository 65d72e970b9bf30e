"""The artist's side: a yes or a no under a finished clip, answered in place."""

from aiogram import Router
from aiogram.types import CallbackQuery, DisabledButton, InlineKeyboardButton, Message

from bot.chat.buttons import ClipButton
from bot.errors import Conflict
from bot.greetings.approvals import approve_clip, refuse_clip
from bot.ids import read_packed
from handlers.talk.keyboards import rows
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="artist")
    router.callback_query.register(decide_clip, ClipButton.filter())
    return router


async def decide_clip(query: CallbackQuery, callback_data: ClipButton, talk: Talk) -> None:
    """Takes the decision once; the buttons turn into the word that was given."""
    approves = callback_data.verdict == "yes"
    decide = approve_clip if approves else refuse_clip
    decided = await decide(read_packed(callback_data.video), talk.user)
    if not decided:
        await close_clip(talk, talk.say("staff-clip-closed"))
        raise Conflict("review-already-decided")
    await talk.toast(talk.say("staff-clip-thanks" if approves else "staff-clip-sorry"))
    await close_clip(talk, talk.say("staff-clip-approved" if approves else "staff-clip-refused"))


async def close_clip(talk: Talk, words: str) -> None:
    """One button is left under the clip; it says what was decided and does nothing."""
    if isinstance(talk.panel, Message):
        said = InlineKeyboardButton(text=words, disabled=DisabledButton())
        await talk.change_quietly(talk.panel.edit_reply_markup(reply_markup=rows([said])))
