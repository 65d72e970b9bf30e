"""What the staff chat needs of a conversation; the dispatcher hands over whatever fits."""

from typing import Any, Protocol

from aiogram.fsm.context import FSMContext
from aiogram.methods import TelegramMethod
from aiogram.types import InlineKeyboardMarkup, Message

from bot.services import Services
from db.users import User


class StaffTalk(Protocol):
    """One exchange with a member of the staff, in their language."""

    services: Services
    user: User
    language: str
    state: FSMContext

    @property
    def chat_id(self) -> int: ...
    @property
    def thread_id(self) -> int | None:
        """The topic that is spoken in."""

    @property
    def panel(self) -> Message | None:
        """The message that was tapped, or that was written."""

    def say(self, key: str, **values: Any) -> str:
        """Our words; values are escaped for HTML."""

    async def toast(self, words: str = "", alert: bool = False) -> None: ...
    async def send(self, words: str, keyboard: InlineKeyboardMarkup | None = None) -> Message: ...
    async def change_quietly(self, method: TelegramMethod[Any]) -> None:
        """An edit that is fine when there is nothing left to change."""
