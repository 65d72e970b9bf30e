"""Keyboards as Telegram accepts them; each refusal has Telegram's words."""

from collections.abc import Iterator
from typing import Any

from webapp.playground.errors import bad_request
from webapp.playground.links import is_app_link, is_link
from webapp.playground.shapes import Json

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
STYLES = ("danger", "success", "primary")
LONGEST_DATA = 64  # bytes
MOST_BUTTONS = 100


def check_inline(markup: Json, private: bool, invoice: bool = False) -> Json:
    """An inline keyboard without empty rows. Raises ApiError when Telegram would refuse it."""
    rows = [row for row in markup.get("inline_keyboard", []) if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("too many buttons in the inline keyboard")
    for number, button in enumerate(buttons):
        _check_button(button, private)
        if "pay" in button and (not invoice or number):
            raise bad_request("BUTTON_TYPE_INVALID")
    if invoice and buttons and not buttons[0].get("pay"):
        raise bad_request("BUTTON_INVALID")
    return {"inline_keyboard": rows}


def _check_button(button: Json, private: bool) -> None:
    text = str(button.get("text", ""))
    if not text.strip():
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    actions = [name for name in ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one optional field must be used")
    if button.get("style") not in (None, *STYLES):
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if check := _CHECKS.get(actions[0]):
        check(button[actions[0]], text, private)


def _check_url(value: Any, text: str, private: bool) -> None:
    if not is_link(str(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _check_data(value: Any, text: str, private: bool) -> None:
    if not 1 <= len(str(value).encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_app(value: Any, text: str, private: bool) -> None:
    url = str(value.get("url", ""))
    if not is_app_link(url):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    if not private:
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_copy(value: Any, text: str, private: bool) -> None:
    if not 1 <= len(str(value.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


_CHECKS = {"url": _check_url, "callback_data": _check_data, "web_app": _check_app, "copy_text": _check_copy}


def check_reply(markup: Json, private: bool) -> Json:
    """A keyboard under the input field, each button as an object. Raises ApiError."""
    rows: list[list[Json]] = [
        [{"text": b} if isinstance(b, str) else dict(b) for b in row] for row in markup["keyboard"] if row
    ]
    if not rows:
        raise bad_request("object expected as reply markup: the keyboard is empty")
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= 64:
        raise bad_request("input field placeholder must be 1-64 characters long")
    for button in (button for row in rows for button in row):
        if not str(button.get("text", "")).strip():
            raise bad_request("can't parse keyboard button: Can't find field \"text\"")
        if button.get("web_app") and not is_app_link(button["web_app"].get("url", "")):
            raise bad_request("keyboard button Web App URL is invalid: Only HTTPS links are allowed")
        if not private and (button.get("web_app") or button.get("request_contact")):
            raise bad_request("BUTTON_TYPE_INVALID")
    return {**markup, "keyboard": rows}


def list_buttons(message: Json) -> Iterator[Json]:
    """Inline buttons of a message, row by row."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from row
