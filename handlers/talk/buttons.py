"""What a tap in the fan's conversation carries; buttons that workers send too stand in `bot.chat.buttons`."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


class MenuButton(CallbackData, prefix="menu"):
    """The main menu and the ways back to it."""

    action: Literal["home", "catalogue", "categories", "orders", "language", "help", "support"]


class LanguageButton(CallbackData, prefix="language"):
    code: str


class PageButton(CallbackData, prefix="page"):
    """One card of the catalogue: the artist at `index` of a category, "" for all, "?" for the last search."""

    category: str
    index: int


class SampleButton(CallbackData, prefix="sample"):
    """Plays the artist's ready-made sample."""

    slug: str


class AskButton(CallbackData, prefix="ask"):
    """Begins a greeting by this artist."""

    slug: str


class StepButton(CallbackData, prefix="step"):
    """A tap inside one draft; a button of another draft is out of date and says so."""

    draft: str
    action: Literal["open", "occasion", "prompt", "hear", "order", "cancel"]
    value: str = ""


class OrdersButton(CallbackData, prefix="orders"):
    """A page of the person's own greetings."""

    offset: int


class EraseButton(CallbackData, prefix="erase"):
    """Asks for, or confirms, the deletion of the person's data."""

    sure: bool


class QuizButton(CallbackData, prefix="quiz"):
    """Ways through the face quiz that belong to no result yet."""

    action: Literal["open", "adult", "younger", "no", "withdraw", "withdrawn"]


class LookButton(CallbackData, prefix="look"):
    """A tap that belongs to one quiz: a face to take, the photo to remove, the receipt to see."""

    action: Literal["face", "remove", "receipt"]
    quiz: str
    face: int = 0
