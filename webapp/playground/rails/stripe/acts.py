"""What a buyer does on Stripe's pay page, and what the dashboard and the clock do to sessions and refunds."""

import time
from collections.abc import Awaitable, Callable

from bot.merchants import StripeKeys
from webapp.playground.errors import ControlError
from webapp.playground.rails.postman import Trace
from webapp.playground.rails.stripe.books import Books
from webapp.playground.rails.stripe.events import Events
from webapp.playground.rails.stripe.refunds import count_refunds, create_refund, settle_refund
from webapp.playground.rails.stripe.sessions import end_session
from webapp.playground.shapes import Json

CARD = {"type": "card", "card": {"brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2034}}


class Visit:
    """One visit to the pay page of a session. `delivery` is how its events travel: see CALLBACK_FAULTS."""

    def __init__(self, books: Books, events: Events, keys: StripeKeys, name: str, delivery: str = "") -> None:
        self.books = books
        self.events = events
        self.keys = keys
        self.name = name
        self.delivery = delivery
        self.trace = Trace()

    @property
    def session(self) -> Json:
        return self.books.objects[self.name]

    async def act(self, action: str) -> Json:
        """Plays an action → `{ok, status, message?, steps, warnings, return_url}`. Raises ControlError 422."""
        if action not in ACTIONS:
            raise ControlError(422, f"Unknown action {action!r} for Stripe; allowed: {', '.join(ACTIONS)}.")
        status = await ACTIONS[action](self)
        row = self.session
        paid = row["payment_status"] == "paid"
        link = row["success_url"].replace("{CHECKOUT_SESSION_ID}", row["id"]) if paid else row["cancel_url"]
        return {
            "ok": status not in ("refused", "expired") or action == "late",
            "status": status,
            "rail": "stripe",
            "session": row["id"],
            "payment_intent": row["payment_intent"],
            "steps": self.trace.steps,
            "warnings": self.trace.warnings,
            "return_url": link or "",
            "return_ms": 4_000,
        }

    async def emit(self, kind: str, row: Json) -> None:
        await self.events.emit(self.trace, self.keys, kind, row, self.delivery)

    async def pay(self) -> str:
        """A card is charged; a session that waits for its bank is settled instead."""
        row = self.session
        if row["status"] == "complete" and row["payment_status"] == "unpaid":
            return await self.settle("checkout.session.async_payment_succeeded")
        if row["status"] != "open":
            return self.refuse()
        intent = self.capture(self.begin())
        self.books.change(self.name, status="complete", payment_status="paid", url=None)
        await self.emit("payment_intent.succeeded", intent)
        await self.emit("checkout.session.completed", self.session)
        return "paid"

    def refuse(self) -> str:
        """The page of a session that is over takes nothing: Stripe itself stands before the shop here."""
        words = f"this Checkout Session is {self.session['status']}: no money was taken"
        self.trace.steps.append({"call": "pay page", "sent": {}, "status": 400, "answer": words, "note": words})
        return "expired" if self.session["status"] == "expired" else "refused"

    def begin(self) -> Json:
        """The payment intent of this session, made at the first attempt."""
        row = self.session
        if row["payment_intent"]:
            return self.books.objects[row["payment_intent"]]
        intent = self.books.add(
            "payment_intent",
            amount=row["amount_total"],
            amount_received=0,
            currency=row["currency"],
            status="requires_payment_method",
            latest_charge=None,
            metadata=row["_intent_metadata"],
            last_payment_error=None,
            payment_method_types=["card"],
        )
        details = {"email": row["customer_email"] or "buyer@example.com", "name": None, "phone": None}
        self.books.change(self.name, payment_intent=intent["id"], customer_details=details)
        return intent

    def capture(self, intent: Json) -> Json:
        amount = intent["amount"]
        charge = self.books.add(
            "charge",
            amount=amount,
            amount_captured=amount,
            amount_refunded=0,
            refunded=False,
            captured=True,
            currency=intent["currency"],
            payment_intent=intent["id"],
            paid=True,
            status="succeeded",
            metadata=intent["metadata"],
            payment_method_details=CARD,
        )
        return self.books.change(intent["id"], status="succeeded", amount_received=amount, latest_charge=charge["id"])

    async def settle(self, kind: str) -> str:
        """The bank's answer to a payment that was under way."""
        intent = self.books.objects[self.session["payment_intent"]]
        if kind.endswith("succeeded"):
            self.capture(intent)
            self.books.change(self.name, payment_status="paid")
        else:
            self.books.change(intent["id"], status="requires_payment_method")
        await self.emit(kind, self.session)
        return "paid" if kind.endswith("succeeded") else "failed"


async def _decline(visit: Visit) -> str:
    """The card is refused; the session stays open for another."""
    row = visit.session
    if row["status"] == "complete" and row["payment_status"] == "unpaid":
        return await visit.settle("checkout.session.async_payment_failed")
    if row["status"] != "open":
        return visit.refuse()
    error = {"type": "card_error", "code": "card_declined", "message": "Your card was declined."}
    intent = visit.books.change(visit.begin()["id"], last_payment_error=error)
    await visit.emit("payment_intent.payment_failed", intent)
    return "declined"


async def _cancel(visit: Visit) -> str:
    """Back to the shop before paying; once paid, a full refund from the dashboard."""
    row = visit.session
    if row["payment_status"] != "paid":
        return "left"
    refund = create_refund(visit.books, {"payment_intent": row["payment_intent"]})
    await tell_refund(visit.events, visit.trace, visit.keys, refund)
    return "refunded"


async def _pay_twice(visit: Visit) -> str:
    """Pays, tries once more at the closed page, and the event of the payment comes again."""
    status = await visit.pay() if visit.session["payment_status"] != "paid" else "paid"
    visit.refuse()
    for event in visit.books.of_kind("event"):
        about = event["data"]["object"]["id"]
        if event["type"] == "checkout.session.completed" and about == visit.name:
            await visit.events.send(visit.trace, visit.keys, event)
    return status


async def _come_late(visit: Visit) -> str:
    """The session's time runs out first: it expires, and its page takes nothing."""
    if visit.session["status"] == "open":
        await expire(visit.events, visit.trace, visit.keys, visit.session)
    return await visit.pay()


async def _hold(visit: Visit) -> str:
    """A bank transfer is begun: the session is complete and unpaid until `pay` or `decline` settles it."""
    if visit.session["status"] != "open":
        return visit.refuse()
    visit.books.change(visit.begin()["id"], status="processing")
    visit.books.change(visit.name, status="complete", url=None)
    await visit.emit("checkout.session.completed", visit.session)
    return "processing"


async def _pay_later(visit: Visit) -> str:
    status = await _hold(visit)
    return await visit.pay() if status == "processing" else status


async def _fail_later(visit: Visit) -> str:
    status = await _hold(visit)
    return await _decline(visit) if status == "processing" else status


async def _leave(visit: Visit) -> str:
    return "left"


ACTIONS: dict[str, Callable[[Visit], Awaitable[str]]] = {
    "pay": Visit.pay,
    "decline": _decline,
    "cancel": _cancel,
    "refund": _cancel,
    "pay_twice": _pay_twice,
    "late": _come_late,
    "hold": _hold,
    "async": _pay_later,
    "async_fail": _fail_later,
    "leave": _leave,
}


async def expire(events: Events, trace: Trace, keys: StripeKeys, row: Json) -> Json:
    """Expires an open session and tells the shop. Raises StripeError."""
    row = end_session(events.books, row)
    await events.emit(trace, keys, "checkout.session.expired", row)
    return row


async def expire_due(events: Events, keys: StripeKeys) -> None:
    """Expires every open session whose time is over."""
    for row in events.books.of_kind("checkout.session"):
        if row["status"] == "open" and row["expires_at"] <= time.time():
            await expire(events, Trace(), keys, row)


async def tell_refund(events: Events, trace: Trace, keys: StripeKeys, refund: Json) -> None:
    """The events of a new refund, and the end of one that the bank sends back."""
    charge = events.books.objects[refund["charge"]]
    await events.emit(trace, keys, "refund.created", refund)
    await events.emit(trace, keys, "charge.refunded", charge)
    if events.books.refund_mode == "failed" and refund["status"] == "pending":
        await end_refund(events, trace, keys, refund["id"], "failed")


async def end_refund(events: Events, trace: Trace, keys: StripeKeys, name: str, status: str) -> Json:
    """A pending refund succeeds or fails → the refund. Raises StripeError."""
    refund = settle_refund(events.books, name, status)
    count_refunds(events.books, refund["charge"])
    await events.emit(trace, keys, "refund.updated", refund)
    if status == "failed":
        await events.emit(trace, keys, "refund.failed", refund)
    return refund
