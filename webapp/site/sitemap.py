"""What search engines may read: the front page and the shop, in all our languages."""

from xml.sax.saxutils import quoteattr

from aiohttp import web

from bot.i18n import LANGUAGES
from bot.shelf.products import list_products
from webapp.keys import services_of
from webapp.pages import TAGS

_HIDDEN = ("/api/", "/app/", "/v/", "/orders/")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


async def send_robots(request: web.Request) -> web.Response:
    """Source: RFC 9309."""
    rules = "".join(f"Disallow: {path}\n" for path in _HIDDEN)
    base_url = services_of(request).settings.base_url
    return web.Response(text=f"User-agent: *\n{rules}\nSitemap: {base_url}/sitemap.xml\n")


async def send_sitemap(request: web.Request) -> web.Response:
    """Source: sitemaps.org/protocol.html; languages as `xhtml:link` beside each address."""
    base_url = services_of(request).settings.base_url
    pages = ["/", "/shop", *(f"/shop/{goods.product.slug}" for goods in await list_products())]
    body = _HEAD + "".join(describe_page(base_url + page) for page in pages) + "</urlset>\n"
    return web.Response(text=body, content_type="application/xml", charset="utf-8")


def describe_page(url: str) -> str:
    tongues = "".join(
        f'<xhtml:link rel="alternate" hreflang="{TAGS[code]}" href={quoteattr(f"{url}?lang={code}")}/>'
        for code in LANGUAGES
    )
    return f"<url><loc>{url}</loc>{tongues}</url>\n"


def add_sitemap(app: web.Application) -> None:
    app.router.add_get("/robots.txt", send_robots)
    app.router.add_get("/sitemap.xml", send_sitemap)
