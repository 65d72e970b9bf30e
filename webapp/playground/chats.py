"""Chats: everybody's private chat with the bot, and groups such as the staff's."""

from typing import Any

from webapp.playground.hub import Hub
from webapp.playground.people import People
from webapp.playground.shapes import Json
from webapp.playground.store import Store


class Chats:
    """Groups are kept; a private chat has the id of its person and exists as long as the person does.

    A group is `{id, type, title, is_forum, members, administrators, topics, pinned}`. Every chat has a
    `reply keyboard`, the last one the bot put under the input field.
    """

    def __init__(self, store: Store, hub: Hub, people: People) -> None:
        self.store = store
        self.hub = hub
        self.people = people
        self.groups: dict[int, Json] = {int(key): body for key, body in store.load("group")}
        self.keyboards: dict[int, Json] = {int(key): body for key, body in store.load("keyboard")}
        self.pinned: dict[int, list[int]] = {int(key): body["ids"] for key, body in store.load("pinned")}

    def add_group(self, group: Json) -> Json:
        """Makes a group, or brings its members up to date."""
        known = self.groups.get(int(group["id"]), {"topics": {}})
        return self.save_group({**known, **group})

    def save_group(self, group: Json) -> Json:
        self.groups[int(group["id"])] = group
        self.store.put("group", group["id"], group)
        self.hub.publish("group", group=group)
        return group

    def resolve(self, chat_id: object) -> int | None:
        """The numeric id behind a `chat_id` parameter (a number or @username), or None."""
        text = str(chat_id)
        if text.startswith("@"):
            person = self.people.named(text)
            return int(person["user"]["id"]) if person else None
        try:
            number = int(text)
        except ValueError:
            return None
        return number if number in self.groups or number in self.people.by_id else None

    def shape(self, chat_id: int) -> Json:
        """The Bot API Chat object."""
        if chat_id in self.groups:
            kept = ("id", "type", "title", "is_forum")
            return {key: value for key, value in self.groups[chat_id].items() if key in kept and value}
        user = self.people.by_id[chat_id]["user"]
        names = {key: user[key] for key in ("first_name", "last_name", "username") if user.get(key)}
        return {"id": chat_id, "type": "private", **names}

    def members(self, chat_id: int) -> list[int]:
        """Ids of the people in a chat, the bot not counted."""
        return list(self.groups[chat_id]["members"]) if chat_id in self.groups else [chat_id]

    def set_keyboard(self, chat_id: int, markup: Json | None, message_id: int) -> None:
        """Remembers the keyboard under the input field; None takes it away."""
        if markup is None:
            self.keyboards.pop(chat_id, None)
            self.store.drop("keyboard", chat_id)
        else:
            self.keyboards[chat_id] = {**markup, "message_id": message_id}
            self.store.put("keyboard", chat_id, self.keyboards[chat_id])
        self.hub.publish("keyboard", chat_id=chat_id, keyboard=self.keyboards.get(chat_id))

    def set_pinned(self, chat_id: int, ids: list[int]) -> None:
        self.pinned[chat_id] = ids
        self.store.put("pinned", chat_id, {"ids": ids})
        self.hub.publish("pinned", chat_id=chat_id, ids=ids)

    def topic(self, chat_id: int, thread_id: int) -> dict[str, Any] | None:
        found = self.groups.get(chat_id, {}).get("topics", {}).get(str(thread_id))
        return found if found is None else dict(found)
