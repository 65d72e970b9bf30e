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


class GoodsButton(CallbackData, prefix="goods"):
    """The card at `index`, with a colour and a size chosen and a design (packed id) put on it."""

    index: int
    colour: str = ""
    size: str = ""
    poster: str = ""


class DesignsButton(CallbackData, prefix="prints"):
    """The designs that can go onto the goods of a card."""

    index: int
    colour: str = ""
    size: str = ""


class PutButton(CallbackData, prefix="put"):
    """Puts one piece into the cart."""

    variant: str
    poster: str = ""


class CartButton(CallbackData, prefix="cart"):
    """The cart and its lines."""

    action: Literal["open", "more", "less", "drop", "promo", "nopromo", "ship"]
    item: str = ""


class ShipButton(CallbackData, prefix="ship"):
    """A tap inside one checkout; a button of another one is out of date and says so."""

    draft: str
    action: Literal["open", "carrier", "place", "keep", "order", "cancel"]
    value: str = ""


class PosterButton(CallbackData, prefix="poster"):
    """A tap inside one design that is being made."""

    draft: str
    action: Literal["artist", "page", "design", "palette", "size", "open", "approve", "cancel"]
    value: str = ""
