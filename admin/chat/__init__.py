"""The staff chat: one router a file, put together here."""

from aiogram import Router

from admin.chat import books, orders, reviews, support, trivia


def build_router() -> Router:
    """Everything staff can do in their chat; made anew each time, because a router has one parent for life."""
    router = Router(name="staff chat")
    for module in (reviews, support, trivia, orders, books):
        router.include_router(module.build_router())
    return router
