"""Click's Merchant API, called by the shop: status, status by order, reversal, invoices, fiscal data.

Source: docs.click.uz, Merchant API. Payments that are not there are answered with 404 and `error_code` -404.
"""

import hashlib
import hmac
import re
import time
from decimal import Decimal

from aiohttp import web

from bot.merchants import ClickKeys, click_keys
from webapp.playground.rails.click import books as kept
from webapp.playground.rails.click.fiscal import judge_items
from webapp.playground.rails.click.link import AMOUNT
from webapp.playground.rails.hindrance import hinder
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()
BASE = "/click/v2/merchant"
CLOCK_SECONDS = 300
PHONE = re.compile(r"\+?998\d{9}")
STATUS_NOTES = {0: "created", 1: "processing", 2: "successful"}


class ApiFailure(Exception):
    """An error answer: HTTP status, `error_code` and `error_note`."""

    def __init__(self, status: int, code: int, note: str) -> None:
        super().__init__(note)
        self.status, self.code, self.note = status, code, note


@routes.route("*", BASE + "/{tail:.+}")
async def answer_call(request: web.Request) -> web.StreamResponse:
    """One call, faults included; their `method` is the path's first two words, such as `payment/status`."""
    words = request.match_info["tail"].split("/")
    name = "/".join(words[:3] if words[:2] == ["payment", "ofd_data"] and len(words) == 3 else words[:2])

    async def play() -> web.Response:
        try:
            return web.json_response({"error_code": 0, "error_note": "Success", **await _answer(request, words)})
        except ApiFailure as failure:
            told = {"error_code": failure.code, "error_note": failure.note}
            return web.json_response(told, status=failure.status)

    return await hinder(request, request.app[WORLD].faults, "click", name, play)


async def _answer(request: web.Request, words: list[str]) -> Json:
    world = request.app[WORLD]
    keys = click_keys(world.settings)
    if keys is None:
        raise ApiFailure(404, -404, "Click is not set up")
    check_auth(request.headers.get("Auth", ""), keys)
    if "json" not in request.headers.get("Accept", "application/json"):
        raise ApiFailure(406, -406, "Accept must be application/json")
    body = await _read_body(request)
    match request.method, words:
        case "POST", ["invoice", "create"]:
            return create_invoice(world, keys, body)
        case "GET", ["invoice", "status", service, number]:
            return show_invoice(world, _own(keys, service), number)
        case "GET", ["payment", "status", service, number]:
            return show_payment(_find(world, _own(keys, service), number))
        case "GET", ["payment", "status_by_mti", service, order, day]:
            _own(keys, service)
            return find_by_order(world, order, day)
        case "DELETE", ["payment", "reversal", service, number]:
            return reverse(world, _find(world, _own(keys, service), number))
        case "POST", ["payment", "ofd_data", "submit_items"]:
            row = _find(world, _own(keys, str(body.get("service_id"))), str(body.get("payment_id")))
            return submit_items(world, row, body)
        case "POST", ["payment", "ofd_data", "submit_qrcode"]:
            row = _find(world, _own(keys, str(body.get("service_id"))), str(body.get("payment_id")))
            return submit_qrcode(world, row, body)
        case "GET", ["payment", "ofd_data", service, number]:
            row = _find(world, _own(keys, service), number)
            return {"paymentId": row["payment_id"], "qrCodeURL": row["qrcode"]}
    raise ApiFailure(404, -404, f"{request.method} {'/'.join(words)} is not played here")


def check_auth(header: str, keys: ClickKeys) -> None:
    """`merchant_user_id:sha1(timestamp + secret):timestamp`, five minutes fresh. Raises ApiFailure 401."""
    user, _, rest = header.partition(":")
    digest, _, moment = rest.partition(":")
    if user != keys.merchant_user_id or not re.fullmatch(r"\d{10}", moment):
        raise ApiFailure(401, -401, "Auth must be merchant_user_id:digest:timestamp")
    expected = hashlib.sha1((moment + keys.secret_key.get_secret_value()).encode()).hexdigest()
    if not hmac.compare_digest(digest, expected):
        raise ApiFailure(401, -401, "Wrong digest")
    if abs(time.time() - int(moment)) > CLOCK_SECONDS:
        raise ApiFailure(401, -401, "The timestamp is too far from now")


def show_payment(row: Json) -> Json:
    status = row["status"]
    note = STATUS_NOTES.get(status, "cancelled")
    return {"payment_id": row["payment_id"], "payment_status": status, "payment_status_note": note}


def find_by_order(world: World, order: str, day: str) -> Json:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise ApiFailure(400, -400, "The date must be YYYY-MM-DD")
    row = world.rails.click.of_day(order, day)
    if row is None:
        raise ApiFailure(404, -404, "Payment not found")
    return {"merchant_trans_id": order, **show_payment(row)}


def reverse(world: World, row: Json) -> Json:
    """Full reversal only, of a successful payment of the current reporting month."""
    if row["status"] == kept.REVERSED:
        raise ApiFailure(410, -410, "The payment is reversed already")
    if row["status"] != kept.SUCCESSFUL:
        raise ApiFailure(400, -400, "Only a successful payment can be reversed")
    if not kept.may_reverse(row):
        raise ApiFailure(403, -403, "The reporting month is closed")
    world.rails.click.change(row, status=kept.REVERSED)
    return {"payment_id": row["payment_id"]}


def create_invoice(world: World, keys: ClickKeys, body: Json) -> Json:
    _own(keys, str(body.get("service_id")))
    amount, phone = body.get("amount"), str(body.get("phone_number") or "")
    if isinstance(amount, bool) or not isinstance(amount, (int, float, str)):
        raise ApiFailure(400, -400, "amount is required, in so'm")
    if not AMOUNT.fullmatch(str(amount)) or Decimal(str(amount)) <= 0:
        raise ApiFailure(400, -400, "amount must be positive, with two decimals at most")
    if not PHONE.fullmatch(phone) or not body.get("merchant_trans_id"):
        raise ApiFailure(400, -400, "phone_number and merchant_trans_id are required")
    row = world.rails.click.bill(str(body["merchant_trans_id"]), str(amount), phone)
    return {"invoice_id": row["invoice_id"]}


def show_invoice(world: World, service: str, number: str) -> Json:
    row = world.rails.click.invoices.get(number)
    if row is None:
        raise ApiFailure(404, -404, "Invoice not found")
    paid = world.rails.click.of_order(row["mti"], kept.SUCCESSFUL) is not None
    return {"invoice_id": row["invoice_id"], "invoice_status": 1 if paid else row["status"]}


def submit_items(world: World, row: Json, body: Json) -> Json:
    """Fiscal lines of a successful payment; the totals must come to what was paid, in tiyin."""
    if row["status"] not in (kept.SUCCESSFUL, kept.REVERSED):
        raise ApiFailure(400, -400, "The payment is not successful")
    problem = judge_items(body, int(Decimal(row["amount"]) * 100))
    if problem:
        raise ApiFailure(400, -400, problem)
    link = f"https://ofd.example/epi?t=EZ000000000000&r={row['payment_id']}&c={int(row['date'])}&s=000000000000"
    received = {key: body[key] for key in ("received_ecash", "received_cash", "received_card")}
    world.rails.click.change(row, ofd_items=body["items"], ofd_received=received, qrcode=row["qrcode"] or link)
    return {}


def submit_qrcode(world: World, row: Json, body: Json) -> Json:
    if not str(body.get("qrcode") or "").startswith("https://"):
        raise ApiFailure(400, -400, "qrcode must be an address")
    world.rails.click.change(row, qrcode=str(body["qrcode"]))
    return {}


def _own(keys: ClickKeys, service: str) -> str:
    if service != keys.service_id:
        raise ApiFailure(403, -403, "This service is not yours")
    return service


def _find(world: World, service: str, number: str) -> Json:
    row = world.rails.click.payments.get(number)
    if row is None:
        raise ApiFailure(404, -404, "Payment not found")
    return row


async def _read_body(request: web.Request) -> Json:
    if request.method != "POST":
        return {}
    if request.content_type != "application/json":
        raise ApiFailure(400, -400, "Content-Type must be application/json")
    try:
        body = await request.json()
    except ValueError:
        raise ApiFailure(400, -400, "The body is not JSON") from None
    if not isinstance(body, dict):
        raise ApiFailure(400, -400, "The body must be an object")
    return body
