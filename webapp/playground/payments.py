"""Paying: invoices, the ten seconds of the pre-checkout, Stars balances, charges and refunds."""

import asyncio
import secrets
import time
from typing import Any

from webapp.playground.bot_profile import BotProfile
from webapp.playground.clicks import TOO_OLD
from webapp.playground.errors import ControlError, bad_request
from webapp.playground.hub import Hub
from webapp.playground.messages import Messages
from webapp.playground.people import People
from webapp.playground.shapes import Json
from webapp.playground.store import Store
from webapp.playground.updates import Updates

CHECKOUT_SECONDS = 10.0
NO_ANSWER = "The bot did not answer the payment in time. No Stars were taken."
CARD_REFUSED = "The provider refused the card."
NO_STARS = "Not enough Stars on the balance."


class Payments:
    """An invoice is the body of sendInvoice plus `{amount, currency}`; a charge is what one payment made.

    As in Telegram the same invoice can be paid again: refusing that is the bot's business.
    """

    def __init__(self, store: Store, hub: Hub, people: People, messages: Messages, updates: Updates) -> None:
        self.store = store
        self.hub = hub
        self.people = people
        self.messages = messages
        self.updates = updates
        self.links: dict[str, Json] = dict(store.load("invoice"))
        self.charges: dict[str, Json] = dict(store.load("charge"))
        self.queries: dict[str, asyncio.Future[Json]] = {}

    def make_link(self, invoice: Json) -> str:
        """Keeps an invoice and returns its slug."""
        slug = secrets.token_urlsafe(12)
        self.links[slug] = invoice
        self.store.put("invoice", slug, invoice)
        return slug

    async def pay(
        self, person: Json, invoice: Json, chat_id: int, reply_to: Json | None = None, wishes: Json | None = None
    ) -> Json:
        """Pays → `{ok, status, message?, telegram_payment_charge_id?, stars}`.

        `status` is paid, declined (with the bot's words), timeout, insufficient_stars, or failed for a card that the
        provider refuses. `wishes` are `{shipping_option_id?, action?}`: which way of shipping (the first where none
        is named), and `decline` for a card that is refused once the bot has agreed. Raises ControlError 422.
        """
        wishes = wishes or {}
        user_id = person["user"]["id"]
        if invoice["currency"] == "XTR" and person["stars"] < invoice["amount"]:
            return self.outcome(user_id, "insufficient_stars", NO_STARS)
        details: Json = {}
        if invoice.get("is_flexible"):
            offer = await self.offer_shipping(person, invoice)
            if not offer["ok"]:
                return offer
            option = choose_option(offer["shipping_options"], wishes.get("shipping_option_id"))
            details["shipping_option_id"] = option["id"]
            invoice = {**invoice, "amount": invoice["amount"] + sum(p["amount"] for p in option["prices"])}
        details |= _order_info(person, invoice)
        answer = await self.ask("pre_checkout_query", person, {**_money(invoice), **details})
        if not answer or not answer.get("ok"):
            return self.outcome(user_id, *_refusal(answer))
        if invoice["currency"] == "XTR" and self.people.by_id[user_id]["stars"] < invoice["amount"]:
            return self.outcome(user_id, "insufficient_stars", NO_STARS)
        if wishes.get("action") == "decline":
            return self.outcome(user_id, "failed", CARD_REFUSED)
        return self.settle(person, invoice, chat_id, {**details, "reply_to": reply_to})

    async def offer_shipping(self, person: Json, invoice: Json) -> Json:
        """Asks the bot how it ships → `{ok, shipping_options}`, or the outcome of a refusal."""
        user_id = person["user"]["id"]
        answer = await self.ask("shipping_query", person, self.shipping(person, invoice))
        if not answer or not answer.get("ok"):
            return self.outcome(user_id, *_refusal(answer))
        return {"ok": True, "shipping_options": answer["shipping_options"]}

    def settle(self, person: Json, invoice: Json, chat_id: int, details: Json) -> Json:
        """Takes the money and tells the bot."""
        user_id = person["user"]["id"]
        stars = invoice["currency"] == "XTR"
        charge_id = ("stx" if stars else "") + secrets.token_urlsafe(24)
        if stars:
            self.people.change(user_id, stars=self.people.by_id[user_id]["stars"] - invoice["amount"])
        ids = {"telegram_payment_charge_id": charge_id, "provider_payment_charge_id": secrets.token_hex(10)}
        reply_to = details.pop("reply_to", None)
        paid = {**_money(invoice), **details, **ids}
        self.keep_charge(charge_id, {**paid, "user_id": user_id, "date": int(time.time()), "refunded": False})
        message = self.messages.add(chat_id, person["user"], reply_to_message=reply_to, successful_payment=paid)
        self.updates.push("message", message)
        return self.outcome(user_id, "paid", "", **ids)

    async def ask(self, kind: str, person: Json, body: Json) -> Json | None:
        """Puts a payment question to the bot; None when ten seconds pass."""
        query_id = str(secrets.randbelow(1 << 62))
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self.queries[query_id] = future
        self.updates.push(kind, {"id": query_id, "from": person["user"], **body})
        done, _ = await asyncio.wait([future], timeout=CHECKOUT_SECONDS)
        self.queries.pop(query_id, None)
        return future.result() if done else None

    def reply(self, query_id: str, answer: Json) -> None:
        """The bot answers a payment question. Raises ApiError when it is too late."""
        future = self.queries.get(query_id)
        if future is None or future.done():
            raise bad_request(TOO_OLD)
        future.set_result(answer)

    def shipping(self, person: Json, invoice: Json) -> Json:
        return {"invoice_payload": invoice["payload"], "shipping_address": ADDRESS}

    def outcome(self, user_id: int, status: str, words: str, **more: Any) -> Json:
        stars = self.people.by_id[user_id]["stars"]
        told = {"message": words} if words else {}
        return {"ok": status == "paid", "status": status, **told, **more, "stars": stars}

    def refund(self, user_id: int, charge_id: str, bot: BotProfile) -> None:
        """Gives Stars back. Raises ApiError CHARGE_ID_INVALID or CHARGE_ALREADY_REFUNDED."""
        charge = self.charges.get(charge_id)
        if charge is None or charge["user_id"] != user_id or charge["currency"] != "XTR":
            raise bad_request("CHARGE_ID_INVALID")
        if charge["refunded"]:
            raise bad_request("CHARGE_ALREADY_REFUNDED")
        self.keep_charge(charge_id, {**charge, "refunded": True, "refund_date": int(time.time())})
        self.people.change(user_id, stars=self.people.by_id[user_id]["stars"] + charge["total_amount"])
        kept = ("currency", "total_amount", "invoice_payload", "telegram_payment_charge_id")
        refunded = {key: charge[key] for key in kept}
        message = self.messages.add(user_id, bot.user, refunded_payment=refunded)
        self.updates.push("message", {**message, "from": self.people.by_id[user_id]["user"]})

    def keep_charge(self, charge_id: str, charge: Json) -> None:
        self.charges[charge_id] = charge
        self.store.put("charge", charge_id, charge)

    def transactions(self) -> list[Json]:
        """StarTransaction objects, newest first; a refund has the id of its payment, as in Telegram."""
        rows: list[Json] = []
        for charge_id, charge in self.charges.items():
            if charge["currency"] != "XTR":
                continue
            user = self.people.by_id[charge["user_id"]]["user"]
            partner = {"type": "user", "transaction_type": "invoice_payment", "user": user}
            partner["invoice_payload"] = charge["invoice_payload"]
            row = {"id": charge_id, "amount": charge["total_amount"], "date": charge["date"]}
            rows.append({**row, "source": partner})
            if charge["refunded"]:
                rows.append({**row, "date": charge["refund_date"], "receiver": partner})
        return rows[::-1]

    def balance(self) -> int:
        """Stars of the bot."""
        return sum(row["amount"] * (1 if "source" in row else -1) for row in self.transactions())


ADDRESS = {
    "country_code": "UZ",
    "state": "",
    "city": "Toshkent",
    "street_line1": "Navoiy koʻchasi, 1",
    "street_line2": "",
    "post_code": "100011",
}


def choose_option(options: list[Json], name: Any) -> Json:
    """The option with this id, the first where none is named. Raises ControlError 422."""
    found = [option for option in options if name in (None, option["id"])]
    if not found:
        offered = ", ".join(repr(option["id"]) for option in options)
        raise ControlError(422, f"The bot offers no shipping {name!r}; it offers: {offered}.")
    return found[0]


def _money(invoice: Json) -> Json:
    """The fields that name money in queries and payments."""
    return {"currency": invoice["currency"], "total_amount": invoice["amount"], "invoice_payload": invoice["payload"]}


def _order_info(person: Json, invoice: Json) -> Json:
    wanted = {
        "need_name": ("name", person["user"]["first_name"]),
        "need_phone_number": ("phone_number", "998901234567"),
        "need_email": ("email", f"user{person['user']['id']}@example.com"),
        "need_shipping_address": ("shipping_address", ADDRESS),
    }
    info = {} if invoice["currency"] == "XTR" else {v[0]: v[1] for k, v in wanted.items() if invoice.get(k)}
    return {"order_info": info} if info else {}


def _refusal(answer: Json | None) -> tuple[str, str]:
    if answer is None:
        return "timeout", NO_ANSWER
    return "declined", str(answer.get("error_message", ""))
