"""Which Bot API methods exist (aiogram's list) and which function plays each."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiogram.methods
from aiogram.methods.base import TelegramMethod

from webapp.playground.calls import Call, MethodClass
from webapp.playground.errors import ApiError
from webapp.playground.world import World

Handler = Callable[[World, Call], Awaitable[Any]]
HANDLERS: dict[str, Handler] = {}
MODELS: dict[str, MethodClass] = {
    model.__api_method__.lower(): model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}


def plays(*models: MethodClass) -> Callable[[Handler], Handler]:
    """Registers a function for the methods it plays."""

    def register(handler: Handler) -> Handler:
        for model in models:
            HANDLERS[model.__api_method__.lower()] = handler
        return handler

    return register


def find_method(name: str) -> tuple[MethodClass, Handler]:
    """Model and function of a method. Raises ApiError 404 for an unknown one, 501 for one not played here."""
    model = MODELS.get(name.lower())
    if model is None:
        raise ApiError(404, "Not Found")
    handler = HANDLERS.get(name.lower())
    if handler is None:
        raise ApiError(501, f"Not Implemented: the playground does not play {model.__api_method__}")
    return model, handler
