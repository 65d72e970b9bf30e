"""Inline keyboards built from rows of small buttons, in the person's language."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, WebAppInfo

from bot.i18n import LANGUAGES, text
from bot.settings import Settings
from handlers.talk.buttons import GoodsButton, LanguageButton, MenuButton, QuizButton

Row = list[InlineKeyboardButton]


def tap(words: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=words, callback_data=data.pack(), style=style)


def rows(*given: Row) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[row for row in given if row])


def pair_up(buttons: Row, width: int = 2) -> list[Row]:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def app_link(settings: Settings, path: str = "/app/") -> str | None:
    """The Mini App's address, or None where Telegram would refuse it: it takes https alone."""
    url = settings.base_url + path
    return url if settings.playground or url.startswith("https://") else None


def home_button(language: str) -> InlineKeyboardButton:
    return tap(text(language, "menu-home"), MenuButton(action="home"))


def menu_keyboard(language: str, settings: Settings) -> InlineKeyboardMarkup:
    """The main menu."""

    def item(action: str, style: str | None = None) -> InlineKeyboardButton:
        return tap(text(language, f"menu-{action}"), MenuButton(action=action), style)

    url = app_link(settings)
    app = [InlineKeyboardButton(text=text(language, "menu-app"), web_app=WebAppInfo(url=url))] if url else []
    return rows(
        [item("catalogue", "primary")],
        [tap(text(language, "quiz-menu"), QuizButton(action="open"))],
        [tap(text(language, "shop-menu"), GoodsButton(index=0))],
        app,
        [item("orders"), item("categories")],
        [item("language"), item("help")],
    )


def language_keyboard() -> InlineKeyboardMarkup:
    """Four languages, each in its own words."""
    buttons = [tap(text(code, "settings-name"), LanguageButton(code=code)) for code in LANGUAGES]
    return rows(*pair_up(buttons))
