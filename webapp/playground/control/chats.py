"""Control: what chats show, and what people write, press and pay in them."""

import asyncio

from aiohttp import web

from webapp.playground.acting import edit_message, enter_chat, send_as, upgrade_group, write_message
from webapp.playground.control.requests import find_actor, find_message, read_body, read_id, read_seconds
from webapp.playground.errors import ControlError
from webapp.playground.pressing import invoice_of, pay_message, press_button
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()
LONGEST_WAIT = 300.0


@routes.get("/control/chats")
async def list_chats(request: web.Request) -> web.Response:
    """Every chat: the Chat with `members`, `keyboard`, `pinned`, `topics` and its last message."""
    world = request.app[WORLD]
    ids = [*world.chats.groups, *world.people.by_id]
    return web.json_response([describe_chat(world, chat_id) for chat_id in ids])


@routes.post("/control/chats")
async def make_group(request: web.Request) -> web.Response:
    """`{title, members: [id, …], type?, topics?}` → a group with the bot in it, as `list_chats` describes it.

    `type` is `supergroup` or `group`; `topics`, `{number: name}`, make it a forum.
    """
    world, body = request.app[WORLD], await read_body(request)
    title, members = str(body.get("title") or "").strip(), body.get("members") or []
    if not 1 <= len(title) <= 128:
        raise ControlError(422, "`title` must be 1–128 characters long.")
    for member in members:
        if world.people.find(member) is None:
            raise ControlError(404, f"There is no user {member}.")
    chat_id = min([-1001000001000, *world.chats.groups]) - 1
    about = {"id": chat_id, "title": title, "type": body.get("type") or "supergroup", "members": members}
    if body.get("topics"):
        topics = {str(int(number)): {"name": str(name)} for number, name in body["topics"].items()}
        about |= {"is_forum": True, "topics": topics}
    world.chats.add_group(about)
    return web.json_response(describe_chat(world, chat_id))


@routes.post("/control/chats/{chat_id}/migrate")
async def migrate(request: web.Request) -> web.Response:
    """`{from_id}` makes a supergroup of a group, under a new number → the new chat."""
    world, body, chat_id = request.app[WORLD], await read_body(request), read_id(request, "chat_id")
    person = find_actor(request, body)
    enter_chat(world, person, chat_id)
    return web.json_response(describe_chat(world, upgrade_group(world, person, chat_id)))


@routes.post("/control/chats/{chat_id}/members")
async def join_group(request: web.Request) -> web.Response:
    """`{user_id}` joins a group; somebody who is in it stays."""
    world, body, chat_id = request.app[WORLD], await read_body(request), read_id(request, "chat_id")
    group = world.chats.groups.get(chat_id)
    person = world.people.find(body.get("user_id"))
    if group is None or person is None:
        raise ControlError(404, f"There is no group {chat_id}, or no user {body.get('user_id')}.")
    members = dict.fromkeys([*group["members"], person["user"]["id"]])
    world.chats.save_group({**group, "members": list(members)})
    return web.json_response(describe_chat(world, chat_id))


@routes.get("/control/chats/{chat_id}/messages")
async def list_messages(request: web.Request) -> web.Response:
    """`?after=N&wait=SECONDS[&edits=1]` → Messages with ids above N; waits for one when there is none.

    With `edits=1` an edit of an older message ends the waiting too, and the edited message is in the list.
    """
    world, chat_id = request.app[WORLD], read_id(request, "chat_id")
    if world.chats.resolve(chat_id) is None:
        raise ControlError(404, f"There is no chat {chat_id}.")
    after = int(read_seconds(request, "after", 0, 1 << 52))
    wait = read_seconds(request, "wait", 0, LONGEST_WAIT)
    edits = request.query.get("edits", "0") not in ("0", "", "false")
    return web.json_response(await wait_messages(world, chat_id, after, wait, edits))


async def wait_messages(world: World, chat_id: int, after: int, wait: float, edits: bool) -> list[Json]:
    """What `list_messages` answers with."""
    deadline = asyncio.get_running_loop().time() + wait
    with world.hub.listen() as news:
        while not (found := world.messages.after(chat_id, after)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return []
            try:
                event = await asyncio.wait_for(news.get(), left)
            except TimeoutError:
                return []
            if edits and event["kind"] == "edited" and event["chat_id"] == chat_id:
                return [event["message"]]
    return found


@routes.post("/control/chats/{chat_id}/messages")
async def write(request: web.Request) -> web.Response:
    """`{from_id, text?, photo_base64?, …}` → the Message."""
    world, body = request.app[WORLD], await read_body(request)
    chat_id, person = read_id(request, "chat_id"), find_actor(request, body)
    return web.json_response(await write_message(world, person, chat_id, body))


@routes.patch("/control/chats/{chat_id}/messages/{message_id}")
async def edit(request: web.Request) -> web.Response:
    """`{from_id, text}`: a person edits a message of theirs → the Message."""
    body = await read_body(request)
    person, message = find_actor(request, body), find_message(request)
    return web.json_response(edit_message(request.app[WORLD], person, message, str(body.get("text") or "")))


@routes.delete("/control/chats/{chat_id}/messages/{message_id}")
async def delete(request: web.Request) -> web.Response:
    """A person deletes a message for everybody; the bot is not told, as in Telegram."""
    request.app[WORLD].messages.remove(find_message(request))
    return web.json_response({"ok": True})


@routes.post("/control/chats/{chat_id}/messages/{message_id}/press")
async def press(request: web.Request) -> web.Response:
    """`{from_id, text?, data?, wait?}` → what the person saw."""
    body = await read_body(request)
    person, message = find_actor(request, body), find_message(request)
    return web.json_response(await press_button(request.app[WORLD], person, message, body))


@routes.post("/control/chats/{chat_id}/messages/{message_id}/pay")
async def pay(request: web.Request) -> web.Response:
    """`{from_id, shipping_option_id?, action?}` → `{ok, status, message?, telegram_payment_charge_id?, stars}`.

    Where the price depends on shipping, the first option is taken unless `shipping_option_id` names another;
    `action: "decline"` is a card that the provider refuses after the bot has agreed.
    """
    body = await read_body(request)
    world, person, message = request.app[WORLD], find_actor(request, body), find_message(request)
    enter_chat(world, person, message["chat"]["id"])
    return web.json_response(await pay_message(world, person, message, body))


@routes.post("/control/chats/{chat_id}/messages/{message_id}/shipping")
async def ask_shipping(request: web.Request) -> web.Response:
    """`{from_id}` → `{ok, shipping_options}` as the bot offers them; none where the price does not depend on it."""
    body = await read_body(request)
    world, person, invoice = request.app[WORLD], find_actor(request, body), invoice_of(find_message(request))
    if not invoice.get("is_flexible"):
        return web.json_response({"ok": True, "shipping_options": []})
    return web.json_response(await world.payments.offer_shipping(person, invoice))


@routes.post("/control/chats/{chat_id}/app-data")
async def send_app_data(request: web.Request) -> web.Response:
    """`{from_id, button_text, data}`: what a Mini App opened from a keyboard sends back → the Message."""
    world, body = request.app[WORLD], await read_body(request)
    chat_id, person = read_id(request, "chat_id"), find_actor(request, body)
    enter_chat(world, person, chat_id)
    data = str(body.get("data") or "")
    if not 1 <= len(data.encode()) <= 4096:
        raise ControlError(422, "`data` must be 1–4096 bytes long.")
    app_data = {"data": data, "button_text": str(body.get("button_text") or "")}
    return web.json_response(send_as(world, person, chat_id, web_app_data=app_data))


def describe_chat(world: World, chat_id: int) -> Json:
    """A chat as the list shows it."""
    messages = world.messages.of_chat(chat_id)
    person = world.people.find(chat_id)
    chat = world.chats.shape(chat_id)
    return {
        **chat,
        "members": world.chats.members(chat_id),
        "topics": world.chats.groups.get(chat_id, {}).get("topics", {}),
        "keyboard": world.chats.keyboards.get(chat_id),
        "pinned": world.chats.pinned.get(chat_id, []),
        "commands": world.bot.commands_for(chat, (person or {}).get("user", {}).get("language_code", "")),
        "menu_button": world.bot.menu_button(chat_id if chat_id > 0 else None),
        "last_message": world.messages.shown(messages[max(messages)]) if messages else None,
    }
