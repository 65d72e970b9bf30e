"""Payme as a client of the shop's Merchant API: JSON-RPC over POST with Basic auth, every change said twice.

Source: developer.help.paycom.uz, Merchant API and the sandbox's rules for repeats.
"""

import base64
import json
from typing import Any

from bot.merchants import PaymeKeys
from webapp.playground.rails.postman import Letter, Postman, Reply, Trace
from webapp.playground.shapes import Json
from webapp.playground.store import Store


class Refused(Exception):
    """The shop said no, or nothing that Payme understands: `code` and the words it gave."""

    def __init__(self, code: int, message: Any = "") -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


class Merchant:
    """The shop, called by Payme. Every call appends its steps to `trace`."""

    def __init__(self, postman: Postman, store: Store, keys: PaymeKeys) -> None:
        self.postman = postman
        self.store = store
        self.keys = keys

    async def call(self, trace: Trace, method: str, params: Json) -> Json:
        """One call → `result`. Raises Refused with the shop's code, or -31622/-31623 of Payme's own."""
        return read_result(trace, await self.postman.insist(trace, self.write(method, params)))

    async def call_twice(self, trace: Trace, method: str, params: Json) -> Json:
        """The call and its repeat; a repeat that differs by a byte is a warning."""
        letter = self.write(method, params)
        first = await self.postman.insist(trace, letter)
        result = read_result(trace, first)
        second = await self.postman.insist(trace, letter)
        if second.body != first.body:
            trace.warn(f"{method}: the repeat was answered differently")
        return result

    def write(self, method: str, params: Json, key: str | None = None) -> Letter:
        """The request; another `key` than the merchant's for the sandbox's first case."""
        secret = self.keys.key.get_secret_value() if key is None else key
        body: Json = {"method": method, "params": params, "id": self.store.next_number("payme_rpc")}
        token = base64.b64encode(f"{self.keys.login}:{secret}".encode()).decode()
        headers = {"Content-Type": "text/json; charset=UTF-8", "Authorization": f"Basic {token}"}
        return Letter("payme", method, "payme", json.dumps(body).encode(), headers, body)


def read_result(trace: Trace, reply: Reply) -> Json:
    """The `result` of an answer. Raises Refused."""
    if not reply.status:
        raise Refused(-31622, reply.problem)
    answer = reply.answer
    if reply.status != 200 or not isinstance(answer, dict):
        trace.warn(f"the shop answered HTTP {reply.status} or no JSON object; Payme takes it for -32400")
        raise Refused(-31623, "HTTP status must be 200 and the body JSON-RPC")
    error = answer.get("error")
    if isinstance(error, dict):
        _check_error(trace, error)
        raise Refused(int(error.get("code", 0)), error.get("message", ""))
    if not isinstance(answer.get("result"), dict):
        trace.warn("the answer holds neither `result` nor `error`")
        raise Refused(-31623, "no result")
    return dict(answer["result"])


def _check_error(trace: Trace, error: Json) -> None:
    """The rules for errors: a whole code, words in three languages, the field of a wrong account."""
    if not isinstance(error.get("code"), int):
        trace.warn("`error.code` must be a whole number")
    elif -31099 <= error["code"] <= -31050:
        words = error.get("message")
        if not isinstance(words, dict) or not {"ru", "uz", "en"} <= set(words):
            trace.warn("an account error must speak ru, uz and en")
        if not error.get("data"):
            trace.warn("an account error must name the field in `data`")
