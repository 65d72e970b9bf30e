"""Control: invoices behind links."""

from aiohttp import web

from webapp.playground.control.requests import find_actor, read_body
from webapp.playground.errors import ControlError
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()


def find_invoice(world: World, slug: str) -> Json:
    """The invoice of a link. Raises ControlError 404."""
    invoice = world.payments.links.get(slug)
    if invoice is None:
        raise ControlError(404, "There is no such invoice.")
    return invoice


@routes.get("/control/invoices/{slug}")
async def show_invoice(request: web.Request) -> web.Response:
    """The invoice: title, description, currency, amount, prices."""
    invoice = find_invoice(request.app[WORLD], request.match_info["slug"])
    return web.json_response({key: value for key, value in invoice.items() if key != "payload"})


@routes.post("/control/invoices/{slug}/pay")
async def pay_invoice(request: web.Request) -> web.Response:
    """`{from_id, shipping_option_id?, action?}` pays it; the receipt appears in that person's chat with the bot."""
    world, body = request.app[WORLD], await read_body(request)
    person = find_actor(request, body)
    invoice = find_invoice(world, request.match_info["slug"])
    return web.json_response(await world.payments.pay(person, invoice, person["user"]["id"], wishes=body))


@routes.post("/control/invoices/{slug}/shipping")
async def ask_shipping(request: web.Request) -> web.Response:
    """`{from_id}` → `{ok, shipping_options}` as the bot offers them; none where the price does not depend on it."""
    world, body = request.app[WORLD], await read_body(request)
    person, invoice = find_actor(request, body), find_invoice(world, request.match_info["slug"])
    if not invoice.get("is_flexible"):
        return web.json_response({"ok": True, "shipping_options": []})
    return web.json_response(await world.payments.offer_shipping(person, invoice))
