"""How each step of a greeting looks: its words, its buttons, and always a way back and out.

A step begins once its question is shown: where Telegram fails in between, the answer is asked for again
instead of being taken for the answer to a question that nobody saw.
"""

import html

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.artists.artists import artist_name, fill_prompt, get_artist, limits_of, list_occasions, list_prompts
from bot.artists.occasions import occasion_emoji
from bot.artists.pricing import Quote, describe_quote, quote_video
from bot.chat.buttons import ArtistButton
from bot.chat.greeting_status import draw_bar
from bot.greetings.videos import judge_request
from bot.i18n import format_xtr
from bot.words.moderation import Judgement
from db.artists import Artist, ArtistPrompt
from handlers.greeting.drafts import DRAFTS, Draft
from handlers.talk.keyboards import Row, pair_up, rows, tap
from handlers.talk.states import Greeting
from handlers.talk.talk import Talk

_COPY = 256  # longest text that a button may copy
_LETTERS = 13  # spoken in a second, roughly: a hint for people, judged exactly afterwards


def occasion_name(talk: Talk, occasion: str) -> str:
    return f"{occasion_emoji(occasion)} {talk.noun('occasion', occasion)}"


def foot_row(talk: Talk, draft: Draft, back: CallbackData) -> Row:
    """Back and cancel."""
    return [tap(talk.say("greeting-back"), back), tap(talk.say("greeting-cancel"), draft.button("cancel"))]


async def ask_occasion(talk: Talk, draft: Draft) -> None:
    artist = await get_artist(draft.artist)
    buttons = [
        tap(occasion_name(talk, occasion), draft.button("occasion", occasion))
        for occasion in await list_occasions(artist)
    ]
    keyboard = rows(*pair_up(buttons), foot_row(talk, draft, ArtistButton(slug=draft.artist)))
    await DRAFTS.save(talk.state, draft)
    words = talk.say("greeting-occasion", artist=artist_name(artist, talk.language))
    await talk.show(words, keyboard, keep_picture=True)
    await talk.state.set_state(Greeting.occasion)


async def ask_recipient(talk: Talk, draft: Draft) -> None:
    artist = await get_artist(draft.artist)
    keep: Row = []
    if draft.recipient:
        keep = [tap(talk.label("greeting-keep-name", name=draft.recipient), draft.button("open", "words"))]
    keyboard = rows(keep, foot_row(talk, draft, draft.button("open", "occasion")))
    await DRAFTS.save(talk.state, draft)
    words = talk.say(
        "greeting-recipient", artist=artist_name(artist, talk.language), occasion=occasion_name(talk, draft.occasion)
    )
    await talk.show(words, keyboard, keep_picture=True)
    await talk.state.set_state(Greeting.recipient)


async def ask_words(talk: Talk, draft: Draft) -> None:
    """Own words, or one of the artist's with the name put in."""
    artist = await get_artist(draft.artist)
    prompts = await list_prompts(artist, draft.occasion, talk.language)
    await DRAFTS.save(talk.state, draft)
    await talk.show(await words_text(talk, draft, artist, prompts), words_keyboard(talk, draft, prompts))
    await talk.state.set_state(Greeting.words)


async def words_text(talk: Talk, draft: Draft, artist: Artist, prompts: list[ArtistPrompt]) -> str:
    name = artist_name(artist, talk.language)
    quotes = [quote_prompt(draft, prompt, number, len(prompts)) for number, prompt in enumerate(prompts, 1)]
    seconds = (await limits_of(artist)).max_seconds
    key = "greeting-words-own" if prompts else "greeting-words-only-own"
    own = talk.say(key, seconds=seconds, letters=seconds * _LETTERS // 50 * 50)
    # A quotation brings its own space around it.
    return "\n".join([talk.say("greeting-words", artist=name, recipient=draft.recipient) + "\n", *quotes, own])


def quote_prompt(draft: Draft, prompt: ArtistPrompt, number: int, count: int) -> str:
    words = f"<blockquote>{html.escape(fill_prompt(prompt, draft.recipient))}</blockquote>"
    return f"{number}. {words}" if count > 1 else words


def words_keyboard(talk: Talk, draft: Draft, prompts: list[ArtistPrompt]) -> InlineKeyboardMarkup:
    use = [
        tap(
            talk.label("greeting-use", number=number, count=len(prompts)),
            draft.button("prompt", str(number)),
            "primary",
        )
        for number in range(1, len(prompts) + 1)
    ]
    keep: Row = []
    if draft.words:
        keep = [tap(talk.say("greeting-keep-words"), draft.button("open", "summary"))]
    return rows(
        *pair_up(use, 3),
        copy_row(talk, draft, prompts),
        keep,
        [tap(talk.label("greeting-hear", name=draft.recipient), draft.button("hear"))],
        foot_row(talk, draft, draft.button("open", "recipient")),
    )


def copy_row(talk: Talk, draft: Draft, prompts: list[ArtistPrompt]) -> Row:
    """Copies the artist's words, so that a person can change a word or two and send them."""
    first = fill_prompt(prompts[0], draft.recipient) if prompts else ""
    if not 0 < len(first) <= _COPY:
        return []
    return [InlineKeyboardButton(text=talk.say("greeting-copy"), copy_text=CopyTextButton(text=first))]


async def show_summary(talk: Talk, draft: Draft) -> None:
    """Everything at a glance before the order. Raises Blocked when the words cannot be said."""
    artist, judgement = await judge_request(draft.request())
    await DRAFTS.save(talk.state, draft)
    words = await summary_text(talk, draft, artist, judgement)
    await talk.show(words, summary_keyboard(talk, draft, artist, judgement))
    await talk.state.set_state(Greeting.summary)


async def summary_text(talk: Talk, draft: Draft, artist: Artist, judgement: Judgement) -> str:
    limit = (await limits_of(artist)).max_seconds
    words = talk.say(
        "greeting-summary",
        artist=artist_name(artist, talk.language),
        occasion=occasion_name(talk, draft.occasion),
        recipient=draft.recipient,
        words=draft.words,
        bar=draw_bar(min(1.0, max(0.1, judgement.seconds / limit))),
        seconds=max(1, round(judgement.seconds)),
        limit=limit,
        price=describe_quote(quote_video(artist), talk.language),
    )
    notes = [talk.say("greeting-will-review")] if judgement.verdict == "review" else []
    notes += [talk.say("greeting-card-approves")] if artist.asks_approval else []
    return "\n\n".join([words, *notes])


def summary_keyboard(talk: Talk, draft: Draft, artist: Artist, judgement: Judgement) -> InlineKeyboardMarkup:
    order = tap(order_label(talk, quote_video(artist), judgement), draft.button("order"), "success")
    return rows(
        [order],
        [tap(talk.label("greeting-hear", name=draft.recipient), draft.button("hear"))],
        [
            tap(talk.say("greeting-edit-words"), draft.button("open", "words")),
            tap(talk.say("greeting-edit-name"), draft.button("open", "recipient")),
        ],
        foot_row(talk, draft, draft.button("open", "words")),
    )


def order_label(talk: Talk, quote: Quote, judgement: Judgement) -> str:
    if judgement.verdict == "review":
        return talk.say("greeting-order-review")
    return talk.label("greeting-order-free" if quote.is_free else "greeting-order-pay", price=format_xtr(quote.xtr))


STEPS = {"occasion": ask_occasion, "recipient": ask_recipient, "words": ask_words, "summary": show_summary}
