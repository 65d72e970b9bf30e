"""What a tap in the shop carries. Ids travel packed; 64 bytes at most."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


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
