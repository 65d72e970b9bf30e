"""Messages: what every chat shows, with ids that only grow, edits applied and deletions gone."""

import time
from collections.abc import Iterator
from typing import Any

from webapp.playground.chats import Chats
from webapp.playground.files import Files
from webapp.playground.hub import Hub
from webapp.playground.shapes import Json, public
from webapp.playground.store import Store


def find_file_ids(part: Any) -> Iterator[str]:
    """Every `file_id` in a message, however deep."""
    if isinstance(part, dict):
        if isinstance(part.get("file_id"), str):
            yield part["file_id"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from find_file_ids(inner)


class Messages:
    """The log of all chats. A message is a Bot API Message plus notes of ours under `_` keys."""

    def __init__(self, store: Store, hub: Hub, chats: Chats, files: Files) -> None:
        self.store = store
        self.hub = hub
        self.chats = chats
        self.files = files
        self.by_chat: dict[int, dict[int, Json]] = {}
        for _, message in store.load("message"):
            self.of_chat(message["chat"]["id"])[message["message_id"]] = message

    def of_chat(self, chat_id: int) -> dict[int, Json]:
        return self.by_chat.setdefault(chat_id, {})

    def find(self, chat_id: int, message_id: object) -> Json | None:
        try:
            return self.of_chat(chat_id).get(int(str(message_id)))
        except ValueError:
            return None

    def add(self, chat_id: int, sender: Json, **content: Any) -> Json:
        """Writes a message of `sender`; keys whose value is None are left out."""
        # One counter serves all private chats, as in Telegram; each supergroup counts on its own.
        counter = f"messages {chat_id}" if chat_id < 0 else "messages"
        head = {"message_id": self.store.next_number(counter), "from": sender}
        head |= {"chat": self.chats.shape(chat_id), "date": int(time.time())}
        message = {**head, **{key: value for key, value in content.items() if value is not None}}
        self.of_chat(chat_id)[message["message_id"]] = message
        self.write(message)
        self.hub.publish("message", chat_id=chat_id, message=self.shown(message))
        return message

    def edit(self, message: Json, **changes: Any) -> Json:
        """Changes a message in place; None removes a key."""
        for key, value in changes.items():
            if value is None:
                message.pop(key, None)
            else:
                message[key] = value
        self.write(message)
        self.hub.publish("edited", chat_id=message["chat"]["id"], message=self.shown(message))
        return message

    def remove(self, message: Json) -> None:
        chat_id, message_id = message["chat"]["id"], message["message_id"]
        self.of_chat(chat_id).pop(message_id, None)
        self.store.drop("message", f"{chat_id}/{message_id}")
        if not message["from"].get("is_bot"):
            self._forget_files(message)
        self.hub.publish("deleted", chat_id=chat_id, message_id=message_id)

    def _forget_files(self, message: Json) -> None:
        """A file that a person sent goes with the last message that shows it; the bot's own may be sent again."""
        gone = set(find_file_ids(message))
        for chat in self.by_chat.values():
            for other in chat.values():
                gone -= set(find_file_ids(other))
        for file_id in gone:
            self.files.forget(file_id)

    def write(self, message: Json) -> None:
        self.store.put("message", f"{message['chat']['id']}/{message['message_id']}", message)

    def shown(self, message: Json) -> Json:
        """The Message as people see it: with the `reply_keyboard` it brought and its `reactions`."""
        extras = {"reply_keyboard": message.get("_keyboard")}
        extras["reactions"] = [kept["reaction"] for kept in message.get("_reactions", [])]
        return {**public(message), **{key: value for key, value in extras.items() if value}}

    def after(self, chat_id: int, message_id: int) -> list[Json]:
        """What the chat shows with ids above `message_id`, oldest first."""
        found = self.of_chat(chat_id)
        return [self.shown(found[number]) for number in sorted(found) if number > message_id]
