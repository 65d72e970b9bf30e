"""Putting a greeting together: from the artist through occasion and name, back and cancel at every step."""

import html

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.artists.artists import get_artist
from bot.words.moderation import explain, judge_name, tidy_name
from handlers.greeting.drafts import DRAFTS, Draft, new_draft
from handlers.greeting.steps import STEPS, ask_occasion, ask_recipient, ask_words
from handlers.talk.buttons import AskButton, StepButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import menu_keyboard
from handlers.talk.states import Greeting, drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="greeting")
    router.callback_query.register(begin_draft, AskButton.filter())
    router.callback_query.register(tell_ordered, StepButton.filter(), DRAFTS.own, is_ordered)
    router.callback_query.register(pick_occasion, StepButton.filter(F.action == "occasion"), DRAFTS.own)
    router.callback_query.register(open_step, StepButton.filter(F.action == "open"), DRAFTS.own)
    router.callback_query.register(cancel_draft, StepButton.filter(F.action == "cancel"), DRAFTS.own)
    router.message.register(take_name, StateFilter(Greeting.recipient), is_words, DRAFTS.open)
    router.message.register(repeat_occasion, StateFilter(Greeting.occasion), is_words, DRAFTS.open)
    router.message.register(want_words, StateFilter(Greeting), is_no_text, DRAFTS.open)
    return router


async def is_ordered(query: CallbackQuery, callback_data: StepButton, draft: Draft) -> bool:
    """A filter: this draft has become an order, and the tap is not on "order" itself."""
    return bool(draft.video) and callback_data.action != "order"


async def is_no_text(message: Message) -> bool:
    return message.text is None


async def begin_draft(query: CallbackQuery, callback_data: AskButton, talk: Talk) -> None:
    artist = await get_artist(callback_data.slug)
    await ask_occasion(talk, new_draft(artist.slug))


async def pick_occasion(query: CallbackQuery, callback_data: StepButton, talk: Talk, draft: Draft) -> None:
    draft.occasion = callback_data.value
    await ask_recipient(talk, draft)


async def repeat_occasion(message: Message, talk: Talk, draft: Draft) -> None:
    """Typed words where a tap is due: the buttons come again, below."""
    await ask_occasion(talk, draft)


async def take_name(message: Message, talk: Talk, draft: Draft) -> None:
    """A name is judged at once; one that cannot be said is explained and asked for again."""
    judgement = judge_name(message.text or "")
    if judgement.verdict == "blocked":
        reasons = "\n".join(explain(judgement, talk.language))
        await talk.send(f"{html.escape(reasons)}\n\n{talk.say('greeting-name-again')}")
        return
    draft.recipient = tidy_name(message.text or "")
    await ask_words(talk, draft)


async def want_words(message: Message, talk: Talk, draft: Draft) -> None:
    """A photo, a sticker or a voice where text is due: nothing is lost, the question stands."""
    step = (await talk.state.get_state() or "").rpartition(":")[2]
    await talk.send(talk.say(f"greeting-text-please-{step}"))


async def open_step(query: CallbackQuery, callback_data: StepButton, talk: Talk, draft: Draft) -> None:
    await STEPS[callback_data.value](talk, draft)


async def cancel_draft(query: CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    keyboard = menu_keyboard(talk.language, talk.services.settings)
    await talk.show(talk.say("greeting-cancelled"), keyboard)


async def tell_ordered(query: CallbackQuery, talk: Talk) -> None:
    await talk.toast(talk.say("greeting-already-ordered"), alert=True)
