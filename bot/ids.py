"""Names of things: ids short enough for a button, codes for people to type, numbers to read out."""

import base64
import secrets
from uuid import UUID

from bot.errors import NotFound

SLUG, CODE = 48, 16  # the longest of their columns


def pack_id(value: UUID) -> str:
    """22 characters instead of 36."""
    return base64.urlsafe_b64encode(value.bytes).decode().rstrip("=")


def unpack_id(packed: str) -> UUID:
    """Raises ValueError for what is not a packed id."""
    return UUID(bytes=base64.urlsafe_b64decode(packed + "=="))


def read_packed(packed: str, gone: str = "error-not-found") -> UUID:
    """The id that a button or a link carries. Raises NotFound with `gone` for what is none."""
    try:
        return unpack_id(packed)
    except ValueError as error:
        raise NotFound(gone) from error


def read_id(written: UUID | str, gone: str = "error-not-found") -> UUID:
    """An id as it came in a request. Raises NotFound with `gone` for what is none."""
    try:
        return written if isinstance(written, UUID) else UUID(written)
    except ValueError as error:
        raise NotFound(gone) from error


def read_name(written: str, longest: int, gone: str = "error-not-found") -> str:
    """A slug, code or number as somebody wrote it. Raises NotFound with `gone` for one longer than any of ours."""
    if len(written) > longest:
        raise NotFound(gone)  # the database would not even look for it
    return written


def new_code() -> str:
    """Ten letters and digits nobody guesses and nobody misreads."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(10))


def new_number() -> str:
    """Eight digits, easy to read out on the telephone and of no meaning."""
    return str(secrets.randbelow(90_000_000) + 10_000_000)
