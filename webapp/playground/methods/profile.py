"""The bot's own face: getMe, commands, names, descriptions and the menu button."""

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    GetMyDefaultAdministratorRights,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDefaultAdministratorRights,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import ChatAdministratorRights

from webapp.playground.calls import Call
from webapp.playground.delivery import resolve_chat
from webapp.playground.errors import bad_request
from webapp.playground.links import is_app_link
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
TEXTS = {"name": 64, "description": 512, "short_description": 120}  # kind → longest
MOST_COMMANDS = 100
RIGHTS = [name for name, field in ChatAdministratorRights.model_fields.items() if field.is_required()]


@plays(GetMe)
async def get_me(world: World, call: Call) -> Json:
    return world.bot.me


@plays(SetMyCommands)
async def set_commands(world: World, call: Call) -> bool:
    commands = call["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    plain = [{**command, "command": command["command"].removeprefix("/")} for command in commands]
    world.bot.set_commands(_read_scope(world, call), call.get("language_code", ""), plain)
    return True


@plays(DeleteMyCommands)
async def delete_commands(world: World, call: Call) -> bool:
    world.bot.set_commands(_read_scope(world, call), call.get("language_code", ""), [])
    return True


@plays(GetMyCommands)
async def get_commands(world: World, call: Call) -> list[Any]:
    return world.bot.commands(_read_scope(world, call), call.get("language_code", ""))


@plays(SetMyName, SetMyDescription, SetMyShortDescription)
async def set_text(world: World, call: Call) -> bool:
    kind = _text_kind(call)
    value = str(call.get(kind, ""))
    if len(value) > TEXTS[kind]:
        raise bad_request(f"{kind.replace('_', ' ')} is too long")
    world.bot.set_text(kind, call.get("language_code", ""), value)
    return True


@plays(GetMyName, GetMyDescription, GetMyShortDescription)
async def get_text(world: World, call: Call) -> Json:
    kind = _text_kind(call)
    return {kind: world.bot.text(kind, call.get("language_code", ""))}


@plays(SetChatMenuButton)
async def set_menu(world: World, call: Call) -> bool:
    button = call.get("menu_button") or {"type": "default"}
    if button["type"] == "web_app" and not is_app_link(button["web_app"]["url"]):
        raise bad_request("menu button Web App URL is invalid: Only HTTPS links are allowed")
    chat_id = resolve_chat(world, call["chat_id"]) if call.get("chat_id") else None
    world.bot.set_menu_button(chat_id, button)
    return True


@plays(GetChatMenuButton)
async def get_menu(world: World, call: Call) -> Json:
    return world.bot.menu_button(call.get("chat_id"))


@plays(SetMyDefaultAdministratorRights)
async def set_rights(world: World, call: Call) -> bool:
    return True


@plays(GetMyDefaultAdministratorRights)
async def get_rights(world: World, call: Call) -> Json:
    return dict.fromkeys(RIGHTS, False)


def _text_kind(call: Call) -> str:
    return {"Name": "name", "Description": "description"}.get(call.method[5:], "short_description")


def _read_scope(world: World, call: Call) -> str:
    scope = call.get("scope") or {"type": "default"}
    if "chat_id" not in scope:
        return str(scope["type"])
    return f"chat:{resolve_chat(world, scope['chat_id'])}"
