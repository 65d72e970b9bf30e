"""Click as a client of the shop's SHOP-API: Prepare and Complete, form-encoded and signed with MD5.

Source: docs.click.uz, SHOP-API.
"""

import hashlib
from datetime import datetime
from urllib.parse import urlencode

from bot.merchants import ClickKeys
from webapp.playground.rails.click.books import TASHKENT
from webapp.playground.rails.postman import Letter, Postman, Reply, Trace
from webapp.playground.shapes import Json

PREPARE, COMPLETE = "0", "1"
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


class Shop:
    """The shop, called by Click."""

    def __init__(self, postman: Postman, keys: ClickKeys) -> None:
        self.postman = postman
        self.keys = keys

    async def prepare(self, trace: Trace, row: Json, **wrong: str) -> Json:
        """Prepare → the shop's answer. `wrong` replaces fields after signing, `sign_string` included."""
        return await self.say(trace, "prepare", self.fields(row, PREPARE), wrong)

    async def complete(self, trace: Trace, row: Json, error: int = 0, **wrong: str) -> Json:
        """Complete: `error` 0 when the money is taken, below zero when the payment is cancelled."""
        fields = self.fields(row, COMPLETE)
        fields["error"], fields["error_note"] = str(error), "Success" if error == 0 else "Payment cancelled"
        return await self.say(trace, "complete", fields, wrong)

    def fields(self, row: Json, action: str) -> dict[str, str]:
        fields = {
            "click_trans_id": str(row["click_trans_id"]),
            "service_id": self.keys.service_id,
            "click_paydoc_id": str(row["payment_id"]),
            "merchant_trans_id": row["mti"],
        }
        if action == COMPLETE:
            fields["merchant_prepare_id"] = str(row["prepare_id"] if row["prepare_id"] is not None else "")
        moment = datetime.now(TASHKENT).strftime("%Y-%m-%d %H:%M:%S")
        return fields | {
            "amount": row["amount"],
            "action": action,
            "error": "0",
            "error_note": "Success",
            "sign_time": moment,
        }

    async def say(self, trace: Trace, name: str, fields: dict[str, str], wrong: dict[str, str]) -> Json:
        signed_early = "sign_string" in wrong
        fields |= {key: value for key, value in wrong.items() if key != "sign_string"}
        sign = wrong["sign_string"] if signed_early else sign_fields(fields, self.keys)
        shown = fields | {"sign_string": sign}
        letter = Letter("click", name, f"click/{name}", urlencode(shown).encode(), HEADERS, shown)
        return read_answer(trace, name, fields, await self.postman.insist(trace, letter))


def sign_fields(fields: dict[str, str], keys: ClickKeys) -> str:
    """MD5 over the raw strings in Click's order; `merchant_prepare_id` only in Complete."""
    parts = [
        fields["click_trans_id"],
        fields["service_id"],
        keys.secret_key.get_secret_value(),
        fields["merchant_trans_id"],
        fields.get("merchant_prepare_id", ""),
        fields["amount"],
        fields["action"],
        fields["sign_time"],
    ]
    return hashlib.md5("".join(parts).encode()).hexdigest()


def read_answer(trace: Trace, name: str, fields: dict[str, str], reply: Reply) -> Json:
    """The answer, judged; `{error: None}` when there was none that Click understands."""
    answer = reply.answer
    if not reply.status:
        return {"error": None, "error_note": reply.problem}
    if not 200 <= reply.status < 300 or not isinstance(answer, dict) or not isinstance(answer.get("error"), int):
        trace.warn(f"{name}: HTTP {reply.status}; the answer must be JSON with a whole `error`")
        return {"error": None, "error_note": f"HTTP {reply.status}"}
    if answer["error"] == 0:
        number = "merchant_prepare_id" if name == "prepare" else "merchant_confirm_id"
        for key in ("click_trans_id", "merchant_trans_id"):
            if str(answer.get(key)) != fields[key]:
                trace.warn(f"{name}: {key} must come back as it was sent")
        allowed = (int,) if name == "prepare" else (int, type(None))
        if not isinstance(answer.get(number, ""), allowed):
            trace.warn(f"{name}: {number} must be a whole number")
    return dict(answer)
