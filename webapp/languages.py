"""Which of our languages a request is answered in."""

from aiohttp import web

from bot.i18n import DEFAULT_LANGUAGE, LANGUAGES, pick_language

COOKIE = "stario_language"
LANGUAGE: web.RequestKey[str] = web.RequestKey("language", str)  # what the answer is written in, once settled
_SPOKEN = {"uz", "ru", "en"}


def request_language(request: web.Request) -> str:
    """What the address asks for, else what was chosen before, else the browser's wish, else Uzbek Latin."""
    for wish in (request.query.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return wish
    return header_language(request) or DEFAULT_LANGUAGE


def header_language(request: web.Request) -> str | None:
    """The best language of `Accept-Language` (RFC 9110, 12.5.4) that we speak; None when there is none."""
    wishes = [_read_wish(part) for part in request.headers.get("Accept-Language", "").split(",")]
    for quality, tag in sorted(wishes, key=lambda wish: -wish[0]):
        if quality > 0 and tag.split("-")[0].lower() in _SPOKEN:
            return pick_language(tag)
    return None


def _read_wish(part: str) -> tuple[float, str]:
    tag, _, parameter = part.strip().partition(";")
    try:
        quality = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
    except ValueError:
        quality = 0.0
    return quality, tag.strip()
