"""The menu and the pages that every bot owes its people: help and terms."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.start import show_menu
from handlers.talk.buttons import MenuButton
from handlers.talk.keyboards import home_button, rows
from handlers.talk.states import drop_draft
from handlers.talk.talk import Talk

PAGES = ("help", "terms")


def build_router() -> Router:
    router = Router(name="menu")
    router.message.register(open_menu, Command("menu", "cancel"))
    router.message.register(show_page, Command(*PAGES))
    router.callback_query.register(open_menu, MenuButton.filter(F.action == "home"))
    router.callback_query.register(tap_page, MenuButton.filter(F.action.in_(PAGES)))
    return router


async def open_menu(event: Message | CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_menu(talk)


async def show_page(message: Message, talk: Talk) -> None:
    words = (message.text or "").removeprefix("/").split("@")[0].split()[0]
    await open_page(talk, words.lower())


async def tap_page(query: CallbackQuery, callback_data: MenuButton, talk: Talk) -> None:
    await open_page(talk, callback_data.action)


async def open_page(talk: Talk, page: str) -> None:
    await talk.show(talk.say(f"menu-page-{page}"), rows([home_button(talk.language)]))
