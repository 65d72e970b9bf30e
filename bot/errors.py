"""Domain errors: a text key and its values, turned into words or an HTTP status only at the edge."""

from typing import Any


class Refusal(Exception):
    """Something a person asked for cannot be done; `key` names the Fluent text that tells them why."""

    status = 400

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return f"{self.key} {self.values}" if self.values else self.key


class Invalid(Refusal):
    """The input is not acceptable."""

    status = 422


class NotFound(Refusal):
    """No such thing, or not yours to see."""

    status = 404


class Forbidden(Refusal):
    """You may not."""

    status = 403


class Conflict(Refusal):
    """The thing has moved on since you looked."""

    status = 409


class TooMany(Refusal):
    """A limit of rate or amount is reached."""

    status = 429


class Unavailable(Refusal):
    """A part we depend on does not answer."""

    status = 503


def pack_refusal(refusal: Refusal) -> dict[str, Any]:
    """A refusal as JSON, for the way from a worker to whoever asked it."""
    return {"kind": type(refusal).__name__, "key": refusal.key, "values": refusal.values}


def unpack_refusal(packed: dict[str, Any]) -> Refusal:
    """The refusal again, of its own kind where it is one of this file."""
    kinds = {kind.__name__: kind for kind in (Invalid, NotFound, Forbidden, Conflict, TooMany, Unavailable)}
    return kinds.get(packed["kind"], Refusal)(packed["key"], **packed["values"])
