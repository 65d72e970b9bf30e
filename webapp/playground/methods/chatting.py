"""Chats as the bot sees them: who is in them, pins, reactions, and leaving people alone."""

from typing import Any

from aiogram.methods import (
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    GetUserProfilePhotos,
    PinChatMessage,
    SetMessageReaction,
    UnpinAllChatMessages,
    UnpinChatMessage,
)
from aiogram.types import ChatMemberAdministrator

from webapp.playground.calls import Call
from webapp.playground.delivery import open_chat, resolve_chat
from webapp.playground.errors import bad_request
from webapp.playground.registry import plays
from webapp.playground.shapes import Json, public
from webapp.playground.world import World

GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
)
HELD = {"can_manage_chat", "can_delete_messages", "can_invite_users", "can_pin_messages", "can_manage_topics"}
# Every right the Bot API knows; an administrator of the playground holds a few of them.
RIGHTS = {
    name: name in HELD
    for name, field in ChatMemberAdministrator.model_fields.items()
    if name.startswith(("can_", "is_")) and field.is_required()
} | {"can_pin_messages": True, "can_manage_topics": True}


@plays(GetChat)
async def get_chat(world: World, call: Call) -> Json:
    chat_id = resolve_chat(world, call.get("chat_id"))
    full = {**world.chats.shape(chat_id), "accent_color_id": abs(chat_id) % 7, "max_reaction_count": 11}
    full["accepted_gift_types"] = GIFTS
    if chat_id < 0:
        full["permissions"] = {"can_send_messages": True, "can_pin_messages": False}
    pinned = world.chats.pinned.get(chat_id, [])
    message = world.messages.find(chat_id, pinned[-1]) if pinned else None
    return {**full, "pinned_message": public(message)} if message else full


@plays(GetChatMember)
async def get_member(world: World, call: Call) -> Json:
    chat_id, user_id = resolve_chat(world, call.get("chat_id")), int(call["user_id"])
    member = _describe_member(world, chat_id, user_id)
    if member is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member


@plays(GetChatAdministrators)
async def get_administrators(world: World, call: Call) -> list[Any]:
    chat_id = resolve_chat(world, call.get("chat_id"))
    if chat_id > 0:
        raise bad_request("there are no administrators in the private chat")
    ids = [*world.chats.members(chat_id), world.bot.id]
    described = (_describe_member(world, chat_id, user_id) for user_id in ids)
    return [member for member in described if member and member["status"] in ("creator", "administrator")]


@plays(GetChatMemberCount)
async def count_members(world: World, call: Call) -> int:
    return len(world.chats.members(resolve_chat(world, call.get("chat_id")))) + 1


@plays(GetUserProfilePhotos)
async def get_photos(world: World, call: Call) -> Json:
    if world.people.find(call["user_id"]) is None:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@plays(SetMessageReaction)
async def set_reaction(world: World, call: Call) -> bool:
    chat_id = open_chat(world, call)
    message = world.messages.find(chat_id, call["message_id"])
    if message is None:
        raise bad_request("message to react not found")
    given = call.get("reaction") or []
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    others = [kept for kept in message.get("_reactions", []) if kept["by"] != world.bot.id]
    world.messages.edit(message, _reactions=others + [{"by": world.bot.id, "reaction": item} for item in given])
    return True


@plays(PinChatMessage)
async def pin_message(world: World, call: Call) -> bool:
    chat_id = open_chat(world, call)
    message = world.messages.find(chat_id, call["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    kept = [number for number in world.chats.pinned.get(chat_id, []) if number != message["message_id"]]
    world.chats.set_pinned(chat_id, [*kept, message["message_id"]])
    world.messages.add(chat_id, world.bot.user, pinned_message=public(message))
    return True


@plays(UnpinChatMessage, UnpinAllChatMessages)
async def unpin_message(world: World, call: Call) -> bool:
    chat_id = open_chat(world, call)
    pinned = world.chats.pinned.get(chat_id, [])
    gone = call.get("message_id") or (pinned[-1] if pinned else 0)
    everything = call.method == "unpinAllChatMessages"
    world.chats.set_pinned(chat_id, [] if everything else [number for number in pinned if number != gone])
    return True


def _describe_member(world: World, chat_id: int, user_id: int) -> Json | None:
    """A ChatMember, or None for somebody nobody knows."""
    if user_id == world.bot.id:
        if chat_id > 0:
            return {"status": "member", "user": world.bot.user}
        return {"status": "administrator", "user": world.bot.user, **RIGHTS}
    person = world.people.find(user_id)
    if person is None:
        return None
    members = world.chats.members(chat_id)
    if user_id not in members:
        return {"status": "left", "user": person["user"]}
    if chat_id < 0 and user_id == members[0]:
        return {"status": "creator", "user": person["user"], "is_anonymous": False}
    if chat_id < 0:
        return {"status": "administrator", "user": person["user"], **RIGHTS}
    return {"status": "member", "user": person["user"]}
