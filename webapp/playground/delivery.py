"""How a message of the bot reaches a chat: who may be written to, replies, keyboards, topics."""

from typing import Any

from webapp.playground.calls import Call
from webapp.playground.errors import ApiError, bad_request, blocked_by_user
from webapp.playground.keyboards import check_inline, check_reply
from webapp.playground.shapes import Json, public
from webapp.playground.world import World


def resolve_chat(world: World, value: object) -> int:
    """The id behind a chat_id parameter. Raises ApiError "chat not found"."""
    if value in (None, ""):
        raise bad_request("chat_id is empty")
    chat_id = world.chats.resolve(value)
    if chat_id is None:
        raise bad_request("chat not found")
    return chat_id


def open_chat(world: World, call: Call) -> int:
    """The chat of a call, writable by the bot now. Raises ApiError 400, 403 or 429."""
    if call.get("business_connection_id"):
        raise bad_request("business connection not found")
    chat_id = resolve_chat(world, call.get("chat_id"))
    moved_to = world.chats.groups.get(chat_id, {}).get("moved_to")
    if moved_to:
        told = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, told, migrate_to_chat_id=moved_to)
    check_person(world, chat_id)
    return chat_id


def check_person(world: World, chat_id: int) -> None:
    """Raises ApiError 403 when the person blocked the bot or never spoke to it."""
    person = world.people.find(chat_id)
    if person and person["blocked"]:
        raise blocked_by_user()
    if person and not person["started"]:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")


def deliver(world: World, call: Call, chat_id: int, *, payable: bool = False, **content: Any) -> Json:
    """Writes the bot's message with what every send method shares; returns the Message."""
    extras = read_markup(call.get("reply_markup"), chat_id > 0, payable)
    extras |= _read_reply(world, call, chat_id) | _read_thread(world, call, chat_id)
    if call.get("message_effect_id"):
        if chat_id < 0:
            raise bad_request("EFFECT_ID_INVALID")
        extras["effect_id"] = call["message_effect_id"]
    if call.get("protect_content"):
        extras["has_protected_content"] = True
    world.limits.count(chat_id)
    message = world.messages.add(chat_id, world.bot.user, **content, **extras)
    apply_keyboard(world, chat_id, call.get("reply_markup"), message)
    return public(message)


def read_markup(markup: Json | None, private: bool, invoice: bool = False) -> Json:
    """The part of a Message that a keyboard makes. Raises ApiError for bad keyboards."""
    if not markup:
        return {}
    if "inline_keyboard" in markup:
        checked = check_inline(markup, private, invoice)
        return {"reply_markup": checked} if checked["inline_keyboard"] else {}
    if "keyboard" in markup:
        return {"_keyboard": check_reply(markup, private)}
    if "remove_keyboard" not in markup and "force_reply" not in markup:
        raise bad_request("object expected as reply markup")
    return {}


def apply_keyboard(world: World, chat_id: int, markup: Json | None, message: Json) -> None:
    """Changes what lies under the input field, where the message asks for it."""
    if "_keyboard" in message:
        world.chats.set_keyboard(chat_id, message["_keyboard"], message["message_id"])
    elif markup and markup.get("remove_keyboard"):
        world.chats.set_keyboard(chat_id, None, message["message_id"])


def _read_reply(world: World, call: Call, chat_id: int) -> Json:
    asked = call.get("reply_parameters") or {}
    message_id = asked.get("message_id") or call.get("reply_to_message_id")
    if not message_id:
        return {}
    place = resolve_chat(world, asked["chat_id"]) if asked.get("chat_id") else chat_id
    original = world.messages.find(place, message_id)
    if original is None:
        if asked.get("allow_sending_without_reply") or call.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": quote_message(original)}


def quote_message(message: Json) -> Json:
    """A message as another one shows it: without the one it answers itself."""
    return {key: value for key, value in public(message).items() if key != "reply_to_message"}


def _read_thread(world: World, call: Call, chat_id: int) -> Json:
    thread_id = call.get("message_thread_id")
    if not thread_id:
        return {}
    topic = world.chats.topic(chat_id, thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.get("closed"):
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": int(thread_id), "is_topic_message": True}
