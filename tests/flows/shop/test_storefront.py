"""The shop for everybody, and the page a payer comes back to, as a visitor and a search engine read them."""

import json
import re
from collections.abc import AsyncIterator
from html import unescape
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
import pytest_asyncio

from bot.i18n import LANGUAGES, text
from bot.services import Services
from bot.shop.orders import place_order
from db.orders import Order
from db.products import Product, Variant
from db.users import User
from tests.answers import expect_status
from tests.control import Control
from tests.flows.shop.shopping import ask_for
from tests.flows.webapp.web_client import Web, launch_data, open_client
from webapp.site.links import app_link, bot_link


@pytest_asyncio.fixture
async def site(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


async def read_page(site: Web, path: str, **headers: str) -> str:
    answer = await site.client.get(path, headers=headers)
    await expect_status(answer, 200)
    return str(await answer.text())


def read_data(html: str) -> Any:
    """The JSON-LD of a page."""
    found = re.search(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', html, re.S)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_shop_in_every_language(site: Web, services: Services, language: str) -> None:
    for path in ("/shop", "/shop/tshirt", "/shop/poster", "/shop/stickers", "/orders/12345678"):
        answer = await site.client.get(path, params={"lang": language})
        html = await answer.text()
        assert answer.status == 200, path
        assert f'<html lang="{language}' in html
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert "style=" not in html and "<style" not in html, "the policy would refuse it"
        nonces = set(re.findall(r'nonce="([^"]+)"', html))
        assert all(f"'nonce-{nonce}'" in policy for nonce in nonces)
    shelf = unescape(await read_page(site, f"/shop?lang={language}"))
    for product in await Product.all():
        assert product.name[language] in shelf and f'href="/shop/{product.slug}"' in shelf


async def test_a_chosen_language_stays_for_the_next_page(site: Web) -> None:
    await site.client.get("/shop?lang=ru")
    assert "Футболка" in await read_page(site, "/shop/tshirt")


async def test_a_product_says_what_it_costs_and_what_is_left(site: Web, services: Services) -> None:
    await Variant.filter(sku="tshirt-navy-m").update(on_hand=3, reserved=1)
    await Variant.filter(sku="tshirt-navy-l").update(on_hand=4, reserved=4)
    html = await read_page(site, "/shop/tshirt?colour=navy&lang=en")
    rows = re.findall(r'<th scope="row">(.*?)</th><td class="(.*?)">(.*?)</td>', html)
    assert rows[1:3] == [("M", "stock", "2 left"), ("L", "stock is-gone", "sold out")]
    assert "129,000" in html.replace("\u00a0", ",") and "139,000" in html.replace("\u00a0", ",")
    assert "/media/products/tshirt/navy.jpg" in html
    assert f'href="{services.settings.playground_url}/"' in html, "buying begins in the chat"
    assert 'href="/app/shop/tshirt"' in html
    strange = await read_page(site, '/shop/tshirt?colour="><script>')
    assert "<script>" not in strange and "/media/products/tshirt/white.jpg" in strange


async def test_what_is_sold_out_is_not_offered(site: Web, services: Services) -> None:
    await Variant.filter(sku__startswith="stickers").update(on_hand=0)
    html = await read_page(site, "/shop/stickers?lang=en")
    assert text("en", "shop-site-buy") not in html and "sold out" in html
    assert {one["availability"] for one in read_data(html)["offers"]} == {"https://schema.org/OutOfStock"}


async def test_search_engines_and_messengers_read_a_product(site: Web, services: Services) -> None:
    html = await read_page(site, "/shop/tshirt?lang=en")
    data, base_url = read_data(html), services.settings.base_url
    assert data["@type"] == "Product" and data["name"] == "T-shirt" and len(data["image"]) == 4
    dearest = next(one for one in data["offers"] if one["sku"] == "tshirt-white-xxl")
    assert (dearest["price"], dearest["priceCurrency"]) == ("139000", "UZS")
    assert len(data["offers"]) == await Variant.filter(product__slug="tshirt").count()
    for name, value in (
        ("og:image", f"{base_url}/media/products/tshirt/white.jpg"),
        ("og:url", f"{base_url}/shop/tshirt"),
        ("og:description", data["description"]),
    ):
        assert f'<meta property="{name}" content="{value}">' in html
    assert f'<link rel="canonical" href="{base_url}/shop/tshirt">' in html


async def test_a_name_cannot_become_markup(site: Web) -> None:
    mug = await Product.get(slug="mug")
    mug.name |= {"en": '</script><script>alert("1")</script>'}
    mug.about |= {"en": '"><img src=x onerror=alert(1)>'}
    await mug.save()
    for path in ("/shop/mug?lang=en", "/shop?lang=en", "/?lang=en"):
        html = await read_page(site, path)
        assert "<script>alert" not in html and "<img src=x" not in html, path
    assert read_data(await read_page(site, "/shop/mug?lang=en"))["name"] == mug.name["en"]


async def test_what_is_not_sold_has_no_page(site: Web) -> None:
    await Product.filter(slug="mug").update(is_active=False)
    for path in ("/shop/rocket", "/shop/mug", "/shop/UPPER", "/orders/abc", "/orders/1"):
        answer = await site.client.get(path, headers={"Accept": "text/html"})
        assert answer.status == 404 and answer.content_type == "text/html", path
    assert "/shop/mug" not in await read_page(site, "/shop")


async def test_the_front_page_leads_everywhere(site: Web) -> None:
    html = await read_page(site, "/")
    for path in ("/app/quiz", "/app/trivia", "/app/shop", "/shop", "/shop/poster"):
        assert f'href="{path}"' in html, path


async def test_with_a_real_bot_links_open_telegram(services: Services) -> None:
    async def me() -> Any:
        return SimpleNamespace(username="stario_bot")

    outside: Any = SimpleNamespace(settings=SimpleNamespace(playground=False), telegram=SimpleNamespace(me=me))
    assert await app_link(outside, "shop") == "https://t.me/stario_bot?startapp=shop"
    assert await bot_link(outside, "artist_x") == "https://t.me/stario_bot?start=artist_x"
    assert await bot_link(outside) == "https://t.me/stario_bot"


async def test_search_engines_are_told_where_to_look(site: Web, services: Services) -> None:
    robots = await read_page(site, "/robots.txt")
    base_url = services.settings.base_url
    assert f"Sitemap: {base_url}/sitemap.xml" in robots and "Disallow: /orders/" in robots
    tree = ElementTree.fromstring(await read_page(site, "/sitemap.xml"))
    pages = {node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert pages >= {base_url + "/", base_url + "/shop", base_url + "/shop/phone-case"}


async def new_order(services: Services, user: User) -> Order:
    return await place_order(services, user, await ask_for("tshirt-white-m", user=user))


async def enter_app(site: Web, playground: Control, name: str) -> User:
    """Somebody whose browser keeps a session of the Mini App."""
    person = await playground.new_person(name)
    answer = await site.client.post("/app/session", json={"init_data": await launch_data(playground, person.id)})
    await expect_status(answer, 200)
    return await User.get(telegram_id=person.id)


def without_what_differs(html: str, number: str) -> str:
    return re.sub(r'nonce="[^"]+"', "", html).replace(number, "")


async def test_the_way_back_tells_a_stranger_nothing(site: Web, services: Services, playground: Control) -> None:
    owner = await site.enter(playground)
    order = await new_order(services, await User.get(telegram_id=owner.telegram_id))
    pages = []
    for number in (order.number, "99999999"):
        answer = await site.client.get(f"/orders/{number}", params={"lang": "en"})
        html = await answer.text()
        assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"] and 'name="robots" content="noindex' in html
        assert "we will tell you in Telegram" in html and services.settings.playground_url in html
        pages.append(without_what_differs(html, number))
    assert pages[0] == pages[1], "an order that exists looks like one that does not"
    await enter_app(site, playground, "Sergey")
    html = await read_page(site, f"/orders/{order.number}?lang=en")
    assert without_what_differs(html, order.number) == pages[0], "somebody else's session opens nothing"
    for headers in ({"Authorization": "Bearer nonsense"}, {"X-Stario-Person": "7"}):
        html = await read_page(site, f"/orders/{order.number}?lang=en", **headers)
        assert without_what_differs(html, order.number) == pages[0]


async def test_the_buyer_sees_the_order_after_paying(site: Web, services: Services, playground: Control) -> None:
    buyer = await enter_app(site, playground, "Madina")
    await enter_app(site, playground, "Sergey")
    order = await new_order(services, buyer)
    html = unescape(await read_page(site, f"/orders/{order.number}?lang=en")).replace("\u00a0", " ")
    assert text("en", "shop-order-status-awaiting-payment") in html and "129 000" in html and order.number in html
    assert "+998" not in html and "Karimova" not in html, "a page left open shows no address"
