"""The first meeting: language, then where the link led; and the menu for those who have been here before."""

import re

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.artists.artists import get_artist
from bot.artists.figures import figures_of
from bot.errors import NotFound
from bot.i18n import format_xtr
from bot.people.people import choose_language
from handlers.catalogue import show_artist
from handlers.quiz.steps import open_quiz, show_match
from handlers.talk.buttons import LanguageButton, MenuButton
from handlers.talk.keyboards import home_button, language_keyboard, menu_keyboard, rows
from handlers.talk.setup import set_up_chat
from handlers.talk.states import drop_draft
from handlers.talk.talk import Talk

_PAYLOAD = re.compile(r"(artist|video|match)_([a-z0-9-]{1,48})")


def build_router() -> Router:
    router = Router(name="start")
    router.message.register(meet, CommandStart())
    router.message.register(offer_languages, Command("language"))
    router.callback_query.register(offer_languages, MenuButton.filter(F.action == "language"))
    router.callback_query.register(take_language, LanguageButton.filter())
    return router


async def meet(message: Message, command: CommandObject, talk: Talk) -> None:
    """/start, with the payload of a deep link where there is one."""
    await drop_draft(talk.state)
    payload = command.args or ""
    if not talk.user.has_chosen_language:
        await talk.state.update_data(payload=payload)
        await talk.show(talk.say("settings-hello"), language_keyboard())
        return
    await follow_link(talk, payload)


async def offer_languages(event: Message | CallbackQuery, talk: Talk) -> None:
    await talk.show(talk.say("settings-choose"), language_keyboard())


async def take_language(query: CallbackQuery, callback_data: LanguageButton, talk: Talk) -> None:
    """A language is chosen: at the first meeting the way goes on to where the link led."""
    await choose_language(talk.user, callback_data.code)
    talk.language = talk.user.language
    await talk.toast(talk.say("settings-chosen"))
    await set_up_chat(talk.services, talk.chat_id, talk.language)
    data = await talk.state.get_data()
    await follow_link(talk, data.pop("payload", ""))
    await talk.state.update_data(payload="")


async def follow_link(talk: Talk, payload: str) -> None:
    """Opens what `start=…` names; an unknown name leads to the menu, with a word about it."""
    if payload == "quiz":
        await open_quiz(talk)
        return
    kind, name = find_payload(payload)
    if kind == "video":
        await show_public_page(talk, name)
        return
    if kind in ("artist", "match"):
        try:
            show = show_artist if kind == "artist" else show_match
            await show(talk, await get_artist(name))
            return
        except NotFound as gone:
            await talk.send(talk.say(gone.key))
    await show_menu(talk)


def find_payload(payload: str) -> tuple[str, str]:
    """What a deep link names: `("artist", slug)`, `("match", slug)`, `("video", code)`, or two empty strings."""
    found = _PAYLOAD.fullmatch(payload)
    return (found[1], found[2]) if found else ("", "")


async def show_public_page(talk: Talk, code: str) -> None:
    url = f"{talk.services.settings.base_url}/v/{code}"
    button = InlineKeyboardButton(text=talk.say("menu-open-page"), url=url)
    await talk.show(talk.say("menu-page"), rows([button], [home_button(talk.language)]))


async def show_menu(talk: Talk) -> None:
    """The main menu; an artist sees the own figures first."""
    words = talk.say("menu-welcome", name=talk.user.first_name)
    for figures in await figures_of(talk.user):
        words += "\n\n" + talk.say(
            "menu-figures",
            artist=figures.artist.name,
            price=format_xtr(figures.quote.xtr) if not figures.quote.is_free else talk.say("video-free"),
            made=figures.made,
            waiting=figures.waiting,
        )
    await talk.show(words, menu_keyboard(talk.language, talk.services.settings))
