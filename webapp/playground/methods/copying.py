"""Copies and forwards of messages, one or many."""

from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages

from webapp.playground.calls import Call
from webapp.playground.delivery import deliver, open_chat, resolve_chat
from webapp.playground.errors import bad_request
from webapp.playground.formatting import LONGEST_CAPTION, format_caption
from webapp.playground.methods.media import check_voices
from webapp.playground.registry import plays
from webapp.playground.shapes import Json, utf16_length
from webapp.playground.world import World

CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "animation",
    "video_note",
    "sticker",
    "location",
    "venue",
    "contact",
    "dice",
    "invoice",
    "_invoice",
    "_streams",
    "has_media_spoiler",
    "link_preview_options",
)


@plays(CopyMessage)
async def copy_message(world: World, call: Call) -> Json:
    chat_id = open_chat(world, call)
    original = _find_original(world, call, call["message_id"], "copy")
    if "invoice" in original or "story" in original:
        raise bad_request("message can't be copied")
    content = _take_content(original)
    for kind in ("voice", "video_note"):
        if kind in content:
            check_voices(world, chat_id, kind)
    if call.get("caption") is None and utf16_length(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if call.get("caption") is not None and "text" not in content:
        content = {key: value for key, value in content.items() if key not in ("caption", "caption_entities")}
        content |= format_caption(call["caption"], call.get("parse_mode"), call.get("caption_entities"))
    return {"message_id": deliver(world, call, chat_id, **content)["message_id"]}


@plays(CopyMessages)
async def copy_messages(world: World, call: Call) -> list[Json]:
    chat_id = open_chat(world, call)
    found = [_find_original(world, call, number, "copy") for number in call["message_ids"]]
    sent = [deliver(world, call, chat_id, **_take_content(message)) for message in found]
    return [{"message_id": message["message_id"]} for message in sent]


@plays(ForwardMessage)
async def forward_message(world: World, call: Call) -> Json:
    return _forward(world, call, _find_original(world, call, call["message_id"], "forward"))


@plays(ForwardMessages)
async def forward_messages(world: World, call: Call) -> list[Json]:
    found = [_find_original(world, call, number, "forward") for number in call["message_ids"]]
    return [{"message_id": _forward(world, call, message)["message_id"]} for message in found]


def _forward(world: World, call: Call, original: Json) -> Json:
    if original.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    origin = original.get("forward_origin") or {
        "type": "user",
        "sender_user": original["from"],
        "date": original["date"],
    }
    buttons: dict[str, Any] = {}
    if "reply_markup" in original:
        rows = original["reply_markup"]["inline_keyboard"]
        kept = [[b for b in row if "url" in b] for row in rows]
        if any(kept):
            buttons["reply_markup"] = {"inline_keyboard": [row for row in kept if row]}
    chat_id = open_chat(world, call)
    return deliver(world, call, chat_id, **_take_content(original), **buttons, forward_origin=origin)


def _find_original(world: World, call: Call, message_id: object, verb: str) -> Json:
    chat_id = resolve_chat(world, call.get("from_chat_id"))
    message = world.messages.find(chat_id, message_id)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def _take_content(message: Json) -> Json:
    return {key: message[key] for key in CONTENT if key in message}
