"""From a link, or an order's number, to a visit of Payme's checkout."""

from urllib.parse import unquote, urlsplit

from bot.merchants import PaymeKeys, payme_keys
from webapp.playground.errors import ControlError
from webapp.playground.rails.payme.acts import Till
from webapp.playground.rails.payme.link import Checkout, judge_fields, read_link
from webapp.playground.rails.payme.merchant import Merchant
from webapp.playground.shapes import Json
from webapp.playground.world import World


def open_merchant(world: World) -> Merchant:
    """The shop as Payme calls it. Raises ControlError 404 where Payme is not set up."""
    return Merchant(world.rails.postman, world.store, require_keys(world))


def require_keys(world: World) -> PaymeKeys:
    keys = payme_keys(world.settings)
    if keys is None:
        raise ControlError(404, "Payme is not set up here.")
    return keys


def open_till(world: World, body: Json) -> Till:
    """A visit by `url`, or by `order` and `amount_uzs`. Raises ControlError or PageError."""
    age, fiscal = body.get("age_ms", 0), body.get("fiscal", "ok")
    if not isinstance(age, int) or isinstance(age, bool) or age < 0:
        raise ControlError(422, "`age_ms` must be a whole number, 0 or more.")
    if fiscal not in ("ok", "failed", "none"):
        raise ControlError(422, "`fiscal` must be ok, failed or none.")
    return Till(open_merchant(world), world.rails.payme, find_checkout(world, body), age, fiscal)


def find_checkout(world: World, body: Json) -> Checkout:
    merchant = require_keys(world).merchant_id
    if body.get("url"):
        return read_link(unquote(packed_part(str(body["url"]))), merchant)
    order = str(body.get("order") or "")
    if not order:
        raise ControlError(422, "Say `url`, or `order` with `amount_uzs`.")
    amount = body.get("amount_uzs")
    if amount is None:
        known = [row for row in world.rails.payme.rows.values() if row["account"].get("order_id") == order]
        if not known:
            raise ControlError(422, f"Payme has not seen order {order} yet: say `amount_uzs` too.")
        return Checkout(merchant, known[-1]["account"], known[-1]["amount"])
    return judge_fields({"m": merchant, "ac.order_id": order, "a": f"{amount}00"}, merchant)


def packed_part(url: str) -> str:
    """The base64 of a checkout address, whatever its host."""
    path = urlsplit(url).path
    return path.partition("/payme/")[2] if "/payme/" in path else path.lstrip("/")
