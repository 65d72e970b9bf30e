"""How updates reach the bot: getUpdates or a webhook, never both."""

import re

from aiogram.methods import Close, DeleteWebhook, GetUpdates, GetWebhookInfo, LogOut, SetWebhook

from webapp.playground.calls import Call
from webapp.playground.errors import ApiError, bad_request
from webapp.playground.links import is_app_link
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
WEBHOOK_ON = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@plays(GetUpdates)
async def get_updates(world: World, call: Call) -> list[Json]:
    if world.webhook.url:
        raise ApiError(409, WEBHOOK_ON)
    world.updates.allow(call.get("allowed_updates"))
    limit = min(max(int(call.get("limit", 100)), 1), 100)
    seconds = min(max(int(call.get("timeout", 0)), 0), LONGEST_POLL)
    found = await world.updates.collect(int(call.get("offset", 0)), limit, seconds)
    if world.webhook.url:
        raise ApiError(409, "Conflict: terminated by setWebhook request")
    return found


@plays(SetWebhook)
async def set_webhook(world: World, call: Call) -> bool:
    url, secret = str(call.get("url", "")), call.get("secret_token")
    if url and not is_app_link(url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _drop_pending(world, call)
    world.updates.allow(call.get("allowed_updates"))
    kept = ("url", "secret_token", "max_connections")
    world.webhook.set({key: call[key] for key in kept if call.get(key)} if url else {})
    return True


@plays(DeleteWebhook)
async def delete_webhook(world: World, call: Call) -> bool:
    _drop_pending(world, call)
    world.webhook.set({})
    return True


@plays(GetWebhookInfo)
async def get_webhook_info(world: World, call: Call) -> Json:
    return world.webhook.info()


@plays(Close, LogOut)
async def close_bot(world: World, call: Call) -> bool:
    return True


def _drop_pending(world: World, call: Call) -> None:
    if call.get("drop_pending_updates"):
        world.updates.forget()
