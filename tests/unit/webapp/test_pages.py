"""What every page has: our languages, and files that are where pages say they are."""

import re
from types import SimpleNamespace

import pytest
from aiohttp.test_utils import make_mocked_request

from webapp.callers import caller_address
from webapp.languages import header_language, request_language
from webapp.statics import FOLDER, read_static


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("de,en;q=0.7", "en"),
        ("uz-Cyrl", "uz-Cyrl"),
        ("en;q=0.1, uz;q=0.9", "uz"),
        ("fr, de", None),
        ("", None),
        ("ru;q=0", None),
        ("ru;q=nonsense", None),
    ],
)
def test_the_browsers_wish(wish: str, language: str | None) -> None:
    assert header_language(make_mocked_request("GET", "/", {"Accept-Language": wish})) == language


def test_the_address_outweighs_the_cookie_and_the_browser() -> None:
    headers = {"Accept-Language": "en", "Cookie": "stario_language=ru"}
    assert request_language(make_mocked_request("GET", "/?lang=uz-Cyrl", headers)) == "uz-Cyrl"
    assert request_language(make_mocked_request("GET", "/?lang=xx", headers)) == "ru"
    assert request_language(make_mocked_request("GET", "/", {})) == "uz"


def test_scripts_import_only_what_is_there() -> None:
    files = read_static()
    for path in FOLDER.rglob("*.js"):
        for found in re.findall(r'(?:from|import) "(\.[^"]+)"', path.read_text()):
            target = (path.parent / found).resolve().relative_to(FOLDER).as_posix()
            assert target in files.files, f"{path.name} imports {found}"


def test_the_first_paint_is_light() -> None:
    """Style, scripts and logo of the Mini App together stay under 60 KB as they travel."""
    files = read_static().files
    wanted = [name for name in files if name.startswith("app/") or name in ("tokens.css", "app.css", "icon.svg")]
    assert sum(len(files[name].packed or files[name].body) for name in wanted) < 60_000


def test_a_proxy_is_believed_only_at_home() -> None:
    def ask(remote: str, forwarded: str) -> str:
        transport = SimpleNamespace(
            get_extra_info=lambda name, default=None: (remote, 1) if name == "peername" else None
        )
        request = make_mocked_request("GET", "/", {"X-Forwarded-For": forwarded}, transport=transport)  # type: ignore[arg-type]
        return caller_address(request)

    assert ask("10.0.0.2", "1.1.1.1, 9.9.9.9") == "9.9.9.9"
    assert ask("8.8.8.8", "9.9.9.9") == "8.8.8.8"
    assert ask("127.0.0.1", "nonsense") == "127.0.0.1"
