"""Pressing a button: what happens depends on what the button is for."""

from typing import Any

from webapp.playground.acting import enter_chat, send_as, write_message
from webapp.playground.errors import ControlError
from webapp.playground.init_data import launch_url, sign_init_data
from webapp.playground.keyboards import list_buttons
from webapp.playground.shapes import Json
from webapp.playground.world import World

DEFAULT_WAIT = 10.0  # seconds for the bot to answer a press


async def press_button(world: World, person: Json, message: Json, body: Json) -> Json:
    """Presses by label (`text`) or `data` → `{ok, kind, …}`: what the person saw. Raises ControlError."""
    enter_chat(world, person, message["chat"]["id"])
    button = find_button(message, body.get("text"), body.get("data"))
    if "callback_data" in button:
        return await _press_callback(world, person, message, button, body)
    if button.get("pay"):
        return {"kind": "pay", **await pay_message(world, person, message)}
    if "web_app" in button:
        inline = "reply_markup" in message
        url = app_url(world, person, button["web_app"]["url"], body.get("theme", "light"), keyboard=not inline)
        return {"ok": True, "kind": "web_app", "url": url}
    if "url" in button or "login_url" in button:
        return {"ok": True, "kind": "url", "url": button.get("url") or button["login_url"]["url"]}
    if "copy_text" in button:
        return {"ok": True, "kind": "copy", "text": button["copy_text"]["text"]}
    for key in ("switch_inline_query", "switch_inline_query_current_chat"):
        if key in button:
            return {"ok": True, "kind": "inline", "query": button[key], "here": key.endswith("chat")}
    if "switch_inline_query_chosen_chat" in button:
        query = button["switch_inline_query_chosen_chat"].get("query", "")
        return {"ok": True, "kind": "inline", "query": query, "here": False}
    if "disabled" in button:
        raise ControlError(409, f"The button {button['text']!r} is disabled.")
    return await _press_reply(world, person, message, button)


def find_button(message: Json, text: Any, data: Any) -> Json:
    """The button with this label or data. Raises ControlError 404 listing those that are there."""
    keyboard = message.get("_keyboard", {}).get("keyboard", [])
    buttons = [*list_buttons(message), *(button for row in keyboard for button in row)]
    if data is not None:
        found = [button for button in buttons if button.get("callback_data") == str(data)]
    else:
        wanted = str(text or "").strip()
        found = [button for button in buttons if button["text"].strip() == wanted]
        found = found or [b for b in buttons if wanted and wanted.casefold() in b["text"].casefold()]
    if not found:
        labels = ", ".join(repr(button["text"]) for button in buttons) or "none"
        raise ControlError(404, f"No such button; the message has: {labels}.")
    return dict(found[0])


def invoice_of(message: Json) -> Json:
    """The invoice a message carries. Raises ControlError when it carries none."""
    if "_invoice" not in message:
        raise ControlError(409, "This message is not an invoice.")
    return dict(message["_invoice"])


async def pay_message(world: World, person: Json, message: Json, wishes: Json | None = None) -> Json:
    """Pays the invoice a message carries; `wishes` as in `Payments.pay`. Raises ControlError when it carries none."""
    invoice = invoice_of(message)
    reply_to = {key: value for key, value in message.items() if not key.startswith("_")}
    reply_to.pop("reply_to_message", None)
    return await world.payments.pay(person, invoice, message["chat"]["id"], reply_to, wishes)


def app_url(
    world: World, person: Json, url: str, theme: str = "light", *, keyboard: bool = False, start_param: str = ""
) -> str:
    """Where a Mini App opens. From a reply keyboard it gets no initData, as in Telegram."""
    user = person["user"]
    query_id = "" if keyboard or start_param else world.inline.open_app(user["id"])
    data = "" if keyboard else sign_init_data(world.token, user, query_id, start_param)
    return launch_url(url, data, theme, start_param)


async def _press_callback(world: World, person: Json, message: Json, button: Json, body: Json) -> Json:
    click = world.clicks.press(person, message, button["callback_data"])
    wait = float(body["wait"]) if body.get("wait") is not None else DEFAULT_WAIT
    answer = await world.clicks.wait(click, wait)
    seen = {"answered": answer is not None, "text": "", "show_alert": False, **(answer or {})}
    return {"ok": True, "kind": "callback", "answer": answer, **seen}


async def _press_reply(world: World, person: Json, message: Json, button: Json) -> Json:
    user, chat_id = person["user"], message["chat"]["id"]
    if button.get("request_contact"):
        contact = {"phone_number": "998901234567", "first_name": user["first_name"], "user_id": user["id"]}
        return {"ok": True, "kind": "contact", "message": send_as(world, person, chat_id, contact=contact)}
    if button.get("request_location"):
        location = {"latitude": 41.3111, "longitude": 69.2797}
        return {"ok": True, "kind": "location", "message": send_as(world, person, chat_id, location=location)}
    sent = await write_message(world, person, chat_id, {"text": button["text"]})
    return {"ok": True, "kind": "text", "message": sent}
