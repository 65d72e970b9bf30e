"""From a session's link to a visit of its pay page."""

from urllib.parse import urlsplit

from bot.merchants import StripeKeys, stripe_keys
from webapp.playground.errors import ControlError
from webapp.playground.rails.stripe.acts import Visit
from webapp.playground.shapes import Json
from webapp.playground.world import World


def require_keys(world: World) -> StripeKeys:
    keys = stripe_keys(world.settings)
    if keys is None:
        raise ControlError(404, "Stripe is not set up here.")
    return keys


def open_visit(world: World, body: Json) -> Visit:
    """A visit by `url`, `session`, or `order` (the client_reference_id). Raises ControlError."""
    name = str(body.get("session") or urlsplit(str(body.get("url") or "")).path.rpartition("/")[2])
    rails = world.rails
    if not name and body.get("order"):
        rows = rails.stripe.of_kind("checkout.session")
        name = next((row["id"] for row in rows if row["client_reference_id"] == str(body["order"])), "")
    if name not in rails.stripe.objects or not name.startswith("cs_"):
        raise ControlError(404, "There is no such Checkout Session: say `url`, `session` or `order`.")
    delivery = str(body.get("delivery") or "")
    return Visit(rails.stripe, rails.stripe_events, require_keys(world), name, delivery)
