"""The taps of a validator under a poster's words: what they carry, 64 bytes at most."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

Verdict = Literal["yes", "no", "rude", "personal", "promise", "offtopic", "own", "back"]


class PosterReviewButton(CallbackData, prefix="pword"):
    """Yes, or no with a reason: a ready one, one to be typed, or back to the two buttons."""

    verdict: Verdict
    poster: str
