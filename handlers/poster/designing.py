"""Designing a poster in the chat, from the artist to the approved preview."""

import html

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.errors import Conflict, Refusal, Unavailable
from bot.posters.designs import DESIGNS, PALETTES, SIZES
from bot.words.moderation import explain, judge_name, tidy_name
from handlers.middlewares.talks import refusal_words
from handlers.poster.drafts import POSTER_DRAFTS, PosterDraft
from handlers.poster.steps import (
    STEPS,
    ask_artist,
    ask_design,
    ask_palette,
    ask_recipient,
    ask_size,
    ask_words,
    check_artist,
    foot_row,
    show_preview,
)
from handlers.talk.buttons import PosterButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import rows
from handlers.talk.states import Design
from handlers.talk.talk import Talk

_PLAIN_SIZE = "a4"  # of a design that goes onto a shirt or a mug


def build_router() -> Router:
    router = Router(name="poster")
    for action, act in _ACTIONS.items():
        router.callback_query.register(act, PosterButton.filter(F.action == action), POSTER_DRAFTS.own)
    router.message.register(take_name, StateFilter(Design.recipient), is_words, POSTER_DRAFTS.open)
    router.message.register(take_words, StateFilter(Design.words), is_words, POSTER_DRAFTS.open)
    return router


async def turn_artists(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    await ask_artist(talk, draft, int(callback_data.value) if callback_data.value.isdigit() else 0)


async def pick_artist(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    draft.artist = await check_artist(callback_data.value)
    await ask_design(talk, draft)


async def pick_design(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    if callback_data.value not in DESIGNS:
        raise Conflict("menu-old-button")
    draft.design = callback_data.value
    await ask_palette(talk, draft)


async def pick_palette(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    if callback_data.value not in PALETTES.get(draft.design, {}):
        raise Conflict("menu-old-button")
    draft.palette = callback_data.value
    if draft.poster:
        await show_preview(talk, draft)
        return
    if draft.size:
        await ask_size(talk, draft)
        return
    draft.size = _PLAIN_SIZE
    await ask_recipient(talk, draft)


async def pick_size(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    if callback_data.value not in SIZES:
        raise Conflict("menu-old-button")
    draft.size = callback_data.value
    await (show_preview(talk, draft) if draft.poster else ask_recipient(talk, draft))


async def take_name(message: Message, talk: Talk, draft: PosterDraft) -> None:
    judgement = judge_name(message.text or "")
    if judgement.verdict == "blocked":
        reasons = html.escape("\n".join(explain(judgement, talk.language)))
        await talk.show(reasons, rows(foot_row(talk, draft, "recipient")))
        return
    draft.recipient = tidy_name(message.text or "")
    await (show_preview(talk, draft) if draft.poster else ask_words(talk, draft))


async def take_words(message: Message, talk: Talk, draft: PosterDraft) -> None:
    """Words are judged when they are drawn; refused ones are explained and the step stays."""
    draft.words = (message.text or "").strip()
    try:
        await show_preview(talk, draft)
    except Unavailable:
        await talk.state.set_state(Design.words)  # the same words may be sent again in a moment
        raise
    except Refusal as refusal:
        reasons = html.escape(refusal_words(refusal, talk.language))
        words = f"{reasons}\n\n{talk.say('shop-poster-words-again')}"
        await talk.show(words, rows(foot_row(talk, draft, "words")))
        await talk.state.set_state(Design.words)


async def open_step(query: CallbackQuery, callback_data: PosterButton, talk: Talk, draft: PosterDraft) -> None:
    step = STEPS.get(callback_data.value)
    if step is None:
        raise Conflict("menu-old-button")
    await step(talk, draft)


_ACTIONS = {
    "page": turn_artists,
    "artist": pick_artist,
    "design": pick_design,
    "palette": pick_palette,
    "size": pick_size,
    "open": open_step,
}
