"""`POST /callbacks/stripe`: signed events. Whatever Stripe did not sign in the last five minutes is a 400, unread."""

import logging

from aiohttp import web

from bot.adapters.stripe import BadEvent, open_stripe, read_event
from bot.merchants import stripe_keys
from bot.rails.stripe.events import take_event
from webapp.callbacks.bodies import clean_record
from webapp.keys import services_of

log = logging.getLogger("stario.callbacks")


async def take_stripe(request: web.Request) -> web.Response:
    """200 for every signed event, new or repeated; an outage is a 503, and Stripe comes again."""
    keys = stripe_keys(services_of(request).settings)
    if keys is None:
        raise web.HTTPNotFound
    body = await request.read()
    try:
        event = clean_record(read_event(keys, body, request.headers.get("Stripe-Signature")))
    except BadEvent as error:
        log.warning("an event that Stripe did not sign: %s", error)
        return web.json_response({"error": "signature"}, status=400)
    async with open_stripe(keys) as rail:
        await take_event(rail, event, body)
    return web.json_response({"received": True})


routes = [web.post("/callbacks/stripe", take_stripe)]
