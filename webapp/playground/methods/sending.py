"""Plain messages: text, place, contact, dice, and what the bot is doing just now."""

import secrets

from aiogram.methods import (
    SendChatAction,
    SendContact,
    SendDice,
    SendLocation,
    SendMessage,
    SendMessageDraft,
    SendVenue,
)

from webapp.playground.calls import Call
from webapp.playground.delivery import deliver, open_chat
from webapp.playground.errors import bad_request
from webapp.playground.formatting import format_message
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@plays(SendMessage)
async def send_message(world: World, call: Call) -> Json:
    chat_id = open_chat(world, call)
    content = format_message(str(call["text"]), call.get("parse_mode"), call.get("entities"))
    preview = call.get("link_preview_options") or {}
    if call.get("disable_web_page_preview"):
        preview = {"is_disabled": True}
    return deliver(world, call, chat_id, **content, link_preview_options=preview or None)


@plays(SendMessageDraft)
async def send_draft(world: World, call: Call) -> bool:
    """Text that is still being written: people see it until a message takes its place."""
    chat_id = open_chat(world, call)
    if chat_id < 0:
        raise bad_request("message drafts can be sent only to private chats")
    world.hub.publish("draft", chat_id=chat_id, text=str(call.get("text", "")))
    return True


@plays(SendChatAction)
async def send_action(world: World, call: Call) -> bool:
    chat_id = open_chat(world, call)
    if call["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.hub.publish("action", chat_id=chat_id, action=call["action"])
    return True


@plays(SendLocation, SendVenue)
async def send_place(world: World, call: Call) -> Json:
    chat_id = open_chat(world, call)
    latitude, longitude = float(call["latitude"]), float(call["longitude"])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong parameter location in request")
    location = {"latitude": latitude, "longitude": longitude}
    if call.method == "sendVenue":
        venue = {"location": location, "title": call["title"], "address": call["address"]}
        return deliver(world, call, chat_id, location=location, venue=venue)
    return deliver(world, call, chat_id, location=location)


@plays(SendContact)
async def send_contact(world: World, call: Call) -> Json:
    chat_id = open_chat(world, call)
    kept = ("phone_number", "first_name", "last_name", "vcard")
    return deliver(world, call, chat_id, contact={key: call[key] for key in kept if call.get(key)})


@plays(SendDice)
async def send_dice(world: World, call: Call) -> Json:
    chat_id = open_chat(world, call)
    emoji = call.get("emoji", "🎲")
    if emoji not in DICE:
        raise bad_request("DICE_EMOJI_INVALID")
    return deliver(world, call, chat_id, dice={"emoji": emoji, "value": secrets.randbelow(DICE[emoji]) + 1})
