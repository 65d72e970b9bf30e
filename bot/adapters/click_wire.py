"""Click's wire: signed forms, so'm written as decimals, answers and the pay link. Pure functions.

Source: docs.click.uz, SHOP-API and Merchant API.
"""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode

from bot.merchants import ClickKeys

Json = dict[str, Any]

PREPARE, COMPLETE = "0", "1"
DONE, BAD_SIGN, WRONG_AMOUNT, NO_ACTION, PAID = 0, -1, -2, -3, -4
NO_ORDER, NO_TRANSACTION, NOT_UPDATED, BAD_REQUEST, CANCELLED = -5, -6, -7, -8, -9
NOTES = {
    DONE: "Success",
    BAD_SIGN: "SIGN CHECK FAILED!",
    WRONG_AMOUNT: "Incorrect parameter amount",
    NO_ACTION: "Action not found",
    PAID: "Already paid",
    NO_ORDER: "User does not exist",
    NO_TRANSACTION: "Transaction does not exist",
    NOT_UPDATED: "Failed to update user",
    BAD_REQUEST: "Error in request from click",
    CANCELLED: "Transaction cancelled",
}
_FIELDS = (
    "click_trans_id",
    "service_id",
    "click_paydoc_id",
    "merchant_trans_id",
    "amount",
    "action",
    "error",
    "error_note",
    "sign_time",
    "sign_string",
)
_MAY_BE_EMPTY = ("error_note",)
_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
_ERROR = re.compile(r"-?[0-9]{1,9}")
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,10})?")


class ClickFault(Exception):
    """An error answer: one of Click's codes."""

    def __init__(self, code: int, confirm_id: int | None = None) -> None:
        super().__init__(NOTES[code])
        self.code, self.confirm_id = code, confirm_id


@dataclass(frozen=True)
class Notice:
    """A signed request of Click's; `fields` as they were received."""

    fields: dict[str, str]

    @property
    def transaction(self) -> str:
        return self.fields["click_trans_id"]

    @property
    def document(self) -> str:
        """Click's number of the payment, by which the Merchant API knows it."""
        return self.fields["click_paydoc_id"]

    @property
    def order_number(self) -> str:
        return self.fields["merchant_trans_id"]

    @property
    def prepare_id(self) -> int:
        """Raises ClickFault -6 for what cannot be an id of ours."""
        written = self.fields["merchant_prepare_id"]
        if not re.fullmatch(r"[1-9][0-9]{0,17}", written):
            raise ClickFault(NO_TRANSACTION)
        return int(written)

    @property
    def error(self) -> int:
        return int(self.fields["error"])


def read_form(body: bytes) -> dict[str, str]:
    """The fields as received. Raises ClickFault -8 for what is no form, or says something twice."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=40)
    except ValueError as error:
        raise ClickFault(BAD_REQUEST) from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ClickFault(BAD_REQUEST)
    return fields


def read_notice(keys: ClickKeys, fields: dict[str, str], action: str) -> Notice:
    """A request whose signature is Click's, for this action. Raises ClickFault -8, -1 or -3."""
    needed = (*_FIELDS, "merchant_prepare_id") if fields.get("action") == COMPLETE else _FIELDS
    if any(name not in fields or not (fields[name] or name in _MAY_BE_EMPTY) for name in needed):
        raise ClickFault(BAD_REQUEST)
    if not is_signed(keys.secret_key.get_secret_value(), fields):
        raise ClickFault(BAD_SIGN)
    if fields["action"] != action:
        raise ClickFault(NO_ACTION)
    well_written = _NUMBER.fullmatch(fields["click_trans_id"]) and _NUMBER.fullmatch(fields["click_paydoc_id"])
    if not well_written or not _ERROR.fullmatch(fields["error"]) or int(fields["error"]) > 0:
        raise ClickFault(BAD_REQUEST)
    if fields["service_id"] != keys.service_id:
        raise ClickFault(BAD_REQUEST)
    return Notice(fields)


def is_signed(secret: str, fields: dict[str, str]) -> bool:
    given = fields["sign_string"].lower().encode()
    return hmac.compare_digest(given, sign(secret, fields).encode())


def sign(secret: str, fields: dict[str, str]) -> str:
    """MD5 over the raw strings in Click's order; `merchant_prepare_id` in Complete only."""
    prepared = fields.get("merchant_prepare_id", "") if fields["action"] == COMPLETE else ""
    parts = (
        fields["click_trans_id"],
        fields["service_id"],
        secret,
        fields["merchant_trans_id"],
        prepared,
        fields["amount"],
        fields["action"],
        fields["sign_time"],
    )
    return hashlib.md5("".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def is_amount(written: str, amount_uzs: int) -> bool:
    """Whether a decimal on the wire is exactly these so'm: `50000`, `50000.0` and `50000.00` are one."""
    return bool(_AMOUNT.fullmatch(written)) and Decimal(written) == amount_uzs


def write_amount(amount_uzs: int) -> str:
    """So'm as `N.NN`."""
    return f"{amount_uzs}.00"


def to_tiyin(amount_uzs: int) -> int:
    """Click counts fiscal money in tiyin."""
    return amount_uzs * 100


def say_answer(fields: dict[str, str], action: str, code: int, our_id: int | None = None) -> bytes:
    """The answer's bytes: the same answer is the same bytes."""
    transaction = fields.get("click_trans_id", "")
    answer: Json = {
        "click_trans_id": int(transaction) if _NUMBER.fullmatch(transaction) else None,
        "merchant_trans_id": fields.get("merchant_trans_id", "")[:64],
    }
    answer["merchant_prepare_id" if action == PREPARE else "merchant_confirm_id"] = our_id
    answer |= {"error": code, "error_note": NOTES[code]}
    return json.dumps(answer, separators=(",", ":")).encode()


def auth_header(keys: ClickKeys, timestamp: int) -> str:
    """`Auth` of the Merchant API: merchant_user_id:sha1(timestamp + secret):timestamp, in seconds."""
    digest = hashlib.sha1(f"{timestamp}{keys.secret_key.get_secret_value()}".encode()).hexdigest()
    return f"{keys.merchant_user_id}:{digest}:{timestamp}"


def pay_link(keys: ClickKeys, number: str, amount_uzs: int, return_url: str = "") -> str:
    """The page where a person pays an order."""
    fields = {
        "service_id": keys.service_id,
        "merchant_id": keys.merchant_id,
        "amount": write_amount(amount_uzs),
        "transaction_param": number,
    }
    if return_url:
        fields["return_url"] = return_url
    return f"{keys.pay_base}/?{urlencode(fields)}"
