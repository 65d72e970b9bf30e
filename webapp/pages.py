"""HTML from templates, in the visitor's language."""

import gzip
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
from aiohttp import web

from bot.i18n import LANGUAGES, format_uzs, format_xtr, text
from webapp.keys import services_of
from webapp.media import portrait_path
from webapp.problems import language_of
from webapp.security import page_nonce
from webapp.statics import STATIC

FOLDER = Path(__file__).parent / "templates"
# BCP 47 names for `lang=`, so that screen readers choose the right voice.
TAGS = {"uz": "uz-Latn", "uz-Cyrl": "uz-Cyrl", "ru": "ru", "en": "en"}
FRAGMENT = "X-Stario-Fragment"  # set by our own script, which wants the inside of a page only
_WORTH_PACKING = 1400  # bytes; less fits one packet anyway


@lru_cache
def load_templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals |= {
        "languages": LANGUAGES,
        "tags": TAGS,
        "portrait_path": portrait_path,
        "format_xtr": format_xtr,
        "language_name": lambda code: text(code, "miniapp-language-name"),
    }
    return environment


def render_page(request: web.Request, template: str, status: int = 200, **values: Any) -> web.Response:
    """A page as a whole; what templates call is put in here."""
    html = render_text(request, template, **values).encode()
    headers = {"Cache-Control": "no-cache", "Vary": f"Accept-Encoding, Accept-Language, Cookie, {FRAGMENT}"}
    if len(html) > _WORTH_PACKING and "gzip" in request.headers.get("Accept-Encoding", ""):
        html, headers["Content-Encoding"] = gzip.compress(html, 5), "gzip"
    return web.Response(body=html, status=status, content_type="text/html", charset="utf-8", headers=headers)


def render_text(request: web.Request, template: str, **values: Any) -> str:
    language, settings = language_of(request), services_of(request).settings
    return (
        load_templates()
        .get_template(template)
        .render(
            t=partial(text, language),
            language=language,
            nonce=page_nonce(request),
            asset=request.app[STATIC].address,
            format_uzs=partial(format_uzs, language),
            base_url=settings.base_url,
            playground_url=settings.playground_url if settings.playground else "",
            path=request.path,
            **values,
        )
    )
