"""Control: inline mode and messages prepared for sharing."""

from aiohttp import web

from webapp.playground.acting import enter_chat
from webapp.playground.control.requests import find_actor, read_body
from webapp.playground.errors import ApiError, ControlError
from webapp.playground.inline_results import post_result
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()


@routes.post("/control/inline")
async def ask_inline(request: web.Request) -> web.Response:
    """`{from_id, query, offset?, chat_type?}` → the body of answerInlineQuery."""
    body = await read_body(request)
    person, query = find_actor(request, body), str(body.get("query") or "")
    if len(query) > 256:
        raise ControlError(422, "`query` may be 256 characters long.")
    kind = str(body.get("chat_type") or "sender")
    answer = await request.app[WORLD].inline.ask(person, query, str(body.get("offset") or ""), kind)
    if answer is None:
        raise ControlError(504, "The bot did not answer the inline query.")
    return web.json_response(answer)


@routes.post("/control/inline/choose")
async def choose_result(request: web.Request) -> web.Response:
    """`{from_id, chat_id?, query, result}` posts a result of `/control/inline` into a chat → the Message."""
    world, body = request.app[WORLD], await read_body(request)
    person, result = find_actor(request, body), body.get("result")
    if not isinstance(result, dict) or "id" not in result:
        raise ControlError(422, "`result` must be one of the results that the bot offered.")
    message = await _post(world, person, body, result)
    chosen = {"result_id": result["id"], "from": person["user"], "query": str(body.get("query") or "")}
    chosen["inline_message_id"] = message["_inline_message_id"]
    world.updates.push("chosen_inline_result", chosen)
    return web.json_response(world.messages.shown(message))


@routes.get("/control/prepared/{id}")
async def show_prepared(request: web.Request) -> web.Response:
    """`{user_id, result}`: a message the bot prepared for sharing."""
    return web.json_response(_find_prepared(request))


@routes.post("/control/prepared/{id}/share")
async def share_prepared(request: web.Request) -> web.Response:
    """`{from_id, chat_id?}` posts a prepared message into a chat → the Message."""
    world, body = request.app[WORLD], await read_body(request)
    person, prepared = find_actor(request, body), _find_prepared(request)
    if prepared["user_id"] != person["user"]["id"]:
        raise ControlError(403, "This message was prepared for somebody else.")
    message = await _post(world, person, body, prepared["result"])
    return web.json_response(world.messages.shown(message))


async def _post(world: World, person: Json, body: Json, result: Json) -> Json:
    chat_id = int(body.get("chat_id") or person["user"]["id"])
    enter_chat(world, person, chat_id)
    try:
        message = await post_result(world, person, chat_id, result)
    except ApiError as problem:
        raise ControlError(422, problem.description) from None
    world.updates.push("message", message)
    return message


def _find_prepared(request: web.Request) -> Json:
    prepared = request.app[WORLD].inline.prepared.get(request.match_info["id"])
    if prepared is None:
        raise ControlError(404, "There is no such prepared message, or it has expired.")
    return prepared
