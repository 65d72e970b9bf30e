"""Stripe's error objects."""

from typing import Any

from webapp.playground.errors import ControlError


class StripeError(ControlError):
    """`{error: {type, message, code?, param?}}` with an HTTP status; a script of ours sees only the message."""

    def __init__(self, status: int, kind: str, message: str, **more: Any) -> None:
        super().__init__(status, message)
        self.body = {"error": {"type": kind, "message": message, **{k: v for k, v in more.items() if v}}}


def invalid(message: str, param: str = "", code: str = "") -> StripeError:
    """400 invalid_request_error."""
    return StripeError(400, "invalid_request_error", message, param=param, code=code)


def missing(kind: str, name: str) -> StripeError:
    """404 resource_missing."""
    return StripeError(404, "invalid_request_error", f"No such {kind}: '{name}'", code="resource_missing", param="id")
