"""Control: any pay link, whichever provider it leads to."""

from urllib.parse import urlsplit

from aiohttp import web

from webapp.playground.control.invoices import find_invoice
from webapp.playground.control.requests import find_actor, read_body
from webapp.playground.errors import ControlError
from webapp.playground.rails.click.visits import open_desk
from webapp.playground.rails.payme.visits import open_till
from webapp.playground.rails.stripe.visits import open_visit
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD

routes = web.RouteTableDef()


@routes.post("/control/pay")
async def pay_link(request: web.Request) -> web.Response:
    """`{payment_url, action?, …}` finds the provider of a link and plays the action there.

    The rest of the body is as in `/control/rails/<provider>/pay`; an invoice link of Telegram needs `from_id`.
    """
    body = await read_body(request)
    url = str(body.get("payment_url") or body.get("url") or "")
    path, action = urlsplit(url).path, str(body.get("action") or "pay")
    told = await _play(request, {**body, "url": url}, path, action)
    return web.json_response(told)


async def _play(request: web.Request, body: Json, path: str, action: str) -> Json:
    world = request.app[WORLD]
    if path.startswith("/payme/"):
        return await open_till(world, body).act(action)
    if path.startswith("/click/"):
        return await open_desk(world, body).act(action)
    if path.startswith("/stripe/"):
        return await open_visit(world, body).act(action)
    if path.startswith("/pay/"):
        person = find_actor(request, body)
        invoice = find_invoice(world, path[5:])
        return await world.payments.pay(person, invoice, person["user"]["id"], wishes=body)
    raise ControlError(422, f"No provider of the playground has the address {body['url']!r}.")
