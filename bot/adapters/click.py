"""Click's Merchant API: how a payment stands, sending it back whole, and its fiscal lines.

Source: docs.click.uz, Merchant API.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.adapters.click_wire import auth_header
from bot.errors import Unavailable
from bot.merchants import ClickKeys

_PATIENCE = ClientTimeout(total=20)
_GONE = 404
SUCCESSFUL = 2  # payment_status; below zero: ended without payment, or reversed
Json = dict[str, Any]


class ClickRefused(Exception):
    """Click understood and would not: its HTTP status, code and note."""

    def __init__(self, status: int, code: int, note: str) -> None:
        super().__init__(f"HTTP {status}, error {code}: {note}"[:200])
        self.status, self.code = status, code


@dataclass(frozen=True)
class ClickPayment:
    """A payment as Click holds it."""

    payment_id: str
    status: int

    @property
    def is_paid(self) -> bool:
        return self.status == SUCCESSFUL

    @property
    def is_over(self) -> bool:
        return self.status < 0


class ClickApi:
    """Calls of one service. Each raises ClickRefused, or Unavailable where Click does not answer."""

    def __init__(self, keys: ClickKeys, http: ClientSession) -> None:
        self.keys, self.http = keys, http

    async def get_payment(self, payment_id: str) -> ClickPayment | None:
        """None where Click knows no such payment."""
        return await self._read(f"payment/status/{self.keys.service_id}/{payment_id}", payment_id)

    async def find_payment(self, number: str, day: str) -> ClickPayment | None:
        """The payment of an order on a day (`YYYY-MM-DD`, Tashkent)."""
        return await self._read(f"payment/status_by_mti/{self.keys.service_id}/{number}/{day}")

    async def reverse(self, payment_id: str) -> None:
        """Sends a payment back, whole; only in the month it was made in."""
        await self._call("DELETE", f"payment/reversal/{self.keys.service_id}/{payment_id}")

    async def submit_items(self, payment_id: str, items: list[Json], amount_tiyin: int) -> None:
        """Fiscal lines of a payment, all of it taken electronically."""
        body = {
            "service_id": int(self.keys.service_id),
            "payment_id": int(payment_id),
            "items": items,
            "received_ecash": amount_tiyin,
            "received_cash": 0,
            "received_card": 0,
        }
        await self._call("POST", "payment/ofd_data/submit_items", body)

    async def get_receipt(self, payment_id: str) -> str:
        """The address behind the receipt's QR code; "" until there is one."""
        try:
            told = await self._call("GET", f"payment/ofd_data/{self.keys.service_id}/{payment_id}")
        except ClickRefused as refused:
            if refused.status == _GONE:
                return ""
            raise
        return str(told.get("qrCodeURL") or "")

    async def _read(self, path: str, payment_id: str = "") -> ClickPayment | None:
        try:
            told = await self._call("GET", path)
        except ClickRefused as refused:
            if refused.status == _GONE:
                return None
            raise
        status = told.get("payment_status")
        if not isinstance(status, int):
            return None
        return ClickPayment(str(told.get("payment_id") or payment_id), status)

    async def _call(self, method: str, path: str, body: Json | None = None) -> Json:
        headers = {"Auth": auth_header(self.keys, int(time.time())), "Accept": "application/json"}
        try:
            async with self.http.request(method, f"{self.keys.api_base}/{path}", json=body, headers=headers) as answer:
                told = await answer.json(content_type=None)
                status = answer.status
        except (ClientError, TimeoutError, ValueError) as error:
            raise Unavailable("click-away") from error
        if status >= 500 or status == 429 or not isinstance(told, dict):
            raise Unavailable("click-away")
        code = told.get("error_code", 0)
        if status >= 400 or code != 0:
            raise ClickRefused(status, code if isinstance(code, int) else -1, str(told.get("error_note", "")))
        return told


@asynccontextmanager
async def open_click(keys: ClickKeys) -> AsyncIterator[ClickApi]:
    async with ClientSession(timeout=_PATIENCE) as http:
        yield ClickApi(keys, http)
