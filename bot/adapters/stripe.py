"""Stripe through its official library: Checkout Sessions, refunds and signed events.

Only here so'm become Stripe's minor units; the API version is the library's own.
https://docs.stripe.com/api/checkout/sessions, https://docs.stripe.com/webhooks/signature
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import stripe
from aiohttp import ClientTimeout
from stripe import AIOHTTPClient, StripeClient

from bot.errors import Unavailable
from bot.merchants import StripeKeys

log = logging.getLogger("stario.stripe")
logging.getLogger("stripe").setLevel(logging.WARNING)

CURRENCY = "uzs"
TOLERANCE = 300  # seconds an event's signature holds
_MINOR = 100  # UZS is not among Stripe's zero-decimal currencies
_PATIENCE = ClientTimeout(total=20)
_PAGE = 100
_LANGUAGES = {"ru": "ru", "en": "en"}  # Stripe's pages speak no Uzbek
T = TypeVar("T")


class StripeRefused(Exception):
    """Stripe says no to what was asked, and would again; `code` is its own word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BadEvent(ValueError):
    """An event that Stripe did not sign, or signed too long ago, or that is no event at all."""


@dataclass(frozen=True)
class Line:
    """One line of a pay page; `amount_uzs` is the whole line."""

    name: str
    amount_uzs: int


@dataclass(frozen=True)
class NewSession:
    """A pay page to open. `key` makes asking again harmless; `attempt` and `number` come back in events."""

    key: str
    attempt: str
    number: str
    lines: Sequence[Line]
    language: str
    success_url: str
    cancel_url: str
    expires_at: datetime


@dataclass(frozen=True)
class Session:
    """A Checkout Session as it stands at Stripe: `status` open, complete or expired; `paid` only with the money.

    `amount_uzs` is None where the amount is no whole so'm, or another currency. `intent` is the payment's own id.
    """

    id: str
    status: str
    paid: bool
    amount_uzs: int | None
    attempt: str
    number: str
    intent: str
    intent_status: str
    url: str
    created: int


@dataclass(frozen=True)
class StripeRefund:
    """A refund at Stripe: `status` pending, requires_action, succeeded, failed or canceled; `ours` is our id of it."""

    id: str
    status: str
    amount_uzs: int | None
    intent: str
    ours: str
    failure: str
    created: int


@dataclass(frozen=True)
class StripeEvent:
    """What an event is about: `object_id` of an `object_kind`; its body is not believed, the thing is fetched."""

    id: str
    type: str
    object_kind: str
    object_id: str
    intent: str


def to_minor(amount_uzs: int) -> int:
    return amount_uzs * _MINOR


def from_minor(amount: int | None, currency: str | None) -> int | None:
    """Whole so'm; None for what is not a whole number of so'm."""
    if amount is None or (currency or "").lower() != CURRENCY or amount % _MINOR:
        return None
    return amount // _MINOR


def read_event(keys: StripeKeys, body: bytes, signature: str | None) -> StripeEvent:
    """The event in a raw body. Raises BadEvent."""
    secret = keys.webhook_secret.get_secret_value()
    try:
        event = stripe.Webhook.construct_event(body, signature, secret, TOLERANCE)
        thing = event.to_dict()["data"]["object"]
        return StripeEvent(
            str(event.id),
            str(event.type),
            str(thing["object"]),
            str(thing.get("id") or ""),
            _id_of(thing.get("payment_intent")),
        )
    except (stripe.SignatureVerificationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadEvent(type(error).__name__) from error


class StripeRail:
    """Calls to one Stripe account. Raises StripeRefused for a no, Unavailable when Stripe does not answer."""

    def __init__(self, client: StripeClient) -> None:
        self._client = client

    async def create_session(self, wanted: NewSession) -> Session:
        """Opens a pay page; the same `key` with the same content gives the same page."""
        about = {"order": wanted.number, "attempt": wanted.attempt}
        params: dict[str, Any] = {
            "mode": "payment",
            "line_items": [_line_item(line) for line in wanted.lines],
            "success_url": wanted.success_url,
            "cancel_url": wanted.cancel_url,
            "client_reference_id": wanted.number,
            "metadata": about,
            "payment_intent_data": {"metadata": about},
            "locale": _LANGUAGES.get(wanted.language, "auto"),
            "expires_at": int(wanted.expires_at.timestamp()),
        }
        return _session(
            await _ask(self._client.v1.checkout.sessions.create_async, params, {"idempotency_key": wanted.key})
        )

    async def get_session(self, session_id: str) -> Session:
        get = self._client.v1.checkout.sessions.retrieve_async
        return _session(await _ask(get, session_id, {"expand": ["payment_intent"]}))

    async def expire_session(self, session_id: str) -> Session:
        """Closes an open page; one that is not open is told as it stands."""
        try:
            return _session(await _ask(self._client.v1.checkout.sessions.expire_async, session_id))
        except StripeRefused:
            return await self.get_session(session_id)

    async def list_sessions(self, since: datetime, until: datetime) -> list[Session]:
        """Every session that was opened in this time."""
        params = {"created": _between(since, until), "limit": _PAGE, "expand": ["data.payment_intent"]}
        pages = await _ask(self._client.v1.checkout.sessions.list_async, params)
        return [_session(item) async for item in pages.auto_paging_iter()]

    async def create_refund(self, intent: str, amount_uzs: int, ours: str) -> StripeRefund:
        params = {"payment_intent": intent, "amount": to_minor(amount_uzs), "metadata": {"refund": ours}}
        key = {"idempotency_key": f"refund:{ours}"}
        return _refund(await _ask(self._client.v1.refunds.create_async, params, key))

    async def get_refund(self, refund_id: str) -> StripeRefund:
        return _refund(await _ask(self._client.v1.refunds.retrieve_async, refund_id))

    async def list_refunds(self, intent: str) -> list[StripeRefund]:
        """Every refund of one payment, also those a person made in Stripe's dashboard."""
        params = {"payment_intent": intent, "limit": _PAGE}
        pages = await _ask(self._client.v1.refunds.list_async, params)
        return [_refund(item) async for item in pages.auto_paging_iter()]

    async def list_refunds_between(self, since: datetime, until: datetime) -> list[StripeRefund]:
        """Every refund that was made in this time."""
        params = {"created": _between(since, until), "limit": _PAGE}
        pages = await _ask(self._client.v1.refunds.list_async, params)
        return [_refund(item) async for item in pages.auto_paging_iter()]


@asynccontextmanager
async def open_stripe(keys: StripeKeys) -> AsyncIterator[StripeRail]:
    http = AIOHTTPClient(timeout=_PATIENCE)
    client = StripeClient(
        keys.secret_key.get_secret_value(),
        base_addresses={"api": keys.api_base},
        max_network_retries=2,
        http_client=http,
    )
    try:
        yield StripeRail(client)
    finally:
        await http.close_async()  # type: ignore[no-untyped-call]


async def _ask(call: Callable[..., Awaitable[T]], *arguments: Any) -> T:
    try:
        return await call(*arguments)
    except (stripe.InvalidRequestError, stripe.IdempotencyError, stripe.CardError) as error:
        log.warning("Stripe refused: %s %s", error.code, error.param if hasattr(error, "param") else "")
        raise StripeRefused(str(error.code or type(error).__name__)) from error
    except stripe.StripeError as error:
        log.warning("Stripe is away: %s", type(error).__name__)
        raise Unavailable("ops-rail-away") from error


def _line_item(line: Line) -> dict[str, Any]:
    price = {"currency": CURRENCY, "product_data": {"name": line.name[:250]}, "unit_amount": to_minor(line.amount_uzs)}
    return {"price_data": price, "quantity": 1}


def _between(since: datetime, until: datetime) -> dict[str, int]:
    return {"gte": int(since.timestamp()), "lte": int(until.timestamp())}


def _id_of(thing: Any) -> str:
    """The id of what may be expanded, a bare id, or missing."""
    if thing is None or isinstance(thing, str):
        return thing or ""
    return str(thing["id"])


def _session(thing: stripe.StripeObject) -> Session:
    found: dict[str, Any] = thing.to_dict()
    intent = found.get("payment_intent")
    about = found.get("metadata") or {}
    return Session(
        id=str(found["id"]),
        status=str(found.get("status") or ""),
        paid=found.get("payment_status") == "paid",
        amount_uzs=from_minor(found.get("amount_total"), found.get("currency")),
        attempt=str(about.get("attempt") or ""),
        number=str(found.get("client_reference_id") or about.get("order") or ""),
        intent=_id_of(intent),
        intent_status="" if intent is None or isinstance(intent, str) else str(intent.get("status") or ""),
        url=str(found.get("url") or ""),
        created=int(found.get("created") or 0),
    )


def _refund(thing: stripe.StripeObject) -> StripeRefund:
    found: dict[str, Any] = thing.to_dict()
    return StripeRefund(
        id=str(found["id"]),
        status=str(found.get("status") or ""),
        amount_uzs=from_minor(found.get("amount"), found.get("currency")),
        intent=_id_of(found.get("payment_intent")),
        ours=str((found.get("metadata") or {}).get("refund") or ""),
        failure=str(found.get("failure_reason") or ""),
        created=int(found.get("created") or 0),
    )
