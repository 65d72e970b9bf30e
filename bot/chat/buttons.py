"""Buttons that both workers and conversations know: what a tap carries (64 bytes at most, so ids go packed)."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

from bot.ids import pack_id
from db.orders import Order


class VideoButton(CallbackData, prefix="video"):
    """Under the status message and in /orders."""

    action: Literal["cancel", "pay", "show", "refresh", "resend", "again"]
    video: str


class ClipButton(CallbackData, prefix="clip"):
    """The artist's tap under a finished clip."""

    verdict: Literal["yes", "no"]
    video: str


class ArtistButton(CallbackData, prefix="artist"):
    """Opens an artist's card, from anywhere."""

    slug: str


class TriviaButton(CallbackData, prefix="trivia"):
    """In a quiz with questions: `item` is a packed quiz or game, `value` the question's place and the choice."""

    action: Literal["list", "start", "answer", "next", "board", "stop"]
    item: str = ""
    position: int = 0
    choice: int = 0


GoodsAction = Literal["show", "refresh", "rail", "cancel", "ways"]


class GoodsOrderButton(CallbackData, prefix="good"):
    """`order` is a packed id, `rail` a way to pay."""

    action: GoodsAction
    order: str
    rail: str = ""


def order_button(order: Order, action: GoodsAction, rail: str = "") -> str:
    return GoodsOrderButton(action=action, order=pack_id(order.id), rail=rail).pack()


OrderAction = Literal[
    "refresh", "handed", "ready", "delivered", "label", "print", "ask", "refund", "refund_yes", "sent_back"
]


class StaffOrderButton(CallbackData, prefix="ops"):
    """`order` is a packed id."""

    action: OrderAction
    order: str


Verdict = Literal["yes", "no", "rude", "personal", "promise", "offtopic", "own", "back"]


class ReviewButton(CallbackData, prefix="review"):
    """On a greeting's words: yes, or no with a reason – a ready one, one to be typed – or back to the two buttons."""

    verdict: Verdict
    review: str


class PosterReviewButton(CallbackData, prefix="pword"):
    """The same on a poster's words."""

    verdict: Verdict
    poster: str
