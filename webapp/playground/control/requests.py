"""Reading control requests: JSON bodies, people, chats and messages they name, or a clear refusal."""

from aiohttp import web

from webapp.playground.errors import ControlError
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD


async def read_body(request: web.Request) -> Json:
    """The JSON object of a request; empty when there is none. Raises ControlError 400."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except ValueError:
        raise ControlError(400, "The body is not JSON.") from None
    if not isinstance(body, dict):
        raise ControlError(400, "The body must be a JSON object.")
    return body


def read_id(request: web.Request, name: str) -> int:
    """A number from the path. Raises ControlError 404."""
    try:
        return int(request.match_info[name])
    except ValueError:
        raise ControlError(404, f"`{name}` must be a number.") from None


def read_seconds(request: web.Request, name: str, default: float, most: float) -> float:
    """A number of the query string. Raises ControlError 422."""
    try:
        return min(max(float(request.query.get(name, default)), 0), most)
    except ValueError:
        raise ControlError(422, f"`{name}` must be a number.") from None


def find_actor(request: web.Request, body: Json) -> Json:
    """The person a body names with `from_id`. Raises ControlError."""
    if body.get("from_id") is None:
        raise ControlError(422, "`from_id` must say who does this.")
    return request.app[WORLD].people.require(body["from_id"])


def find_message(request: web.Request) -> Json:
    """The message a path names. Raises ControlError 404."""
    chat_id, message_id = read_id(request, "chat_id"), read_id(request, "message_id")
    message = request.app[WORLD].messages.find(chat_id, message_id)
    if message is None:
        raise ControlError(404, f"There is no message {message_id} in chat {chat_id}.")
    return message
