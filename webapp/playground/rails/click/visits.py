"""From a link, or an order's number, to a visit of Click's pay page."""

from urllib.parse import parse_qsl, urlsplit

from bot.merchants import ClickKeys, click_keys
from webapp.playground.errors import ControlError
from webapp.playground.rails.click.acts import Desk
from webapp.playground.rails.click.link import Bill, read_link
from webapp.playground.rails.click.shop import Shop
from webapp.playground.shapes import Json
from webapp.playground.world import World


def require_keys(world: World) -> ClickKeys:
    keys = click_keys(world.settings)
    if keys is None:
        raise ControlError(404, "Click is not set up here.")
    return keys


def open_shop(world: World) -> Shop:
    return Shop(world.rails.postman, require_keys(world))


def open_desk(world: World, body: Json) -> Desk:
    """A visit by `url`, or by `order` and `amount_uzs`. Raises ControlError or PageError."""
    form = body.get("amount_form")
    if form is not None and form not in (0, 1, 2):
        raise ControlError(422, "`amount_form` is 0 (50000), 1 (50000.00) or 2 (50000.0).")
    seconds = body.get("seconds", 0)
    if not isinstance(seconds, (int, float)) or not 0 <= seconds <= 600:
        raise ControlError(422, "`seconds` must be a number from 0 to 600.")
    return Desk(open_shop(world), world.rails.click, find_bill(world, body), form, seconds)


def find_bill(world: World, body: Json) -> Bill:
    keys = require_keys(world)
    if body.get("url"):
        return read_link(dict(parse_qsl(urlsplit(str(body["url"])).query, keep_blank_values=True)), keys)
    order, amount = str(body.get("order") or ""), body.get("amount_uzs")
    if not order:
        raise ControlError(422, "Say `url`, or `order` with `amount_uzs`.")
    if amount is None:
        known = [row for row in world.rails.click.payments.values() if row["mti"] == order]
        if not known:
            raise ControlError(422, f"Click has not seen order {order} yet: say `amount_uzs` too.")
        amount = known[-1]["amount"]
    names = {"service_id": keys.service_id, "merchant_id": keys.merchant_id}
    return read_link({**names, "amount": str(amount), "transaction_param": order}, keys)
