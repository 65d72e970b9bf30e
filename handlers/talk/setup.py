"""How the bot introduces itself to Telegram: commands, descriptions and the button of the Mini App."""

import logging

from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.i18n import DEFAULT_LANGUAGE, text
from bot.services import Services
from handlers.talk.keyboards import app_link

log = logging.getLogger("stario.chat")
COMMANDS = (
    "start",
    "greeting",
    "quiz",
    "shop",
    "orders",
    "language",
    "help",
    "verify",
    "privacy",
    "terms",
    "paysupport",
)
_CODES = {None: DEFAULT_LANGUAGE, "uz": "uz", "ru": "ru", "en": "en"}  # Telegram's code → our language


def list_commands(language: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=text(language, f"menu-command-{name}")) for name in COMMANDS]


async def set_up_bot(services: Services) -> None:
    """Tells Telegram our commands and descriptions, in the languages that it can tell apart.

    Uzbek Cyrillic has no code of its own there: those who choose it get their commands by `set_up_chat`.
    """
    bot, scope = services.telegram, BotCommandScopeAllPrivateChats()
    for code, language in _CODES.items():
        await bot.set_my_commands(list_commands(language), scope=scope, language_code=code)
        await bot.set_my_description(text(language, "menu-description"), language_code=code)
        await bot.set_my_short_description(text(language, "menu-short-description"), language_code=code)
    await bot.set_chat_menu_button(menu_button=app_button(services, DEFAULT_LANGUAGE))


async def set_up_chat(services: Services, chat_id: int, language: str) -> None:
    """Commands and the Mini App's button in the language that was chosen; a failure costs nothing else."""
    bot = services.telegram
    try:
        await bot.set_my_commands(list_commands(language), scope=BotCommandScopeChat(chat_id=chat_id))
        await bot.set_chat_menu_button(chat_id=chat_id, menu_button=app_button(services, language))
    except TelegramAPIError as error:
        log.warning("commands of chat %s keep their language: %s", chat_id, error)


def app_button(services: Services, language: str) -> MenuButtonWebApp | MenuButtonDefault:
    url = app_link(services.settings)
    if url is None:
        return MenuButtonDefault()
    return MenuButtonWebApp(text=text(language, "menu-app-button"), web_app=WebAppInfo(url=url))
