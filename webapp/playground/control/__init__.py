"""The control API: what scripts, tests and the chat page do with people, chats, payments and faults."""

from aiohttp import web

from webapp.playground.control import (
    boxnow,
    chats,
    click,
    events,
    faults,
    files,
    inline,
    invoices,
    overview,
    payme,
    rails,
    stripe,
    users,
)

PARTS = (overview, users, chats, invoices, inline, files, faults, events, rails, payme, click, stripe, boxnow)


def add_control(app: web.Application) -> None:
    """Adds `/control/…`."""
    for part in PARTS:
        app.add_routes(part.routes)
