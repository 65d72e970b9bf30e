"""Whether everything a fan needs answers, part by part, for people, supervisors and load balancers."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web
from tortoise.connection import get_connection

from bot.metrics import render_metrics
from bot.services import Services
from bot.work import WORKER_CLASSES
from webapp.keys import services_of
from webapp.telegram.line import LINE

_PATIENCE = 3.0  # seconds a part may take to answer
Check = Callable[[], Awaitable[None]]


class Silent(RuntimeError):
    """A part does not answer; the message says since when or why."""


async def show_health(request: web.Request) -> web.Response:
    """200 when every part answers, else 503; the body names each."""
    checks = _list_checks(request)
    reports = await asyncio.gather(*(_ask(check) for check in checks.values()))
    parts = dict(zip(checks, reports, strict=True))
    healthy = all(report["ok"] for report in reports)
    body = orjson.dumps({"status": "ok" if healthy else "failing", "parts": parts}, option=orjson.OPT_INDENT_2)
    headers = {"Cache-Control": "no-store"}
    return web.Response(body=body, status=200 if healthy else 503, content_type="application/json", headers=headers)


def _list_checks(request: web.Request) -> dict[str, Check]:
    services = services_of(request)

    def worker(name: str) -> Check:
        return lambda: _check_worker(services, name)

    async def telegram() -> None:
        request.app[LINE].require_alive()

    return {
        "postgres": _check_postgres,
        "redis": lambda: _check_redis(services),
        "objects": services.store.ping,
        "telegram": telegram,
        **{f"worker:{name}": worker(name) for name in WORKER_CLASSES},
    }


async def _ask(check: Check) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        async with asyncio.timeout(_PATIENCE):
            await check()
    except TimeoutError:
        return {"ok": False, "error": f"no answer in {_PATIENCE:.0f} s"}
    except Exception as error:  # whatever is wrong with a part, the report has to name it
        return {"ok": False, "error": f"{type(error).__name__}: {error}"[:200]}
    return {"ok": True, "latency_ms": round((time.perf_counter() - started) * 1000, 1)}


async def _check_postgres() -> None:
    await get_connection("default").execute_query("SELECT 1")


async def _check_redis(services: Services) -> None:
    await services.redis.ping()


async def _check_worker(services: Services, name: str) -> None:
    if not await services.redis.exists(WORKER_CLASSES[name].health_key):
        raise Silent("no worker of this class has said a word lately")


async def show_life(_: web.Request) -> web.Response:
    """This process runs its loop; says nothing of the parts around it."""
    return web.json_response({"status": "ok"})


async def show_metrics(request: web.Request) -> web.Response:
    body = await render_metrics(services_of(request))
    return web.Response(body=body, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})


def add_health(app: web.Application) -> None:
    app.router.add_get("/healthz", show_health)
    app.router.add_get("/livez", show_life)
    app.router.add_get("/metrics", show_metrics)
