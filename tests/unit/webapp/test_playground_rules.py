"""Rules of the playground that need no server: markup, signed data, links, who may call."""

from typing import Any

import pytest
from aiogram.utils.web_app import safe_parse_webapp_init_data
from aiogram.utils.web_app_signature import check_webapp_signature
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import LANGUAGES
from webapp.playground.acting import split_text
from webapp.playground.detection import detect_entities
from webapp.playground.errors import ApiError
from webapp.playground.html_text import parse_html
from webapp.playground.init_data import PUBLIC_KEY, launch_url, sign_init_data
from webapp.playground.links import is_app_link, is_link
from webapp.playground.markdown_text import parse_markdown
from webapp.playground.shapes import cut_utf16, utf16_length
from webapp.playground.words import page_words

TOKEN = "424242:token"
USER = {"id": 7, "is_bot": False, "first_name": "Gʻayrat & Co", "language_code": "uz"}


def told(text: str, entities: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(entity["type"], cut_utf16(text, entity["offset"], entity["length"])) for entity in entities]


def test_html_nests_and_counts_as_telegram_does() -> None:
    source = "😀 <b>bold <i>both</i></b> &lt;x&gt; "
    source += '<a href="https://a.uz/?a=1&amp;b=2">link</a> <tg-spoiler>s</tg-spoiler>'
    text, entities = parse_html(source)
    assert text == "😀 bold both <x> link s"
    assert told(text, entities) == [("bold", "bold both"), ("italic", "both"), ("text_link", "link"), ("spoiler", "s")]
    assert entities[2]["url"] == "https://a.uz/?a=1&b=2"


def test_html_code_block_keeps_its_language() -> None:
    text, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]
    assert text == "x = 1"


@given(st.text(max_size=60))
def test_html_either_parses_or_refuses_in_telegrams_words(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError as problem:
        assert problem.description.startswith("Bad Request: can't parse entities: ")
    else:
        assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)


def test_markdown_v2_and_the_old_one() -> None:
    text, entities = parse_markdown("*b _i_* __u__ ~s~ ||p|| `c` [l](https://a.uz) 1\\.5\n>quote", old=False)
    assert text == "b i u s p c l 1.5\nquote"
    kinds = ["bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link", "blockquote"]
    assert [kind for kind, _ in told(text, entities)] == kinds
    text, entities = parse_markdown("*b* snake\\_case 1.5 [l](https://a.uz)", old=True)
    assert (text, len(entities)) == ("b snake_case 1.5 l", 2)


def test_plain_text_shows_commands_links_and_mentions() -> None:
    text = "/start@bot_name https://t.me/x?start=1, @madina_fan me@mail.uz stario.uz #tabrik $UZS a/b"
    assert told(text, detect_entities(text, [])) == [
        ("bot_command", "/start@bot_name"),
        ("url", "https://t.me/x?start=1"),
        ("mention", "@madina_fan"),
        ("email", "me@mail.uz"),
        ("url", "stario.uz"),
        ("hashtag", "#tabrik"),
        ("cashtag", "$UZS"),
    ]


def test_init_data_is_signed_both_ways() -> None:
    data = sign_init_data(TOKEN, USER, start_param="artist_zarnigor")
    parsed = safe_parse_webapp_init_data(TOKEN, data)
    assert parsed.user and parsed.user.first_name == "Gʻayrat & Co"
    assert parsed.start_param == "artist_zarnigor"
    assert check_webapp_signature(424242, data, bytes.fromhex(PUBLIC_KEY))
    with pytest.raises(ValueError):
        safe_parse_webapp_init_data("424242:other", data)


def test_launch_url_keeps_query_and_adds_the_fragment() -> None:
    url = launch_url("http://127.0.0.1:8000/app?lang=uz", "a=1&b=2", "dark", "x y")
    assert url.startswith("http://127.0.0.1:8000/app?lang=uz&tgWebAppStartParam=x+y#tgWebAppData=a%3D1%26b%3D2&")


@pytest.mark.parametrize("url", ["https://a.uz", "tg://resolve?domain=x", "http://127.0.0.1:8000/x", "a.uz/x"])
def test_links_that_buttons_may_open(url: str) -> None:
    assert is_link(url)


@pytest.mark.parametrize("url", ["", "x", "javascript:alert(1)", "https://a b.uz", "ftp://a.uz", "http://[::1"])
def test_links_that_buttons_may_not_open(url: str) -> None:
    assert not is_link(url)


def test_mini_apps_need_https_except_here() -> None:
    assert is_app_link("https://a.uz") and is_app_link("http://localhost:8000")
    assert not is_app_link("http://a.uz") and not is_app_link("https://")


def test_splitting_loses_no_words() -> None:
    text = "bir ikki " * 1200
    parts = split_text(text.strip())
    assert all(utf16_length(part) <= 4096 for part in parts)
    assert " ".join(parts).split() == text.split()


def test_the_page_speaks_all_four_languages() -> None:
    keys = {language: set(page_words(language)) for language in LANGUAGES}
    assert all(found == keys["en"] and found for found in keys.values())
