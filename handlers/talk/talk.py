"""One exchange with a person: what they did, in which language they are answered, how the answer is shown."""

import html
from dataclasses import dataclass
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.methods import EditMessageReplyMarkup, TelegramMethod
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.adapters.telegram import thread_of
from bot.adapters.telegram_errors import is_gone, is_unchanged
from bot.i18n import text, text_key
from bot.services import Services
from db.users import User

_ALERT = 200  # longest answer to a tap
_CAPTION = 1024


@dataclass
class Tap:
    """Whether a pressed button has had its answer: Telegram shows the first one only."""

    answered: bool = False


@dataclass
class Talk:
    """A message or a tap with everything that answering needs."""

    services: Services
    user: User
    language: str
    state: FSMContext
    event: Message | CallbackQuery
    tap: Tap

    def say(self, key: str, **values: Any) -> str:
        """Our words for a message: what people wrote is escaped for HTML."""
        safe = {
            name: html.escape(value, quote=False) if isinstance(value, str) else value for name, value in values.items()
        }
        return text(self.language, key, **safe)

    def label(self, key: str, **values: Any) -> str:
        """Our words for a button, where nothing is markup."""
        return text(self.language, key, **values)

    def noun(self, kind: str, identifier: str) -> str:
        """The name of a category, an occasion or a topic."""
        return text(self.language, text_key(kind, identifier))

    @property
    def chat_id(self) -> int:
        message = self.event if isinstance(self.event, Message) else self.event.message
        return message.chat.id if message else self.user.telegram_id or 0

    @property
    def thread_id(self) -> int | None:
        """The topic that is spoken in, so that the answer stays there."""
        return thread_of(self.panel)

    @property
    def panel(self) -> Message | None:
        """The message that was tapped, or that was written."""
        event = self.event
        if isinstance(event, Message):
            return event
        return event.message if isinstance(event.message, Message) else None

    async def toast(self, words: str = "", alert: bool = False) -> None:
        """Answers the tap, once; words that do not fit there come as a message."""
        if not isinstance(self.event, CallbackQuery) or self.tap.answered or len(words) > _ALERT:
            await self.close_tap()
            if words:
                await self.send(html.escape(words))
            return
        self.tap.answered = True
        await self._answer(words, alert)

    async def close_tap(self) -> None:
        """Stops the waiting sign on a button that has nothing to say."""
        if isinstance(self.event, CallbackQuery) and not self.tap.answered:
            self.tap.answered = True
            await self._answer("", False)

    async def _answer(self, words: str, alert: bool) -> None:
        assert isinstance(self.event, CallbackQuery)
        try:
            await self.event.answer(words or None, show_alert=alert)
        except TelegramBadRequest as error:
            if not is_gone(error):
                raise
            # Too late for the tap's own window: we were away, and the words still matter.
            if words:
                await self.send(html.escape(words))

    async def send(self, words: str, keyboard: InlineKeyboardMarkup | None = None) -> Message:
        return await self.services.telegram.send_message(
            self.chat_id, words, reply_markup=keyboard, message_thread_id=self.thread_id
        )

    async def show(self, words: str, keyboard: InlineKeyboardMarkup | None = None, keep_picture: bool = False) -> None:
        """After a tap changes the tapped message, after a typed one answers below it.

        A card keeps its picture where `keep_picture` says so, and gives way to plain words elsewhere.
        """
        await self.close_tap()
        panel = self.panel
        if panel is None or isinstance(self.event, Message):
            await self._show_below(words, keyboard)
        elif panel.text is not None:
            await self._edit(panel.edit_text(words, reply_markup=keyboard), words, keyboard)
        elif panel.photo and keep_picture and len(words) <= _CAPTION:
            await self._edit(panel.edit_caption(caption=words, reply_markup=keyboard), words, keyboard)
        else:
            await self._show_below(words, keyboard)
            if panel.photo:
                await self.change_quietly(panel.delete())

    async def _edit(self, change: TelegramMethod[Any], words: str, keyboard: InlineKeyboardMarkup | None) -> None:
        try:
            await self.services.telegram(change)
        except TelegramBadRequest as error:
            if is_gone(error):
                await self._show_below(words, keyboard)
                return
            if not is_unchanged(error):
                raise
        await self.keep_panel(self.panel if keyboard else None)

    async def _show_below(self, words: str, keyboard: InlineKeyboardMarkup | None) -> None:
        sent = await self.send(words, keyboard)
        await self.keep_panel(sent if keyboard else None)

    async def keep_panel(self, shown: Message | None) -> None:
        """Remembers the message whose buttons are in force and takes the buttons off the one before."""
        before = (await self.state.get_data()).get("panel")
        await self.state.update_data(panel=shown.message_id if shown else None)
        if before and (shown is None or before != shown.message_id):
            await self.bare(before)

    async def bare(self, message_id: int) -> None:
        """Takes the buttons off a message."""
        await self.change_quietly(EditMessageReplyMarkup(chat_id=self.chat_id, message_id=message_id))

    async def change_quietly(self, method: TelegramMethod[Any]) -> None:
        """A change that is fine when there is nothing left to change."""
        try:
            await self.services.telegram(method)
        except TelegramBadRequest as error:
            if not (is_unchanged(error) or is_gone(error)):
                raise
