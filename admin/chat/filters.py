"""What a message in the staff chat must be for a handler to take it."""

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.services import Services


async def is_staff_chat(message: Message, services: Services) -> bool:
    """Commands are for our people, where they sit together."""
    return message.chat.id == services.settings.staff_chat


async def is_reply(message: Message) -> bool:
    """A typed answer to a message."""
    return message.text is not None and message.reply_to_message is not None


async def is_answer(message: Message, state: FSMContext) -> bool:
    """The answer is to our question; anything else is talk among colleagues."""
    assert message.reply_to_message is not None
    return message.reply_to_message.message_id == (await state.get_data()).get("prompt")
