"""A tiny shop that keeps every rule of the providers' callbacks, in memory: the stand-ins are tested against it."""

import asyncio
import base64
import hashlib
import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.merchants import click_keys, payme_keys
from bot.settings import Settings

Json = dict[str, Any]
HALF_DAY_MS = 43_200_000


class Fault(Exception):
    """A JSON-RPC error."""

    def __init__(self, code: int, data: str | None = None) -> None:
        super().__init__(str(code))
        words = {"ru": "Нельзя", "uz": "Mumkin emas", "en": "Not possible"}
        self.body = {"code": code, "message": words, "data": data}


@dataclass
class Shop:
    """`prices`: order → so'm. `seen` is every callback that came; `broken` makes the shop break one rule."""

    settings: Settings
    prices: dict[str, int] = field(default_factory=dict)
    paid: dict[str, str] = field(default_factory=dict)
    seen: list[tuple[str, Any]] = field(default_factory=list)
    raw: list[tuple[str, bytes, Any]] = field(default_factory=list)
    broken: str = ""
    answers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.payme: dict[str, Json] = {}
        self.click: dict[int, Json] = {}
        self.fiscal: list[Json] = []
        self.arrived = asyncio.Condition()

    async def open(self) -> "Shop":
        app = web.Application()
        app.router.add_post("/callbacks/payme", self.take_payme)
        app.router.add_post("/callbacks/click/{step}", self.take_click)
        app.router.add_post("/callbacks/{name:stripe|boxnow}", self.take_event)
        self.server = TestServer(app, host="127.0.0.1")
        await self.server.start_server()
        self.settings.port = int(self.server.port or 0)
        return self

    async def close(self) -> None:
        await self.server.close()

    async def take_payme(self, request: web.Request) -> web.Response:
        keys, body = payme_keys(self.settings), await request.json()
        assert keys is not None
        token = base64.b64encode(f"{keys.login}:{keys.key.get_secret_value()}".encode()).decode()
        try:
            if request.headers.get("Authorization") != f"Basic {token}":
                raise Fault(-32504)
            self.seen.append((body["method"], body["params"]))
            result = getattr(self, "on_" + body["method"])(body["params"])
        except Fault as fault:
            return web.json_response({"error": fault.body, "id": body["id"]})
        if self.broken == "repeat" and body["method"] != "CheckPerformTransaction":
            result = {**result, "n": len(self.seen)}
        return web.json_response({"result": result, "id": body["id"]})

    def on_CheckPerformTransaction(self, params: Json) -> Json:
        order = params["account"].get("order_id", "")
        if order not in self.prices:
            raise Fault(-31050, "order_id")
        if params["amount"] != self.prices[order] * 100:
            raise Fault(-31001)
        if order in self.paid and self.broken != "twice":
            raise Fault(-31008)
        return {"allow": True}

    def on_CreateTransaction(self, params: Json) -> Json:
        row = self.payme.get(params["id"])
        if row is None:
            self.on_CheckPerformTransaction(params)
            waits = [r for r in self.payme.values() if r["account"] == params["account"] and r["state"] == 1]
            if waits:
                raise Fault(-31008)
            row = {
                "id": params["id"],
                "time": params["time"],
                "amount": params["amount"],
                "account": params["account"],
                "create_time": params["time"] + 7,
                "perform_time": 0,
                "cancel_time": 0,
                "transaction": str(len(self.payme) + 1),
                "state": 1,
                "reason": None,
                "receivers": None,
            }
            self.payme[params["id"]] = row
        if row["state"] != 1:
            raise Fault(-31008)
        return {key: row[key] for key in ("create_time", "transaction", "state")}

    def on_PerformTransaction(self, params: Json) -> Json:
        row = self.find(params)
        if row["state"] == 1 and time.time() * 1000 > row["time"] + HALF_DAY_MS and self.broken != "late":
            row |= {"state": -1, "reason": 4, "cancel_time": row["time"] + HALF_DAY_MS}
        if row["state"] < 0:
            raise Fault(-31008)
        if row["state"] == 1:
            row |= {"state": 2, "perform_time": row["time"] + 9}
            self.paid[row["account"]["order_id"]] = "payme"
        return {key: row[key] for key in ("transaction", "perform_time", "state")}

    def on_CancelTransaction(self, params: Json) -> Json:
        row = self.find(params)
        if row["state"] > 0:
            if row["state"] == 2:
                self.paid.pop(row["account"]["order_id"])
            row |= {"state": -row["state"], "reason": params["reason"], "cancel_time": row["time"] + 11}
        return {key: row[key] for key in ("transaction", "cancel_time", "state")}

    def on_CheckTransaction(self, params: Json) -> Json:
        names = ("create_time", "perform_time", "cancel_time", "transaction", "state", "reason")
        return {key: self.find(params)[key] for key in names}

    def on_GetStatement(self, params: Json) -> Json:
        rows = [row for row in self.payme.values() if params["from"] <= row["time"] <= params["to"]]
        return {"transactions": sorted(rows, key=lambda row: row["time"])}

    def on_SetFiscalData(self, params: Json) -> Json:
        self.fiscal.append(params)
        return {"success": True}

    def find(self, params: Json) -> Json:
        if params["id"] not in self.payme:
            raise Fault(-31003)
        return self.payme[params["id"]]

    async def take_click(self, request: web.Request) -> web.Response:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self.seen.append((request.match_info["step"], form))
        error, number = self.judge_click(request.match_info["step"], form)
        name = "merchant_prepare_id" if request.match_info["step"] == "prepare" else "merchant_confirm_id"
        told = {"click_trans_id": int(form["click_trans_id"]), "merchant_trans_id": form["merchant_trans_id"]}
        return web.json_response({**told, name: number, "error": error, "error_note": str(error)})

    def judge_click(self, step: str, form: dict[str, str]) -> tuple[int, int | None]:
        keys = click_keys(self.settings)
        assert keys is not None
        words = [form["click_trans_id"], form["service_id"], keys.secret_key.get_secret_value()]
        words += [form["merchant_trans_id"], form.get("merchant_prepare_id", "")]
        words += [form["amount"], form["action"], form["sign_time"]]
        if hashlib.md5("".join(words).encode()).hexdigest() != form["sign_string"]:
            return -1, None
        order = form["merchant_trans_id"]
        if order not in self.prices:
            return -5, None
        if step == "complete":
            row = self.click.get(int(form["merchant_prepare_id"]))
            if row is None or row["order"] != order:
                return -6, None
            if int(form["error"]) < 0 or row["state"] < 0:
                row["state"] = min(row["state"], -1) if row["state"] != 2 else 2
                return -9, None
            if float(form["amount"]) != self.prices[order]:
                return -2, None
            if row["state"] == 2:
                return -4, row["id"]
            row["state"] = 2
            self.paid[order] = "click"
            return 0, row["id"]
        if float(form["amount"]) != self.prices[order]:
            return -2, None
        if order in self.paid:
            return -4, None
        number = len(self.click) + 1
        self.click[number] = {"id": number, "order": order, "state": 1}
        return 0, number

    async def take_event(self, request: web.Request) -> web.Response:
        raw = await request.read()
        self.raw.append((request.match_info["name"], raw, dict(request.headers)))
        self.seen.append((request.match_info["name"], _read(raw)))
        async with self.arrived:
            self.arrived.notify_all()
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    async def wait_events(self, count: int) -> None:
        """Returns when `count` events have come in all."""
        async with asyncio.timeout(5), self.arrived:
            await self.arrived.wait_for(lambda: len(self.raw) >= count)


def _read(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        return None
