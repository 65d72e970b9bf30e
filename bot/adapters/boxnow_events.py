"""BOX NOW's webhook: CloudEvents whose `data` is signed as the bytes stand, so it is cut out and never written anew."""

import hashlib
import hmac
import json
from typing import Any

from bot.adapters.boxnow import read_time, state_of
from bot.adapters.carriers import ParcelEvent

_DEEPEST = 64


class BadSignature(ValueError):
    """The body was not signed with our secret, or is no event at all."""


def read_parcel_event(secret: str, body: bytes) -> ParcelEvent:
    """The event of a raw body; only what is signed is believed, and the envelope's id. Raises BadSignature."""
    try:
        envelope = json.loads(body)
        raw = cut_data(body)
        told = str(envelope["datasignature"])
        if not hmac.compare_digest(sign_data(secret, raw).encode(), told.strip().lower().encode()):
            raise BadSignature("signature")
        return _event(str(envelope["id"]), json.loads(raw))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadSignature(type(error).__name__) from error


def sign_data(secret: str, raw: bytes) -> str:
    """Hex HMAC-SHA256 of the bytes of `data`."""
    return hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()


def cut_data(body: bytes) -> bytes:
    """The bytes of the top-level `data` object exactly as they came. Raises ValueError when there is none, or two."""
    found: list[bytes] = []
    depth, place, key = 0, 0, b""
    while place < len(body):
        sign = body[place : place + 1]
        if sign == b'"':
            end = _end_of_string(body, place)
            if depth == 1 and _next_sign(body, end) == b":":
                key = body[place:end]
            place = end
            continue
        if sign in b"{[":
            if depth == 1 and sign == b"{" and key == b'"data"':
                end = _end_of_object(body, place)
                found.append(body[place:end])
                place, key = end, b""
                continue
            depth += 1
        elif sign in b"}]":
            depth -= 1
        elif sign == b"," and depth == 1:
            key = b""
        place += 1
    if len(found) != 1:
        raise ValueError(f"{len(found)} objects called data")
    return found[0]


def _end_of_string(body: bytes, start: int) -> int:
    """Just behind the closing quote of the string that opens at `start`."""
    place = start + 1
    while place < len(body):
        if body[place : place + 1] == b"\\":
            place += 2
        elif body[place : place + 1] == b'"':
            return place + 1
        else:
            place += 1
    raise ValueError("a string that does not end")


def _end_of_object(body: bytes, start: int) -> int:
    depth, place = 0, start
    while place < len(body):
        sign = body[place : place + 1]
        if sign == b'"':
            place = _end_of_string(body, place)
            continue
        if sign in b"{[":
            depth += 1
            if depth > _DEEPEST:
                raise ValueError("too deep")
        elif sign in b"}]":
            depth -= 1
            if depth == 0:
                return place + 1
        place += 1
    raise ValueError("an object that does not end")


def _next_sign(body: bytes, place: int) -> bytes:
    return body[place:].lstrip()[:1]


def _event(event_id: str, data: dict[str, Any]) -> ParcelEvent:
    where = data.get("eventLocation") or {}
    event = str(data["event"])
    return ParcelEvent(
        id=event_id[:80],
        parcel_id=str(data["parcelId"]),
        number=str(data["orderNumber"]),
        event=event[:32],
        state=state_of(event, str(data.get("parcelState") or "")),
        place=str(where.get("displayName") or "")[:200],
        happened_at=read_time(str(data["time"])),
        pin=str(data.get("parcelPin") or ""),
    )
