"""Misbehaviour on demand: the next calls of a stand-in fail in the ways a real service fails."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from webapp.playground.errors import ControlError
from webapp.playground.shapes import Json

KINDS = {
    "429": "refused with 429 and parameters.retry_after",
    "403": "refused: the bot was blocked by the user, or in the words of `description`",
    "400": "refused in the words of `description`, such as VOICE_MESSAGES_FORBIDDEN or TOPIC_CLOSED",
    "500": "refused with an internal server error",
    "timeout": "accepted, hangs `seconds` (30), NOT processed, then the connection is closed",
    "lost_answer": "processed, but the connection is dropped instead of an answer",
    "reset": "the connection is reset, nothing is processed",
    "slow": "processed `seconds` (3) late",
    "duplicate": "the next update, or a provider's callback, is delivered twice as it is",
    "reorder": "the next update or event is delivered after the one that follows it",
}
ALIASES = {
    "time_out": "timeout",
    "timed_out": "timeout",
    "hang": "timeout",
    "too_many_requests": "429",
    "rate_limit": "429",
    "flood": "429",
    "retry_after": "429",
    "blocked": "403",
    "forbidden": "403",
    "bad_request": "400",
    "refused": "400",
    "error": "500",
    "server_error": "500",
    "internal_server_error": "500",
    "lost": "lost_answer",
    "lost_reply": "lost_answer",
    "drop": "lost_answer",
    "connection_reset": "reset",
    "delay": "slow",
    "duplicates": "duplicate",
    "duplicated": "duplicate",
    "duplicate_update": "duplicate",
    "reordering": "reorder",
    "reordered": "reorder",
}
UPDATE_KINDS = ("duplicate", "reorder")
# A long poll runs all the time: a fault meant for "the next call" is not wasted on it unless it is named.
UNTOUCHED = frozenset({"getupdates", "getme"})


@dataclass
class Fault:
    """One order to misbehave `times` more times; an empty method means any."""

    service: str
    kind: str
    times: int = 1
    method: str = ""
    seconds: float | None = None
    retry_after: int = 3
    description: str = ""


class Faults:
    """Orders in force, for all stand-ins of the playground; each joins with `register`."""

    def __init__(self) -> None:
        self.services: dict[str, tuple[str, ...]] = {}
        self.orders: list[Fault] = []

    def register(self, service: str, kinds: Iterable[str] = tuple(KINDS)) -> None:
        """A stand-in says its name and which kinds it can play."""
        self.services[service] = tuple(kinds)

    def add(self, body: Json) -> Fault:
        """Takes an order as JSON. Raises ControlError 422 naming what is allowed."""
        service = str(body.get("service", "telegram")).strip().lower()
        if service not in self.services:
            raise ControlError(422, f"Unknown service {service!r}; allowed: {', '.join(self.services)}.")
        fault = Fault(service, self.read_kind(service, body.get("kind")))
        fault.times = int(_read_number(body, "times", 1, 1))
        fault.method = str(body.get("method") or "").strip().lower()
        if fault.kind in UPDATE_KINDS and fault.method == "getupdates":
            fault.method = ""  # an update is what misbehaves, whichever way it travels
        fault.seconds = _read_number(body, "seconds", 0, 0) if body.get("seconds") is not None else None
        fault.retry_after = int(_read_number(body, "retry_after", 3, 1))
        fault.description = str(body.get("description") or "")
        self.orders.append(fault)
        return fault

    def read_kind(self, service: str, value: object) -> str:
        word = str(value or "").strip().lower().replace("-", "_").replace(" ", "_")
        kind = ALIASES.get(word, word)
        if kind not in self.services[service]:
            allowed = ", ".join(self.services[service])
            raise ControlError(422, f"Unknown kind {value!r} for {service}; allowed: {allowed}.")
        return kind

    def take(self, service: str, method: str, kinds: Iterable[str]) -> Fault | None:
        """The order that hits this call, used up once; None when all is well."""
        name = method.lower()
        for fault in self.orders:
            hit = fault.method == name if fault.method else name not in UNTOUCHED
            if fault.service == service and fault.kind in kinds and hit:
                fault.times -= 1
                if fault.times <= 0:
                    self.orders.remove(fault)
                return fault
        return None

    def listed(self) -> list[Json]:
        return [asdict(fault) for fault in self.orders]

    def clear(self) -> None:
        self.orders.clear()


def _read_number(body: Json, key: str, default: float, least: float) -> float:
    try:
        value = float(body.get(key, default))
    except (TypeError, ValueError):
        raise ControlError(422, f"`{key}` must be a number.") from None
    if not least <= value <= 1_000_000:
        raise ControlError(422, f"`{key}` must be at least {least:g}.")
    return value
