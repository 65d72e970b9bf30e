"""What people do: write, edit, delete, block. Each becomes a message in the chat and an update for the bot."""

import time
from typing import Any

from webapp.playground.delivery import quote_message
from webapp.playground.detection import detect_entities
from webapp.playground.errors import ApiError, ControlError
from webapp.playground.formatting import LONGEST_CAPTION, LONGEST_TEXT
from webapp.playground.media_shapes import keep_media, keep_photo
from webapp.playground.shapes import Json, utf16_length
from webapp.playground.user_media import read_attachment
from webapp.playground.world import World

LONGEST_PREMIUM_CAPTION = 4096

# Whoever speaks in the name of a group or a channel hides behind this account of Telegram's.
MASK = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def enter_chat(world: World, person: Json, chat_id: int) -> None:
    """Makes sure that a person may act in a chat. Raises ControlError 403, 404."""
    if chat_id not in world.chats.groups and world.people.find(chat_id) is None:
        raise ControlError(404, f"There is no chat {chat_id}.")
    if person["user"]["id"] not in world.chats.members(chat_id):
        raise ControlError(403, f"{person['user']['first_name']} is not in chat {chat_id}.")


async def write_message(world: World, person: Json, chat_id: int, body: Json) -> Json:
    """A person writes text or sends a file → the Message. Raises ControlError.

    Text longer than Telegram takes is sent in several messages, as its apps do; the last one is returned.
    """
    enter_chat(world, person, chat_id)
    _greet_bot(world, person, chat_id, str(body.get("text") or ""))
    about = _read_place(world, chat_id, body)
    attachment = read_attachment(body)
    if attachment:
        longest = LONGEST_PREMIUM_CAPTION if person["user"].get("is_premium") else LONGEST_CAPTION
        content = await _keep_attachment(world, attachment) | _read_caption(body, longest)
        return send_as(world, person, chat_id, **about, **content)
    parts = split_text(str(body.get("text") or "").strip())
    if not parts:
        raise ControlError(422, "A message needs `text` or a file such as `photo_base64`.")
    given = list(body.get("entities") or []) if len(parts) == 1 else []
    sent = [send_as(world, person, chat_id, **about, **_read_text(part, given)) for part in parts]
    return sent[-1]


def upgrade_group(world: World, person: Json, chat_id: int) -> int:
    """The old number is dead from now on; either side tells of the other → the new number."""
    group = world.chats.groups[chat_id]
    new_id = min(world.chats.groups) - 1
    world.chats.add_group({**group, "id": new_id, "type": "supergroup"})
    world.chats.save_group({**group, "moved_to": new_id})
    send_as(world, person, chat_id, migrate_to_chat_id=new_id)
    send_as(world, person, new_id, migrate_from_chat_id=chat_id)
    return new_id


def send_as(world: World, person: Json, chat_id: int, **content: Any) -> Json:
    """Puts a ready message into the chat in the person's name and tells the bot."""
    sender = MASK if "sender_chat" in content else person["user"]
    message = world.messages.add(chat_id, sender, **content)
    world.updates.push("message", message)
    return world.messages.shown(message)


def edit_message(world: World, person: Json, message: Json, text: str) -> Json:
    """A person edits a message of theirs. Raises ControlError."""
    if message["from"]["id"] != person["user"]["id"] or "text" not in message:
        raise ControlError(403, "Only one's own text messages can be edited.")
    if not text.strip() or utf16_length(text) > LONGEST_TEXT:
        raise ControlError(422, f"The text must be 1–{LONGEST_TEXT} characters long.")
    fresh = {"entities": None, **_read_text(text.strip(), []), "edit_date": int(time.time())}
    changed = world.messages.edit(message, **fresh)
    world.updates.push("edited_message", changed)
    return world.messages.shown(changed)


def block_bot(world: World, person: Json, blocked: bool) -> Json:
    """A person blocks the bot or lets it write again; the bot is told."""
    if person["blocked"] == blocked:
        return person
    world.people.change(person["user"]["id"], blocked=blocked)
    statuses = ("member", "kicked") if blocked else ("kicked", "member")
    old, new = (_membership(world, status) for status in statuses)
    chat = world.chats.shape(person["user"]["id"])
    change = {"chat": chat, "from": person["user"], "date": int(time.time())}
    world.updates.push("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new})
    return person


def split_text(text: str) -> list[str]:
    """Text in pieces that fit a message, cut at a space or a line end where there is one near."""
    parts = []
    while utf16_length(text) > LONGEST_TEXT:
        cut = text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")
        end = max(cut.rfind("\n"), cut.rfind(" "))
        head = cut[:end] if end > len(cut) // 2 else cut
        parts.append(head)
        text = text[len(head) :].lstrip()
    return [*parts, text] if text else parts


def _membership(world: World, status: str) -> Json:
    member: Json = {"user": world.bot.user, "status": status}
    return {**member, "until_date": 0} if status == "kicked" else member


def _greet_bot(world: World, person: Json, chat_id: int, text: str) -> None:
    if chat_id < 0:
        return
    if person["blocked"]:
        if not text.startswith("/start"):
            raise ControlError(409, "The bot is blocked; unblock it or send /start first.")
        block_bot(world, person, False)
    if not person["started"]:
        world.people.change(chat_id, started=True)


def _read_text(text: str, given: list[Json]) -> Json:
    found = detect_entities(text, given)
    return {"text": text, **({"entities": found} if found else {})}


def _read_caption(body: Json, longest: int) -> Json:
    caption = str(body.get("caption") or body.get("text") or "").strip()
    if utf16_length(caption) > longest:
        raise ControlError(422, f"A caption may be {longest} characters long.")
    if not caption:
        return {}
    found = detect_entities(caption, list(body.get("entities") or []))
    return {"caption": caption, **({"caption_entities": found} if found else {})}


def _read_place(world: World, chat_id: int, body: Json) -> Json:
    place: Json = {}
    if body.get("reply_to"):
        original = world.messages.find(chat_id, body["reply_to"])
        if original is None:
            raise ControlError(404, f"There is no message {body['reply_to']} to reply to.")
        place["reply_to_message"] = quote_message(original)
        if original.get("message_thread_id"):
            place |= {"message_thread_id": original["message_thread_id"], "is_topic_message": True}
    if body.get("message_thread_id"):
        place["message_thread_id"] = int(body["message_thread_id"])
        # In a group without topics the number belongs to a chain of replies.
        place["is_topic_message"] = world.chats.groups.get(chat_id, {}).get("is_forum") or None
    if body.get("anonymous"):
        place["sender_chat"] = world.chats.shape(chat_id)
    if body.get("sender_chat"):
        place["sender_chat"] = dict(body["sender_chat"])
    if body.get("media_group_id"):
        place["media_group_id"] = str(body["media_group_id"])
    return place


async def _keep_attachment(world: World, attachment: Json) -> Json:
    kind, value = attachment["kind"], attachment["value"]
    if kind in ("contact", "location", "story"):
        return {kind: value}
    try:
        if kind == "photo":
            return {"photo": await keep_photo(world.files, value)}
        return {kind: await keep_media(world.files, kind, value, attachment["about"])}
    except ApiError as problem:
        raise ControlError(422, problem.description.removeprefix("Bad Request: ")) from None
