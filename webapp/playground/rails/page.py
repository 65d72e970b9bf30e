"""Drawing a stand-in's page: template, words in the visitor's language, headers."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from aiohttp import web

from bot.i18n import format_uzs, pick_language, text
from webapp.playground.policy import PAGE_HEADERS
from webapp.playground.rails.errors import PageError

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache
def load_templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_language(request: web.Request, asked: str = "") -> str:
    """The language a link asks for, else the browser's first."""
    header = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0].strip()
    return pick_language(asked or request.query.get("lang") or header)


def draw(language: str, template: str, status: int = 200, **values: Any) -> web.Response:
    """A page; `word(key)` in templates is the text `playground-rail-<key>`."""

    def word(key: str, **more: Any) -> str:
        return text(language, f"playground-rail-{key}", **more)

    def money(amount: int) -> str:
        return format_uzs(language, amount)

    page = load_templates().get_template(template)
    html = page.render(**{"language": language, "word": word, "money": money, "foreign": "", **values})
    return web.Response(text=html, content_type="text/html", status=status, headers=PAGE_HEADERS)


def draw_refusal(language: str, provider: str, problem: PageError) -> web.Response:
    """What a pay page says when it cannot open, with the provider's own number."""
    return draw(language, "refusal.html", 400, provider=provider, problem=problem)
