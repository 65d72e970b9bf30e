"""The catalogue: one card with a picture that turns its own pages, categories, samples, search by typing."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, DisabledButton, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.artists.artists import artist_name, get_artist, limits_of, list_artists, list_categories
from bot.artists.pricing import describe_quote, quote_video
from bot.chat.buttons import ArtistButton
from bot.chat.covers import Cover, find_cover, sample_cover
from bot.errors import Conflict
from bot.pasted.lines import tidy_words
from db.artists import Artist
from handlers.talk.buttons import AskButton, MenuButton, PageButton, SampleButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import Row, home_button, pair_up, rows, tap
from handlers.talk.media import Source, send_stored, show_picture
from handlers.talk.states import drop_draft
from handlers.talk.talk import Talk

FOUND = "?"  # the category of a page that shows the last search
_SEARCH = 60  # no star has a longer name; the answer repeats what was looked for


@dataclass(frozen=True)
class Place:
    """Where a card stands: `index` of `total` in a category."""

    category: str
    index: int
    total: int


def build_router() -> Router:
    router = Router(name="catalogue")
    router.message.register(open_catalogue, Command("greeting"))
    router.callback_query.register(open_catalogue, MenuButton.filter(F.action == "catalogue"))
    router.callback_query.register(show_categories, MenuButton.filter(F.action == "categories"))
    router.callback_query.register(turn_page, PageButton.filter())
    router.callback_query.register(open_artist, ArtistButton.filter())
    router.callback_query.register(play_sample, SampleButton.filter())
    router.message.register(search_artists, StateFilter(None), is_words)
    return router


async def open_catalogue(event: Message | CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_page(talk, "", 0)


async def turn_page(query: CallbackQuery, callback_data: PageButton, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_page(talk, callback_data.category, callback_data.index)


async def open_artist(query: CallbackQuery, callback_data: ArtistButton, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_artist(talk, await get_artist(callback_data.slug))


async def show_page(talk: Talk, category: str, index: int) -> None:
    """The card at `index`, counted round: behind the last one comes the first."""
    search = str((await talk.state.get_data()).get("search", "")) if category == FOUND else ""
    page = await list_artists("" if category == FOUND else category, search, limit=1000)
    if not page.items:
        raise Conflict("menu-catalogue-empty")
    index %= page.total
    await show_artist(talk, page.items[index], Place(category, index, page.total))


async def show_artist(talk: Talk, artist: Artist, place: Place | None = None) -> None:
    """The artist's card: the tapped message turns into it, a typed one is answered with it."""
    words, keyboard = await card_words(talk, artist), card_keyboard(talk, artist, place)
    await show_picture(talk, artist.portrait_key, words, keyboard)


async def card_words(talk: Talk, artist: Artist) -> str:
    limits = await limits_of(artist)
    spoken = " · ".join(talk.say(f"greeting-speaks-{language}") for language in artist.languages)
    words = talk.say(
        "greeting-card",
        artist=artist_name(artist, talk.language),
        category=talk.noun("category", artist.category),
        about=artist.about.get(talk.language) or artist.about.get("uz", ""),
        price=describe_quote(quote_video(artist), talk.language),
        seconds=limits.max_seconds,
        spoken=spoken,
    )
    return f"{words}\n{talk.say('greeting-card-approves')}" if artist.asks_approval else words


def card_keyboard(talk: Talk, artist: Artist, place: Place | None) -> InlineKeyboardMarkup:
    ask = tap(talk.say("greeting-ask"), AskButton(slug=artist.slug), "success")
    sample = [tap(talk.say("greeting-sample"), SampleButton(slug=artist.slug))] if artist.sample_keys else []
    every = tap(talk.say("menu-categories"), MenuButton(action="categories"))
    if place is None:
        every = tap(talk.say("greeting-all"), MenuButton(action="catalogue"))
    return rows([ask], sample, paging_row(place), [every, home_button(talk.language)])


def paging_row(place: Place | None) -> Row:
    if place is None or place.total < 2:
        return []
    count = f"{place.index + 1} / {place.total}"
    return [
        tap("◀️", PageButton(category=place.category, index=(place.index - 1) % place.total)),
        InlineKeyboardButton(text=count, disabled=DisabledButton()),
        tap("▶️", PageButton(category=place.category, index=(place.index + 1) % place.total)),
    ]


async def show_categories(query: CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    every = tap(talk.say("greeting-all"), PageButton(category="", index=0), "primary")
    buttons = [
        tap(talk.noun("category", category), PageButton(category=category, index=0))
        for category in await list_categories()
    ]
    keyboard = rows([every], *pair_up(buttons), [home_button(talk.language)])
    await talk.show(talk.say("greeting-categories"), keyboard, keep_picture=True)


async def play_sample(query: CallbackQuery, callback_data: SampleButton, talk: Talk) -> None:
    """Sends the artist's sample below the card, in the person's language where there is one."""
    artist = await get_artist(callback_data.slug)
    key = sample_for(artist, talk.language)
    if key is None:
        raise Conflict("greeting-no-sample")
    await talk.toast(talk.say("greeting-sample-comes"))
    name = artist_name(artist, talk.language)
    words = talk.say("greeting-sample-caption", artist=name)
    ask = rows([tap(talk.label("greeting-ask-of", artist=name), AskButton(slug=artist.slug), "success")])

    async def send(video: Source) -> Message:
        # What Telegram has already, it has with its picture.
        cover = Cover() if isinstance(video, str) else await find_cover(talk.services, sample_cover(key))
        return await talk.services.telegram.send_video(
            talk.chat_id, video, caption=words, supports_streaming=True, reply_markup=ask, **cover
        )

    await send_stored(talk.services, key, send)


def sample_for(artist: Artist, language: str) -> str | None:
    keys = artist.sample_keys
    return keys.get(language) or keys.get(language.split("-")[0]) or next(iter(keys.values()), None)


async def search_artists(message: Message, talk: Talk) -> None:
    """Words typed while nothing is asked are the name of a star."""
    search = tidy_words(message.text or "")[:_SEARCH]
    page = await list_artists("", search, limit=1000)
    if search.strip() and page.items:
        await talk.state.update_data(search=search)
        await show_artist(talk, page.items[0], Place(FOUND, 0, page.total))
        return
    every = tap(talk.say("greeting-all"), MenuButton(action="catalogue"), "primary")
    await talk.show(talk.say("greeting-none-found", search=search), rows([every], [home_button(talk.language)]))
