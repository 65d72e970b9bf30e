"""`POST /callbacks/boxnow`: what happens to parcels. Whatever BOX NOW did not sign is a 401 and changes nothing."""

import logging

from aiohttp import web

from bot.adapters.boxnow_events import BadSignature, read_parcel_event
from bot.merchants import boxnow_keys
from bot.parcels.deliveries import record_event
from webapp.callbacks.bodies import clean_record
from webapp.keys import services_of

log = logging.getLogger("stario.callbacks")


async def take_boxnow(request: web.Request) -> web.Response:
    """200 for every signed event, new, repeated, or of a parcel that is not ours."""
    keys = boxnow_keys(services_of(request).settings)
    if keys is None:
        raise web.HTTPNotFound
    try:
        event = read_parcel_event(keys.webhook_secret.get_secret_value(), await request.read())
    except BadSignature as error:
        log.warning("an event that BOX NOW did not sign: %s", error)
        return web.json_response({"error": "signature"}, status=401)
    fresh = await record_event(clean_record(event))
    log.info("parcel event %s: %s", event.event, "kept" if fresh else "known or not ours")
    return web.json_response({"received": True})


routes = [web.post("/callbacks/boxnow", take_boxnow)]
