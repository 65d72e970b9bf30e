"""An unmodified aiogram bot lives in the playground: messages, buttons, files, updates."""

from aiogram import Dispatcher, F
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from tests.contracts.bot_api_house import House


def keyboard(**button: object) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", **button)]])


async def test_bot_answers_start_and_a_press_shows_its_toast(house: House) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text == "/start")
    async def greet(message: Message) -> None:
        await message.answer(
            "Salom <b>Madina</b>", parse_mode="HTML", reply_markup=keyboard(callback_data="go")
        )

    @dispatcher.callback_query(F.data == "go")
    async def go(query: CallbackQuery) -> None:
        await query.answer("Ketdik!", show_alert=True)
        await query.message.edit_text("Boʻldi")

    async with house.polling(dispatcher):
        sent = await house.say("/start")
        (answer,) = await house.chat(after=sent["message_id"], wait=5)
        assert sent["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
        assert answer["text"] == "Salom Madina"
        assert answer["entities"] == [{"type": "bold", "offset": 6, "length": 6}]
        seen = await house.press(answer, text="Go")
        assert (seen["text"], seen["show_alert"]) == ("Ketdik!", True)
        (edited,) = await house.chat(after=sent["message_id"], wait=5)
        assert edited["message_id"] == answer["message_id"]
