"""Invoices, checkout answers, refunds and the bot's Stars."""

import re

from aiogram.methods import (
    AnswerPreCheckoutQuery,
    AnswerShippingQuery,
    CreateInvoiceLink,
    GetMyStarBalance,
    GetStarTransactions,
    RefundStarPayment,
    SendInvoice,
)

from bot.merchants import provider_token
from webapp.playground.calls import Call
from webapp.playground.currencies import fits_limits
from webapp.playground.delivery import deliver, open_chat
from webapp.playground.errors import bad_request
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

MOST_STARS = 25_000
CURRENCY = re.compile(r"[A-Z]{3}")
WISHES = ("need_name", "need_phone_number", "need_email", "need_shipping_address", "is_flexible")


@plays(SendInvoice)
async def send_invoice(world: World, call: Call) -> Json:
    chat_id, invoice = open_chat(world, call), read_invoice(world, call)
    shown = {
        "title": invoice["title"],
        "description": invoice["description"],
        "start_parameter": call.get("start_parameter", ""),
        "currency": invoice["currency"],
        "total_amount": invoice["amount"],
    }
    if not (call.get("reply_markup") or {}).get("inline_keyboard"):
        call.values["reply_markup"] = {"inline_keyboard": [[{"text": _pay_label(invoice), "pay": True}]]}
    return deliver(world, call, chat_id, payable=True, invoice=shown, _invoice=invoice)


@plays(CreateInvoiceLink)
async def create_link(world: World, call: Call) -> str:
    slug = world.payments.make_link(read_invoice(world, call))
    return f"{world.settings.playground_url}/pay/{slug}"


@plays(AnswerPreCheckoutQuery)
async def answer_checkout(world: World, call: Call) -> bool:
    if not call["ok"] and not str(call.get("error_message") or "").strip():
        raise bad_request("error message is empty")
    answer = {"ok": call["ok"], "error_message": call.get("error_message")}
    world.payments.reply(call["pre_checkout_query_id"], answer)
    return True


@plays(AnswerShippingQuery)
async def answer_shipping(world: World, call: Call) -> bool:
    if call["ok"] and not call.get("shipping_options"):
        raise bad_request("SHIPPING_OPTIONS_EMPTY")
    if call["ok"]:
        _check_options(call["shipping_options"])
    if not call["ok"] and not call.get("error_message"):
        raise bad_request("error message is empty")
    world.payments.reply(call["shipping_query_id"], dict(call.values))
    return True


@plays(RefundStarPayment)
async def refund_stars(world: World, call: Call) -> bool:
    world.payments.refund(int(call["user_id"]), call["telegram_payment_charge_id"], world.bot)
    return True


@plays(GetStarTransactions)
async def get_transactions(world: World, call: Call) -> Json:
    offset, limit = int(call.get("offset", 0)), min(max(int(call.get("limit", 100)), 1), 100)
    return {"transactions": world.payments.transactions()[offset : offset + limit]}


@plays(GetMyStarBalance)
async def get_balance(world: World, call: Call) -> Json:
    return {"amount": world.payments.balance()}


def read_invoice(world: World, call: Call) -> Json:
    """The invoice of a call, judged → its fields plus `amount`. Raises ApiError."""
    title, description, payload = (str(call[key]) for key in ("title", "description", "payload"))
    if not 1 <= len(title.strip()) <= 32:
        raise bad_request("invoice title must be 1-32 characters long")
    if not 1 <= len(description.strip()) <= 255:
        raise bad_request("invoice description must be 1-255 characters long")
    if not 1 <= len(payload.encode()) <= 128:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    currency, prices = str(call["currency"]), call["prices"]
    amount = sum(int(price["amount"]) for price in prices)
    if currency == "XTR":
        _check_stars(call, amount)
    else:
        _check_money(call, provider_token(world.settings), amount)
    wishes = {key: True for key in WISHES if call.get(key) and currency != "XTR"}
    picture = {"photo_url": call["photo_url"]} if call.get("photo_url") else {}
    return {
        "title": title,
        "description": description,
        "payload": payload,
        "currency": currency,
        "prices": prices,
        "amount": amount,
        **wishes,
        **picture,
    }


def _check_stars(call: Call, amount: int) -> None:
    if call.get("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    if len(call["prices"]) != 1 or not 1 <= amount <= MOST_STARS:
        raise bad_request("STARS_INVOICE_INVALID")


def _check_money(call: Call, token: str, amount: int) -> None:
    if not CURRENCY.fullmatch(str(call["currency"])):
        raise bad_request("CURRENCY_INVALID")
    if not token or call.get("provider_token") != token:
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    if any(not str(price.get("label") or "").strip() for price in call["prices"]):
        raise bad_request("INVOICE_PRICE_LABEL_EMPTY")
    if not call["prices"] or not fits_limits(str(call["currency"]), amount):
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    _check_tips(call)


def _check_tips(call: Call) -> None:
    """At most four tips, growing, none above the largest allowed."""
    tips, most = call.get("suggested_tip_amounts") or [], int(call.get("max_tip_amount") or 0)
    if len(tips) > 4 or any(tip <= 0 or tip > most for tip in tips) or tips != sorted(set(tips)):
        raise bad_request("TIP_AMOUNTS_INVALID")


def _check_options(options: list[Json]) -> None:
    ids = [str(option.get("id") or "") for option in options]
    if not all(ids) or len(set(ids)) < len(ids):
        raise bad_request("SHIPPING_ID_DUPLICATE")
    if any(not option.get("prices") or not str(option.get("title") or "").strip() for option in options):
        raise bad_request("SHIPPING_OPTION_INVALID")


def _pay_label(invoice: Json) -> str:
    if invoice["currency"] == "XTR":
        return f"Pay ⭐️{invoice['amount']}"
    return f"Pay {invoice['amount'] / 100:,.2f} {invoice['currency']}"
