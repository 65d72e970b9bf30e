"""The bot itself: who it is, its commands, descriptions and menu button, as it set them."""

from typing import Any

from webapp.playground.hub import Hub
from webapp.playground.shapes import Json
from webapp.playground.store import Store

USERNAME = "stario_playground_bot"


class BotProfile:
    """`texts` hold names and descriptions by (kind, language); `commands` by (scope, language)."""

    def __init__(self, store: Store, hub: Hub, token: str) -> None:
        self.store = store
        self.hub = hub
        self.id = int(token.split(":")[0])
        self.saved: Json = store.get("profile", "bot") or {"texts": {}, "commands": {}, "menus": {}}

    @property
    def user(self) -> Json:
        """The bot as the sender of messages."""
        name = self.text("name", "") or "Stario"
        return {"id": self.id, "is_bot": True, "first_name": name, "username": USERNAME}

    @property
    def me(self) -> Json:
        """The answer of getMe."""
        abilities = {"can_join_groups": True, "can_read_all_group_messages": True, "has_main_web_app": True}
        return {**self.user, **abilities, "supports_inline_queries": True, "can_connect_to_business": False}

    def text(self, kind: str, language: str) -> str:
        """A name or description for a language, falling back to the one for all."""
        texts = self.saved["texts"]
        return str(texts.get(f"{kind}/{language}") or texts.get(f"{kind}/") or "")

    def set_text(self, kind: str, language: str, value: str) -> None:
        self.saved["texts"][f"{kind}/{language}"] = value
        self.save()

    def commands(self, scope: str, language: str) -> list[Any]:
        return list(self.saved["commands"].get(f"{scope}/{language}", []))

    def set_commands(self, scope: str, language: str, commands: list[Any]) -> None:
        self.saved["commands"][f"{scope}/{language}"] = commands
        self.save()

    def commands_for(self, chat: Json, language: str) -> list[Any]:
        """What the menu shows in a chat: the narrowest scope that has commands wins."""
        group = chat["type"] != "private"
        wide = ["all_chat_administrators", "all_group_chats"] if group else ["all_private_chats"]
        for scope in (f"chat:{chat['id']}", *wide, "default"):
            found = self.commands(scope, language) or self.commands(scope, "")
            if found:
                return found
        return []

    def menu_button(self, chat_id: int | None) -> Json:
        """The menu button of a chat, or the default one."""
        menus = self.saved["menus"]
        return dict(menus.get(str(chat_id)) or menus.get("default") or {"type": "commands"})

    def set_menu_button(self, chat_id: int | None, button: Json) -> None:
        self.saved["menus"][str(chat_id) if chat_id else "default"] = button
        self.save()

    def save(self) -> None:
        self.store.put("profile", "bot", self.saved)
        self.hub.publish("profile")
