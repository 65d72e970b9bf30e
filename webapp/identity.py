"""Who calls: a bearer token of the API, or the session cookie of a Mini App page of ours.

Two accounts may be open in one browser (two frames, two Telegram accounts), so each has a cookie of its own
and the page says in `X-Stario-Person` which one it means. A foreign page cannot set that header without a CORS
permission that we never give, and a foreign `Origin` is refused besides.
"""

from urllib.parse import urlsplit

from aiohttp import web

from bot.errors import Forbidden
from bot.people.sessions import SignInAgain, read_access
from bot.services import Services
from db.users import User
from webapp.keys import services_of

PERSON_HEADER = "X-Stario-Person"
AUDIENCE = "miniapp"


def cookie_name(person: str) -> str:
    return f"stario_session_{person}"


async def find_caller(request: web.Request) -> tuple[User | None, str]:
    """The user and the source (`rest` or `miniapp`); nobody where nothing is claimed.

    Raises SignInAgain for a claim that does not hold, Forbidden for a cookie from a foreign page.
    """
    services = services_of(request)
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme:
        if scheme.lower() != "bearer":
            raise SignInAgain("site-sign-in")
        return await read_access(services, token.strip()), "rest"
    person = request.headers.get(PERSON_HEADER) or request.query.get("as", "")
    if not person:
        return None, "rest"
    check_origin(request, services)
    token = request.cookies.get(cookie_name(person), "") if person.isascii() and person.isdigit() else ""
    if not token:
        raise SignInAgain("miniapp-reopen")
    return await read_access(services, token, AUDIENCE), "miniapp"


def check_origin(request: web.Request, services: Services) -> None:
    """Raises Forbidden when a page of another origin sent this."""
    origin = request.headers.get("Origin")
    if origin is None:
        return
    ours = {urlsplit(services.settings.base_url).netloc, request.host}
    if urlsplit(origin).netloc not in ours:
        raise Forbidden("site-foreign-origin")


def set_session(answer: web.Response, services: Services, person: int, token: str, seconds: int) -> None:
    """Keeps a Mini App session in the browser, inside Telegram's frame too."""
    # Written by hand: http.cookies learns `Partitioned` (CHIPS) only in Python 3.14.
    abroad = "SameSite=None; Secure; Partitioned" if services.settings.base_url.startswith("https:") else "SameSite=Lax"
    cookie = f"{cookie_name(str(person))}={token}; Max-Age={seconds}; Path=/; HttpOnly; {abroad}"
    answer.headers.add("Set-Cookie", cookie)
