"""Four languages, one set of keys: a text missing anywhere, or asked for and never written, fails here."""

import ast
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.i18n import LANGUAGES, LOCALES_DIR, MissingText, format_uzs, pick_language, text

ROOT = LOCALES_DIR.parent
CODE = ("bot", "handlers", "webapp", "workers", "admin")


class Shape(Visitor):
    """What callers rely on: the variables of a message and the plural forms of its selectors."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selects: list[set[str]] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        self.selects.append({getattr(variant.key, "name", None) or variant.key.value for variant in node.variants})
        self.generic_visit(node)


def expect_messages(language: str) -> dict[str, Shape]:
    messages: dict[str, Shape] = {}
    for path in sorted((LOCALES_DIR / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content[:80]!r} is not Fluent"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in messages, f"{path}: {entry.id.name} is written twice"
                shape = Shape()
                shape.visit(entry)
                messages[entry.id.name] = shape
                for attribute in entry.attributes:
                    messages[f"{entry.id.name}.{attribute.id.name}"] = shape
    return messages


MESSAGES = {language: expect_messages(language) for language in LANGUAGES}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_language_has_every_key(language: str) -> None:
    assert set(MESSAGES[language]) == set(MESSAGES["en"])


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_key_takes_the_same_values_everywhere(language: str) -> None:
    differing = {
        key: (shape.variables, MESSAGES["en"][key].variables)
        for key, shape in MESSAGES[language].items()
        if shape.variables - MESSAGES["en"][key].variables
    }
    assert differing == {}


def test_russian_counts_with_all_its_plural_forms() -> None:
    numeric = {
        key: forms for key, shape in MESSAGES["ru"].items() for forms in shape.selects if forms & {"one", "few", "many"}
    }
    assert numeric, "no Russian text counts anything"
    assert {key: forms for key, forms in numeric.items() if not {"one", "few", "many"} <= forms} == {}


def keys_in_code() -> dict[str, str]:
    """Literal keys given to `text`, a Refusal or an explanation, and where."""
    found: dict[str, str] = {}
    known = {key.split(".")[0].split("-")[0] for key in MESSAGES["en"]}
    for folder in CODE:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and (key := asked_key(node)) and key.split("-")[0] in known:
                    found[key] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def asked_key(call: ast.Call) -> str | None:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = {
        "text": 1,
        "say": 0,
        "label": 0,
        "NotFound": 0,
        "Invalid": 0,
        "Conflict": 0,
        "Forbidden": 0,
        "TooMany": 0,
        "Unavailable": 0,
        "PortraitRefused": 0,
    }.get(name)
    if place is None or len(call.args) <= place:
        return None
    key = call.args[place]
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) and "-" in key.value else None


def test_every_key_the_code_asks_for_is_written() -> None:
    asked = keys_in_code()
    assert len(asked) > 50
    assert {key: place for key, place in asked.items() if key not in MESSAGES["en"]} == {}


def test_a_missing_key_or_value_is_an_error_not_a_blank() -> None:
    with pytest.raises(MissingText):
        text("uz", "no-such-key")
    with pytest.raises(MissingText):
        text("uz", "video-head", artist="Zarnigor")


@pytest.mark.parametrize(
    ("language", "shown"),
    [("uz", "1 250 000 soʻm"), ("uz-Cyrl", "1 250 000 сўм"), ("ru", "1 250 000 сум"), ("en", "1 250 000 soʻm")],
)
def test_money_reads_as_people_write_it(language: str, shown: str) -> None:
    assert format_uzs(language, 1_250_000).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("uz", "uz"),
        ("uz-Cyrl", "uz-Cyrl"),
        ("uz_Cyrl_UZ", "uz-Cyrl"),
        ("ru-RU", "ru"),
        ("en-US", "en"),
        ("de", "uz"),
        (None, "uz"),
        ("", "uz"),
        ("rumantsch", "uz"),
    ],
)
def test_telegram_codes_become_our_languages(code: str | None, language: str) -> None:
    assert pick_language(code) == language


def test_locale_folders_are_the_four_languages() -> None:
    assert {path.name for path in Path(LOCALES_DIR).iterdir() if path.is_dir()} == set(LANGUAGES)
