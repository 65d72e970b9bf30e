"""Click calls us: Prepare and Complete, signed forms, answered in JSON."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.adapters.click_wire import (
    BAD_REQUEST,
    BAD_SIGN,
    COMPLETE,
    DONE,
    PREPARE,
    ClickFault,
    Notice,
    read_form,
    read_notice,
    say_answer,
)
from bot.merchants import click_keys
from bot.rails.click.shop_api import complete, prepare
from webapp.callbacks.bodies import TooLong, read_short
from webapp.keys import services_of

log = logging.getLogger("stario.click")
routes = web.RouteTableDef()
Act = Callable[[Notice], Awaitable[int]]


@routes.post("/callbacks/click/prepare")
async def answer_prepare(request: web.Request) -> web.Response:
    return await _answer(request, PREPARE, prepare)


@routes.post("/callbacks/click/complete")
async def answer_complete(request: web.Request) -> web.Response:
    return await _answer(request, COMPLETE, complete)


async def _answer(request: web.Request, action: str, act: Act) -> web.Response:
    """HTTP 200 with Click's code; an outage of ours is a 5xx, and Click comes again."""
    fields: dict[str, str] = {}
    our_id: int | None = None
    code = DONE
    try:
        fields = await _read(request)
        our_id = await act(_judge(request, fields, action))
    except ClickFault as fault:
        code, our_id = fault.code, fault.confirm_id
    log.info("action %s answered with %d", action, code)
    return web.Response(body=say_answer(fields, action, code, our_id), content_type="application/json")


async def _read(request: web.Request) -> dict[str, str]:
    if request.content_type != "application/x-www-form-urlencoded":
        raise ClickFault(BAD_REQUEST)
    try:
        return read_form(await read_short(request))
    except TooLong as error:
        raise ClickFault(BAD_REQUEST) from error


def _judge(request: web.Request, fields: dict[str, str], action: str) -> Notice:
    keys = click_keys(services_of(request).settings)
    if keys is None:
        raise ClickFault(BAD_SIGN)
    return read_notice(keys, fields, action)
