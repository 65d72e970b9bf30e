"""Errors of the stand-in: those the bot sees in Telegram's own words, and those a script of ours sees."""

from typing import Any


class ApiError(Exception):
    """A Bot API refusal: HTTP status, description as Telegram words it, optional response parameters."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ControlError(Exception):
    """A control call that cannot be done: HTTP status and plain words."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def bad_request(description: str) -> ApiError:
    """400 in Telegram's form."""
    return ApiError(400, f"Bad Request: {description}")


def too_many(retry_after: int) -> ApiError:
    """429 with the pause that Telegram asks for, in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def blocked_by_user() -> ApiError:
    """403: the person has blocked the bot."""
    return ApiError(403, "Forbidden: bot was blocked by the user")
