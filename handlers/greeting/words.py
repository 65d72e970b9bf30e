"""Putting a greeting together: the words, how the name sounds, and the order itself."""

import html

from aiogram import F, Router
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.adapters.telegram_errors import Trouble, read_trouble
from bot.artists.artists import artist_name, fill_prompt, get_artist, list_prompts
from bot.chat.greeting_status import post_status
from bot.errors import Conflict, Refusal
from bot.greetings.samples import hear_name
from bot.greetings.videos import find_video, request_video
from bot.ids import pack_id, read_packed
from bot.money.orders import order_of
from bot.rails.telegram.invoices import send_invoice
from bot.words.moderation import Blocked, explain
from db.artists import Artist
from db.orders import Order
from db.videos import Video, VideoStatus
from handlers.greeting.drafts import DRAFTS, Draft
from handlers.greeting.steps import show_summary
from handlers.middlewares.talks import refusal_words
from handlers.talk.buttons import StepButton
from handlers.talk.filters import is_words
from handlers.talk.media import Source, send_stored
from handlers.talk.states import Greeting
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="words")
    router.message.register(take_words, StateFilter(Greeting.words, Greeting.summary), is_words, DRAFTS.open)
    router.callback_query.register(take_prompt, StepButton.filter(F.action == "prompt"), DRAFTS.own)
    router.callback_query.register(play_name, StepButton.filter(F.action == "hear"), DRAFTS.own)
    router.callback_query.register(place_order, StepButton.filter(F.action == "order"), DRAFTS.own)
    return router


async def take_words(message: Message, talk: Talk, draft: Draft) -> None:
    """Own words, judged at once; refused ones are explained and the step stays."""
    kept, draft.words = draft.words, message.text or ""
    try:
        await show_summary(talk, draft)
    except Blocked as blocked:
        draft.words = kept
        reasons = "\n".join(f"• {html.escape(reason)}" for reason in explain(blocked.judgement, talk.language))
        await talk.send(talk.say("greeting-words-refused") + f"\n\n{reasons}\n\n" + talk.say("greeting-words-again"))


async def take_prompt(query: CallbackQuery, callback_data: StepButton, talk: Talk, draft: Draft) -> None:
    """The artist's own words with the name put in."""
    prompts = await list_prompts(await get_artist(draft.artist), draft.occasion, talk.language)
    number = int(callback_data.value)
    if not 0 < number <= len(prompts):
        raise Conflict("greeting-prompt-gone")
    draft.words = fill_prompt(prompts[number - 1], draft.recipient)
    await show_summary(talk, draft)


def spoken_language(artist: Artist, language: str) -> str:
    """The language in which the artist says a name to this person; both Uzbek scripts are one."""
    wanted = language.split("-")[0]
    return wanted if wanted in artist.languages or not artist.languages else artist.languages[0]


async def play_name(query: CallbackQuery, talk: Talk, draft: Draft) -> None:
    """A voice note with the name, before anybody pays; an audio file for who takes no voice notes."""
    await talk.toast(talk.say("greeting-hear-comes"))
    artist = await get_artist(draft.artist)
    bot = talk.services.telegram
    await bot.send_chat_action(talk.chat_id, ChatAction.RECORD_VOICE)
    try:
        key = await hear_name(talk.services, artist, draft.recipient, spoken_language(artist, talk.language))
    except Refusal as refusal:
        await talk.send(html.escape(refusal_words(refusal, talk.language)))
        return
    singer = artist_name(artist, talk.language)
    words = talk.say("greeting-hear-caption", name=draft.recipient, artist=singer)
    try:
        await send_voice(talk, key, words)
    except TelegramBadRequest as error:
        if read_trouble(error) is not Trouble.VOICE_CLOSED:
            raise
        await send_file(talk, key, f"{words}\n\n{talk.say('greeting-hear-file')}", draft.recipient, singer)


async def send_voice(talk: Talk, key: str, words: str) -> None:
    async def send(voice: Source) -> Message:
        return await talk.services.telegram.send_voice(talk.chat_id, voice, caption=words)

    await send_stored(talk.services, key, send)


async def send_file(talk: Talk, key: str, words: str, title: str, singer: str) -> None:
    """The same sound as music: the setting that closes voice notes does not touch it."""

    async def send(audio: Source) -> Message:
        return await talk.services.telegram.send_audio(
            talk.chat_id, audio, caption=words, title=title, performer=singer
        )

    await send_stored(talk.services, key, send, known_as="#audio")


async def place_order(query: CallbackQuery, talk: Talk, draft: Draft) -> None:
    """Orders once, however often it is tapped: the draft's id is the key of the request."""
    if draft.video:
        await repeat_order(talk, draft)
        return
    placed = await request_video(talk.services, talk.user, draft.request())
    draft.video = pack_id(placed.video.id)
    await DRAFTS.save(talk.state, draft)
    await talk.state.set_state(None)
    await talk.toast(talk.say("greeting-ordered-toast"))
    # The button goes last: where the invoice does not get through, a second tap sends it.
    await go_on(talk, await find_video(talk.user, placed.video.id), placed.order)
    await talk.show(ordered_text(talk, draft, placed.order))


def ordered_text(talk: Talk, draft: Draft, order: Order) -> str:
    return talk.say("greeting-ordered", number=order.number, recipient=draft.recipient, words=draft.words)


async def go_on(talk: Talk, video: Video, order: Order) -> None:
    """What comes after an order: an invoice where money is due, else the status message."""
    if video.status is VideoStatus.AWAITING_PAYMENT:
        await send_invoice(talk.services, order, talk.chat_id)
    else:
        await post_status(talk.services, video)


async def repeat_order(talk: Talk, draft: Draft) -> None:
    """The second tap: says so, and sends what the first one could not."""
    video = await find_video(talk.user, read_packed(draft.video))
    if video.status is VideoStatus.AWAITING_PAYMENT:
        await talk.toast(talk.say("greeting-already-invoice"), alert=True)
        await send_invoice(talk.services, await order_of(video), talk.chat_id)
        return
    await talk.toast(talk.say("greeting-already-ordered"), alert=True)
    if video.status_message_id is None:
        await post_status(talk.services, video)
