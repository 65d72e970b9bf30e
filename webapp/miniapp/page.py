"""What every Mini App page does: find out who opened it, in which language, whole or only its inside."""

from typing import Any

from aiohttp import web

from bot.i18n import LANGUAGES
from bot.people.sessions import SignInAgain
from db.users import User
from webapp.identity import find_caller
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.pages import FRAGMENT, render_page


async def meet_caller(request: web.Request) -> User | None:
    """Who opened the page; settles the language it is shown in. Raises SignInAgain for a session that is over."""
    user, _ = await find_caller(request)
    wish = request.query.get("lang")
    request[LANGUAGE] = user.language if user and wish not in LANGUAGES else request_language(request)
    return user


def enter_first(request: web.Request, title: str, back: str) -> web.Response:
    """A page of one's own before we know whose it is: a calm wait at first, a refusal for our own script."""
    if FRAGMENT in request.headers:
        raise SignInAgain("miniapp-reopen")
    return show_page(request, "entering", title, back, {}, personal=True)


def show_page(
    request: web.Request, name: str, title: str, back: str, values: dict[str, Any], personal: bool = False
) -> web.Response:
    """The page `templates/app/<name>.html`; `back` is where its way back leads, "" for none."""
    template = f"app/{name}.html" if FRAGMENT in request.headers else "app/shell.html"
    shell: dict[str, Any] = {
        "page": name,
        "page_template": f"app/{name}.html",
        "title": title,
        "back": back,
        "personal": personal,
        "telegram_script": services_of(request).settings.telegram_script_url,
    }
    return render_page(request, template, **shell, **values)
