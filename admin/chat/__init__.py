"""The staff chat: one router a file, put together here."""

from aiogram import Router

from admin.chat import books, orders, reviews, support, trivia


def build_router() -> Router:
    """Everything staff can do in their chat; made anew each time, because a router has one parent for life."""
    router = Router(name="staff chat")
    # Commands come before answers, so that /order typed as a reply to a card stays in the house.
    for module in (reviews, orders, books, support, trivia):
        router.include_router(module.build_router())
    return router
