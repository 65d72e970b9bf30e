"""What a pay page says when it cannot open, as the provider numbers it."""

from webapp.playground.errors import ControlError

WORDS = {
    "merchant": "the merchant is unknown or blocked",
    "field": "a field of the link is wrong",
    "small": "the amount is below the least",
    "large": "the amount is above the most",
    "gone": "there is no such session",
}


class PageError(ControlError):
    """A pay page refuses: the provider's `code`, the key of our words, and the field that is wrong."""

    def __init__(self, code: int, key: str, field: str = "") -> None:
        where = f" ({field})" if field else ""
        super().__init__(422, f"The pay page refuses with {code}: {WORDS[key]}{where}.")
        self.code = code
        self.key = key
        self.field = field
