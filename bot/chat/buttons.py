"""Buttons that both workers and conversations know: what a tap carries (64 bytes at most, so ids go packed)."""

import base64
from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData


def pack_id(value: UUID) -> str:
    """22 characters instead of 36."""
    return base64.urlsafe_b64encode(value.bytes).decode().rstrip("=")


def unpack_id(packed: str) -> UUID:
    """Raises ValueError for what is not a packed id."""
    return UUID(bytes=base64.urlsafe_b64decode(packed + "=="))


class VideoButton(CallbackData, prefix="video"):
    """Under the status message and in /orders."""

    action: Literal["cancel", "pay", "show", "refresh", "resend", "again"]
    video: str


class ClipButton(CallbackData, prefix="clip"):
    """The artist's tap under a finished clip."""

    verdict: Literal["yes", "no"]
    video: str


class ReviewButton(CallbackData, prefix="review"):
    """The validator's tap in the staff chat."""

    verdict: Literal["yes", "no"]
    review: str


class ArtistButton(CallbackData, prefix="artist"):
    """Opens an artist's card, from anywhere."""

    slug: str


class TriviaButton(CallbackData, prefix="trivia"):
    """In a quiz with questions: `item` is a packed quiz or game, `value` the question's place and the choice."""

    action: Literal["list", "start", "answer", "next", "board", "stop"]
    item: str = ""
    position: int = 0
    choice: int = 0
