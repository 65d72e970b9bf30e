"""Forum topics of a group: one conversation a subject."""

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    GetForumTopicIconStickers,
    ReopenForumTopic,
    UnpinAllForumTopicMessages,
)

from webapp.playground.calls import Call
from webapp.playground.delivery import resolve_chat
from webapp.playground.errors import bad_request
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


@plays(CreateForumTopic)
async def create_topic(world: World, call: Call) -> Json:
    group = _find_forum(world, call)
    topic = {"name": _read_name(call), "icon_color": call.get("icon_color", COLORS[0])}
    if topic["icon_color"] not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    message = world.messages.add(group["id"], world.bot.user, forum_topic_created=topic)
    thread_id = message["message_id"]
    world.messages.edit(message, message_thread_id=thread_id, is_topic_message=True)
    group["topics"][str(thread_id)] = topic
    world.chats.save_group(group)
    return {"message_thread_id": thread_id, **topic}


@plays(EditForumTopic)
async def edit_topic(world: World, call: Call) -> bool:
    group, topic = _find_topic(world, call)
    if call.get("name") == topic["name"] or not call.get("name"):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic["name"] = _read_name(call)
    world.chats.save_group(group)
    _note(world, call, "forum_topic_edited", {"name": topic["name"]})
    return True


@plays(CloseForumTopic, ReopenForumTopic)
async def close_topic(world: World, call: Call) -> bool:
    group, topic = _find_topic(world, call)
    closing = call.method == "closeForumTopic"
    if bool(topic.get("closed")) == closing:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic["closed"] = closing
    world.chats.save_group(group)
    _note(world, call, "forum_topic_closed" if closing else "forum_topic_reopened", {})
    return True


@plays(DeleteForumTopic)
async def delete_topic(world: World, call: Call) -> bool:
    group, _ = _find_topic(world, call)
    thread_id = int(call["message_thread_id"])
    for message in list(world.messages.of_chat(group["id"]).values()):
        if message.get("message_thread_id") == thread_id:
            world.messages.remove(message)
    del group["topics"][str(thread_id)]
    world.chats.save_group(group)
    return True


@plays(UnpinAllForumTopicMessages)
async def unpin_topic(world: World, call: Call) -> bool:
    _find_topic(world, call)
    return True


@plays(GetForumTopicIconStickers)
async def get_icons(world: World, call: Call) -> list[Json]:
    return []


def _find_forum(world: World, call: Call) -> Json:
    chat_id = resolve_chat(world, call.get("chat_id"))
    group = world.chats.groups.get(chat_id)
    if group is None or not group.get("is_forum"):
        raise bad_request("the chat is not a forum")
    return group


def _find_topic(world: World, call: Call) -> tuple[Json, Json]:
    group = _find_forum(world, call)
    topic = group["topics"].get(str(call["message_thread_id"]))
    if topic is None:
        raise bad_request("message thread not found")
    return group, topic


def _read_name(call: Call) -> str:
    name = str(call["name"]).strip()
    if not 1 <= len(name) <= 128:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic title is too long")
    return name


def _note(world: World, call: Call, kind: str, body: Json) -> None:
    thread_id = int(call["message_thread_id"])
    chat_id = resolve_chat(world, call["chat_id"])
    about = {kind: body, "message_thread_id": thread_id, "is_topic_message": True}
    world.messages.add(chat_id, world.bot.user, **about)
