"""Payme calls us: one address, JSON-RPC, HTTP 200 whatever happens."""

import logging

from aiohttp import web

from bot.adapters.payme_wire import (
    BAD_REQUEST,
    BROKEN,
    NOT_ALLOWED,
    NOT_POST,
    PaymeFault,
    is_payme,
    read_call,
    read_id,
    read_json,
    say_fault,
    say_result,
)
from bot.merchants import payme_keys
from bot.rails.payme.merchant_api import Cashbox
from webapp.callbacks.bodies import TooLong, read_short
from webapp.keys import services_of

log = logging.getLogger("stario.payme")
routes = web.RouteTableDef()
CASHBOX: web.AppKey[Cashbox] = web.AppKey("cashbox", Cashbox)


@routes.route("*", "/callbacks/payme")
async def answer_payme(request: web.Request) -> web.Response:
    """The answer of a call. Who may not call hears -32504 before anything of the call is looked at."""
    body = await _answer(request)
    return web.Response(body=body, content_type="application/json", charset="utf-8")


async def _answer(request: web.Request) -> bytes:
    rpc_id: str | int | None = None
    try:
        if request.method != "POST":
            raise PaymeFault(NOT_POST)
        allowed = _is_allowed(request)
        told = await _read(request, allowed)
        rpc_id = read_id(told)
        if not allowed:
            raise PaymeFault(NOT_ALLOWED)
        call = read_call(told)
        result = await request.app[CASHBOX].answer(call)
        log.info("%s done", call.method)
        return say_result(result, rpc_id)
    except PaymeFault as fault:
        log.info("refused with %d %s", fault.code, fault.key)
        return say_fault(fault, rpc_id)
    except Exception as error:
        # The error's own words may hold what a stranger sent: its kind is enough to find it.
        log.error("a call broke off: %s", type(error).__name__, exc_info=error)
        return say_fault(PaymeFault(BROKEN), rpc_id)


def _is_allowed(request: web.Request) -> bool:
    keys = payme_keys(services_of(request).settings)
    return keys is not None and is_payme(request.headers.get("Authorization", ""), keys)


async def _read(request: web.Request, allowed: bool) -> object:
    """The request as JSON; of a stranger's only what has to be sent back."""
    try:
        return read_json(await read_short(request))
    except TooLong as error:
        raise PaymeFault(BAD_REQUEST if allowed else NOT_ALLOWED) from error
    except PaymeFault as fault:
        raise fault if allowed else PaymeFault(NOT_ALLOWED) from fault
