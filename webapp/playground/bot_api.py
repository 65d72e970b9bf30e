"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`, faults included."""

import asyncio
import logging
import socket
import struct
from typing import Any

from aiohttp import web

import webapp.playground.methods  # noqa: F401 - importing registers every method
from webapp.playground.calls import Upload, judge_call, read_parameters
from webapp.playground.errors import ApiError, bad_request, blocked_by_user, too_many
from webapp.playground.faults import Fault
from webapp.playground.registry import find_method
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

log = logging.getLogger(__name__)
LARGEST_UPLOAD = 50 << 20
CALL_FAULTS = ("429", "403", "400", "500", "timeout", "lost_answer", "reset", "slow")
HANG_SECONDS = 30.0
SLOW_SECONDS = 3.0


class Dropped(Exception):
    """The connection was closed on purpose; nothing more can be said."""


async def answer_method(request: web.Request) -> web.StreamResponse:
    """One Bot API call."""
    world, name = request.app[WORLD], request.match_info["method"]
    fault = None
    if request.match_info["token"] == world.token:
        fault = world.faults.take("telegram", name, CALL_FAULTS)
    try:
        if fault:
            await _misbehave(request, fault)
        result = await _answer(request, world, name)
        if fault and fault.kind == "lost_answer":
            _drop_connection(request)
    except ApiError as problem:
        return _refuse(problem)
    except Dropped:
        return web.Response()  # goes nowhere: the connection is gone
    return web.json_response({"ok": True, "result": result})


async def _answer(request: web.Request, world: World, name: str) -> Any:
    try:
        raw, uploads = await read_parameters(request)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    if request.match_info["token"] != world.token:
        raise ApiError(401, "Unauthorized")
    return await call_method(world, name, raw, uploads)


async def call_method(world: World, name: str, raw: Json, uploads: dict[str, Upload]) -> Any:
    """Judges and plays one call → its result as JSON. Raises ApiError."""
    model, handler = find_method(name)
    if any(len(upload.content) > LARGEST_UPLOAD for upload in uploads.values()):
        raise ApiError(413, "Request Entity Too Large")
    return await handler(world, judge_call(model, raw, uploads))


async def send_file(request: web.Request) -> web.StreamResponse:
    """Bytes of a file that getFile named."""
    world = request.app[WORLD]
    record = world.files.by_path.get(request.match_info["path"])
    if request.match_info["token"] != world.token:
        return _refuse(ApiError(401, "Unauthorized"))
    if record is None:
        return _refuse(ApiError(404, "Not Found"))
    return web.FileResponse(world.files.place(record), headers={"Content-Type": record["mime"]})


async def play_replies(world: World) -> None:
    """Plays the methods that a webhook put into its answers."""
    while True:
        body = await world.webhook.replies.get()
        try:
            await call_method(world, str(body.pop("method")), body, {})
        except ApiError as problem:
            log.warning("the reply in a webhook answer was refused: %s", problem.description)


async def _misbehave(request: web.Request, fault: Fault) -> None:
    if fault.kind == "429":
        raise too_many(fault.retry_after)
    if fault.kind == "403":
        raise ApiError(403, f"Forbidden: {fault.description}") if fault.description else blocked_by_user()
    if fault.kind == "400":
        raise bad_request(fault.description or "wrong parameters in request")
    if fault.kind == "500":
        raise ApiError(500, "Internal Server Error")
    if fault.kind == "slow":
        await asyncio.sleep(SLOW_SECONDS if fault.seconds is None else fault.seconds)
    if fault.kind == "timeout":
        await asyncio.sleep(HANG_SECONDS if fault.seconds is None else fault.seconds)
        _drop_connection(request)
    if fault.kind == "reset":
        _drop_connection(request, reset=True)


def _drop_connection(request: web.Request, reset: bool = False) -> None:
    """Ends the connection without an answer; nothing after this runs."""
    if request.transport is not None:
        if reset:
            pipe = request.transport.get_extra_info("socket")
            pipe.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    raise Dropped


def _refuse(problem: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": problem.code, "description": problem.description}
    if problem.parameters:
        body["parameters"] = problem.parameters
    return web.json_response(body, status=problem.code)
