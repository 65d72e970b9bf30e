"""Payme's wire: JSON-RPC envelopes, Basic auth, tiyin, transaction states and the checkout link. Pure functions.

Source: developer.help.paycom.uz, Merchant API. HTTP 200 whatever happens; errors speak ru, uz and en.
"""

import base64
import binascii
import hmac
import json
import re
from dataclasses import dataclass
from typing import Any, TypeGuard

from bot.i18n import text
from bot.merchants import PaymeKeys
from db.attempts import AttemptStatus, PaymentAttempt

Json = dict[str, Any]

NOT_POST, BAD_JSON, BAD_REQUEST, NO_METHOD = -32300, -32700, -32600, -32601
NOT_ALLOWED, BROKEN = -32504, -32400
WRONG_AMOUNT, NO_TRANSACTION, DELIVERED, IMPOSSIBLE = -31001, -31003, -31007, -31008
NO_ORDER = -31050
NO_RECEIPT, BAD_RECEIPT = -32001, -32602

CREATED, PERFORMED, CANCELLED, REFUNDED = 1, 2, -1, -2
LIFETIME_MS = 43_200_000  # twelve hours from Payme's `time`
_KEYS = {
    NOT_POST: "payme-not-post",
    BAD_JSON: "payme-bad-json",
    BAD_REQUEST: "payme-bad-request",
    NO_METHOD: "payme-no-method",
    NOT_ALLOWED: "payme-not-allowed",
    BROKEN: "payme-broken",
    WRONG_AMOUNT: "payme-wrong-amount",
    NO_TRANSACTION: "payme-no-transaction",
    DELIVERED: "payme-delivered",
    IMPOSSIBLE: "payme-impossible",
    NO_ORDER: "payme-no-order",
    NO_RECEIPT: "payme-no-receipt",
    BAD_RECEIPT: "payme-bad-receipt",
}
_MOST = 2**63 - 1
_ID = re.compile(r"[\x21-\x7e]{1,64}")
_LINK_LANGUAGES = {"ru": "ru", "en": "en"}


class PaymeFault(Exception):
    """An error answer: `code`, the key of its words where they differ from the usual, and `data`."""

    def __init__(self, code: int, key: str = "", data: str | None = None) -> None:
        super().__init__(f"{code} {key}")
        self.code, self.key, self.data = code, key or _KEYS[code], data


@dataclass(frozen=True)
class Call:
    """One request: `id` goes back as it came."""

    method: str
    params: Json
    id: str | int | None


def is_payme(header: str, keys: PaymeKeys) -> bool:
    """Whether an Authorization header holds the cashbox's login and key; takes the same time either way."""
    scheme, _, packed = header.partition(" ")
    try:
        given = base64.b64decode(packed.strip().encode("ascii", "replace"), validate=True)
    except binascii.Error:
        given = b""
    expected = f"{keys.login}:{keys.key.get_secret_value()}".encode()
    return hmac.compare_digest(given, expected) and scheme.lower() == "basic"


def read_json(body: bytes) -> Any:
    """Raises PaymeFault -32700. Floats, NaN and what nests too deep are no JSON of ours to guess about."""
    try:
        return json.loads(body.decode(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise PaymeFault(BAD_JSON) from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def read_id(request: Any) -> str | int | None:
    """The request's `id` where there is one that can be sent back."""
    value = request.get("id") if isinstance(request, dict) else None
    if isinstance(value, str):
        return value if value.isprintable() and len(value) <= 128 else None
    return value if is_whole(value) else None


def read_call(request: Any) -> Call:
    """Raises PaymeFault -32600 for a batch, missing members or wrong types."""
    if not isinstance(request, dict):
        raise PaymeFault(BAD_REQUEST)
    method, params, rpc_id = request.get("method"), request.get("params"), read_id(request)
    if not isinstance(method, str) or not method or not isinstance(params, dict) or rpc_id is None:
        raise PaymeFault(BAD_REQUEST)
    return Call(method, params, rpc_id)


def is_whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def take_id(params: Json, code: int = BAD_REQUEST) -> str:
    """Payme's id of a transaction. Raises PaymeFault."""
    value = params.get("id")
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise PaymeFault(code, data="id")
    return value


def take_number(params: Json, name: str) -> int:
    """A whole number that Postgres can hold. Raises PaymeFault -32600."""
    value = params.get(name)
    if not is_whole(value):
        raise PaymeFault(BAD_REQUEST, data=name)
    return max(-_MOST, min(_MOST, value))


def take_order(params: Json) -> tuple[Json, str]:
    """The account as it came, and the order's number in it. Raises PaymeFault -32600 or -31050."""
    account = params.get("account")
    if not isinstance(account, dict):
        raise PaymeFault(BAD_REQUEST, data="account")
    number = account.get("order_id")
    if not isinstance(number, str) or not re.fullmatch(r"[0-9]{1,12}", number):
        raise PaymeFault(NO_ORDER, data="order_id")
    if any(not isinstance(part, str) or not part.isprintable() for pair in account.items() for part in pair):
        raise PaymeFault(BAD_REQUEST, data="account")
    return account, number


def take_amount(params: Json) -> int:
    """Tiyin on the wire → whole so'm. Raises PaymeFault -32600 for no number, -31001 for no amount of ours."""
    tiyin = params.get("amount")
    if not is_whole(tiyin):
        raise PaymeFault(BAD_REQUEST, data="amount")
    if not 0 < tiyin <= _MOST or tiyin % 100:
        raise PaymeFault(WRONG_AMOUNT)
    return tiyin // 100


def to_tiyin(amount_uzs: int) -> int:
    return amount_uzs * 100


def say_result(result: Json, rpc_id: str | int | None) -> bytes:
    """The answer's bytes: the same result is the same bytes."""
    return _write({"result": result, "id": rpc_id})


def say_fault(fault: PaymeFault, rpc_id: str | int | None) -> bytes:
    words = {language: text(language, fault.key) for language in ("ru", "uz", "en")}
    return _write({"error": {"code": fault.code, "message": words, "data": fault.data}, "id": rpc_id})


def _write(answer: Json) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def state_of(attempt: PaymentAttempt) -> int:
    """1 created, 2 performed, -1 cancelled before, -2 after: refunded is what Payme itself has cancelled."""
    if attempt.status is AttemptStatus.PENDING:
        return CREATED
    if attempt.status in (AttemptStatus.SUCCEEDED, AttemptStatus.REFUNDING, AttemptStatus.REFUNDED):
        return REFUNDED if attempt.cancelled_ms else PERFORMED
    return CANCELLED


def is_over(attempt: PaymentAttempt, now_ms: int) -> bool:
    """Whether a transaction that waits has had its twelve hours; at 43,200,000 ms it has not."""
    return state_of(attempt) == CREATED and now_ms > (attempt.provider_time_ms or 0) + LIFETIME_MS


def describe_times(attempt: PaymentAttempt) -> Json:
    """What CheckTransaction tells; times in milliseconds, 0 for what has not happened."""
    return {
        "create_time": attempt.created_ms,
        "perform_time": attempt.performed_ms,
        "cancel_time": attempt.cancelled_ms,
        "transaction": str(attempt.id),
        "state": state_of(attempt),
        "reason": attempt.reason,
    }


def describe_row(attempt: PaymentAttempt) -> Json:
    """A line of GetStatement."""
    return {
        "id": attempt.provider_tx_id,
        "time": attempt.provider_time_ms,
        "amount": to_tiyin(attempt.amount_uzs),
        "account": attempt.account,
        **describe_times(attempt),
        "receivers": None,
    }


def checkout_link(keys: PaymeKeys, number: str, amount_uzs: int, language: str, return_url: str = "") -> str:
    """The page where a person pays an order, by GET. Raises ValueError for a `;` in the return address.

    How padding, `+` and `/` fare in the address is not documented, so none may come up: the words are filled up
    to whole groups of three bytes, and told another way round when a sign turns up all the same.
    """
    if ";" in return_url:
        raise ValueError("a return address of Payme's must not hold ';'")
    front = [
        f"m={keys.merchant_id}",
        f"ac.order_id={number}",
        f"a={to_tiyin(amount_uzs)}",
        f"l={_LINK_LANGUAGES.get(language, 'uz')}",
    ]
    back = [f"c={return_url}"] if return_url else []
    packed = [pack_checkout([*front, *filler, *back]) for filler in ([], ["cr=860"], ["ct=9000"])]
    best = next((one for one in packed if not set(one) & set("+/=")), packed[0])
    return f"{keys.checkout_base}/{best}"


def pack_checkout(parts: list[str]) -> str:
    """Base64 of the fields, filled up to whole groups."""
    words = ";".join(parts).encode()
    words += b";" * (-len(words) % 3)
    return base64.b64encode(words).decode()
