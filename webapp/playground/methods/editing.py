"""Changing and removing what was sent, with Telegram's rules about what may be changed."""

import time

from aiogram.methods import (
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)

from webapp.playground.calls import Call
from webapp.playground.delivery import check_person, read_markup, resolve_chat
from webapp.playground.errors import bad_request
from webapp.playground.formatting import format_caption, format_message
from webapp.playground.methods.media import read_looks, take_media
from webapp.playground.registry import plays
from webapp.playground.shapes import Json, public
from webapp.playground.world import World

MEDIA = ("photo", "video", "animation", "document", "audio", "voice", "video_note")
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETE_SECONDS = 48 * 3600


@plays(EditMessageText)
async def edit_text(world: World, call: Call) -> Json | bool:
    message = _find_own(world, call)
    content = format_message(str(call["text"]), call.get("parse_mode"), call.get("entities"))
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, call, message, {"text": None, "entities": None, **content})


@plays(EditMessageCaption)
async def edit_caption(world: World, call: Call) -> Json | bool:
    message = _find_own(world, call)
    if not any(kind in message for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    content = format_caption(call.get("caption"), call.get("parse_mode"), call.get("caption_entities"))
    looks = {"show_caption_above_media": call.get("show_caption_above_media") or None}
    return _apply(world, call, message, {"caption": None, "caption_entities": None, **content, **looks})


@plays(EditMessageMedia)
async def edit_media(world: World, call: Call) -> Json | bool:
    message, item = _find_own(world, call), call["media"]
    if not any(kind in message for kind in MEDIA) and "text" not in message:
        raise bad_request("message can't be edited")
    content = await take_media(world, call, item["type"], item["media"], item)
    content |= format_caption(item.get("caption"), item.get("parse_mode"), item.get("caption_entities"))
    gone = dict.fromkeys((*MEDIA, "text", "entities", "caption", "caption_entities"))
    return _apply(world, call, message, {**gone, **content, **read_looks(item)})


@plays(EditMessageReplyMarkup)
async def edit_markup(world: World, call: Call) -> Json | bool:
    return _apply(world, call, _find_own(world, call), {})


@plays(DeleteMessage)
async def delete_message(world: World, call: Call) -> bool:
    chat_id = resolve_chat(world, call.get("chat_id"))
    message = world.messages.find(chat_id, call["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if time.time() - message["date"] > DELETE_SECONDS and chat_id > 0:
        raise bad_request("message can't be deleted for everyone")
    world.messages.remove(message)
    return True


@plays(DeleteMessages)
async def delete_messages(world: World, call: Call) -> bool:
    """Deletes those that exist; the others are skipped, as in Telegram."""
    chat_id = resolve_chat(world, call.get("chat_id"))
    if not 1 <= len(call["message_ids"]) <= 100:
        raise bad_request("too many message identifiers specified")
    for message_id in call["message_ids"]:
        if message := world.messages.find(chat_id, message_id):
            world.messages.remove(message)
    return True


def _find_own(world: World, call: Call) -> Json:
    """The message to edit. Raises ApiError when there is none or it is not the bot's."""
    if call.get("inline_message_id"):
        place = world.inline.places.get(call["inline_message_id"])
        message = world.messages.find(*place) if place else None
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat_id = resolve_chat(world, call.get("chat_id"))
    message = world.messages.find(chat_id, call.get("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot.id or "forward_origin" in message:
        raise bad_request("message can't be edited")
    check_person(world, chat_id)
    return message


def _apply(world: World, call: Call, message: Json, changes: Json) -> Json | bool:
    markup = call.get("reply_markup")
    private = message["chat"]["type"] == "private"
    changes["reply_markup"] = read_markup(markup, private, "invoice" in message).get("reply_markup")
    # A file that is sent again has a new file_id but the same content: compare what identifies it.
    if all(_identity(message.get(key)) == _identity(value) for key, value in changes.items()):
        raise bad_request(SAME)
    # Telegram marks edits of text; a change of buttons alone leaves no mark.
    if any(key != "reply_markup" for key in changes):
        changes["edit_date"] = int(time.time())
    world.messages.edit(message, **changes)
    return True if call.get("inline_message_id") else public(message)


def _identity(value: object) -> object:
    if isinstance(value, list):
        return [_identity(item) for item in value]
    if isinstance(value, dict) and "file_unique_id" in value:
        return value["file_unique_id"]
    return value
