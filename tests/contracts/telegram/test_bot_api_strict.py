"""The stand-in refuses what Telegram refuses, in Telegram's words."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.telegram.bot_api_house import FAN, House, draw_picture

GROUP = -1001000000001
STARS = {"title": "Tabrik", "description": "Video", "payload": "1", "currency": "XTR"}
ONE = [{"label": "Tabrik", "amount": 150}]


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    folder: Path = tmp_path_factory.mktemp("strict")
    house = await House(folder).open()
    await house.say("/start")
    yield house
    await house.close()


async def expect_refusal(house: House, method: str, **body: Any) -> tuple[int, str]:
    async with house.http.post(f"/bot{house.settings.token}/{method}", json=body) as answer:
        told = await answer.json()
        assert not told["ok"], told
        assert told["error_code"] == answer.status
        return told["error_code"], told["description"]


def markup(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


@pytest.mark.parametrize(
    ("method", "body", "words"),
    [
        ("sendMessage", {"chat_id": FAN, "text": ""}, "message text is empty"),
        ("sendMessage", {"chat_id": FAN, "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": FAN}, "message text is empty"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": FAN, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": FAN, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": 99, "text": "x"}, "chat not found"),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_parameters": {"message_id": 999}},
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_markup": markup()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_markup": markup(callback_data="я" * 33)},
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_markup": markup(url="nonsense")},
            "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_markup": markup(web_app={"url": "http://example.com"})},
            "inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
        ),
        (
            "sendMessage",
            {"chat_id": GROUP, "text": "x", "reply_markup": markup(web_app={"url": "https://example.com"})},
            "BUTTON_TYPE_INVALID",
        ),
        ("sendMessage", {"chat_id": FAN, "text": "x", "reply_markup": markup(pay=True)}, "BUTTON_TYPE_INVALID"),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "x", "reply_markup": {"nothing": 1}},
            "object expected as reply markup",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "<b>x</i>", "parse_mode": "HTML"},
            'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "я <p>x</p>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 3',
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "a < b", "parse_mode": "HTML"},
            "can't parse entities: Unclosed start tag at byte offset 2",
        ),
        (
            "sendMessage",
            {"chat_id": FAN, "text": "a.b", "parse_mode": "MarkdownV2"},
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("sendMessage", {"chat_id": FAN, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": FAN, "text": "x", "message_thread_id": 5}, "message thread not found"),
        ("sendVideo", {"chat_id": FAN, "video": "short"}, "wrong file identifier/HTTP URL specified"),
        (
            "sendVideo",
            {"chat_id": FAN, "video": "B" * 40},
            "wrong remote file identifier specified: Wrong padding in the string",
        ),
        ("sendChatAction", {"chat_id": FAN, "action": "dancing"}, "wrong parameter action in request"),
        ("editMessageText", {"chat_id": FAN, "message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"chat_id": FAN, "message_id": 1, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"chat_id": FAN, "message_id": 999}, "message to delete not found"),
        ("copyMessage", {"chat_id": FAN, "from_chat_id": FAN, "message_id": 999}, "message to copy not found"),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
        (
            "sendInvoice",
            {"chat_id": FAN, **STARS, "title": "x" * 33, "prices": ONE},
            "invoice title must be 1-32 characters long",
        ),
        (
            "sendInvoice",
            {"chat_id": FAN, **STARS, "description": "", "prices": ONE},
            "invoice description must be 1-255 characters long",
        ),
        ("sendInvoice", {"chat_id": FAN, **STARS, "payload": "я" * 65, "prices": ONE}, "INVOICE_PAYLOAD_INVALID"),
        ("sendInvoice", {"chat_id": FAN, **STARS, "prices": ONE * 2}, "STARS_INVOICE_INVALID"),
        ("sendInvoice", {"chat_id": FAN, **STARS, "prices": ONE, "provider_token": "t"}, "PAYMENT_PROVIDER_INVALID"),
        ("sendInvoice", {"chat_id": FAN, **STARS, "currency": "UZS", "prices": ONE}, "PAYMENT_PROVIDER_INVALID"),
        ("refundStarPayment", {"user_id": FAN, "telegram_payment_charge_id": "x"}, "CHARGE_ID_INVALID"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setWebhook", {"url": "http://example.com/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("getChatMember", {"chat_id": GROUP, "user_id": 5}, "PARTICIPANT_ID_INVALID"),
    ],
)
async def test_bad_requests(house: House, method: str, body: dict[str, Any], words: str) -> None:
    assert await expect_refusal(house, method, **body) == (400, f"Bad Request: {words}")


async def test_a_bot_cannot_speak_first(house: House) -> None:
    code, words = await expect_refusal(house, "sendMessage", chat_id=10002, text="salom")
    assert (code, words) == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_nothing_changed_is_said(house: House) -> None:
    sent = await house.bot.send_message(FAN, "bir", reply_markup=None)
    code, words = await expect_refusal(house, "editMessageText", chat_id=FAN, message_id=sent.message_id, text="bir")
    assert code == 400 and words.startswith("Bad Request: message is not modified")


async def test_captions_pictures_and_kinds_of_files(house: House) -> None:
    from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
    from aiogram.types import BufferedInputFile

    def picture(content: bytes) -> BufferedInputFile:
        return BufferedInputFile(content, "p.jpg")

    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await house.bot.send_photo(FAN, picture(draw_picture()), caption="x" * 1025)
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await house.bot.send_photo(FAN, picture(b"not a picture"))
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await house.bot.send_photo(FAN, picture(draw_picture(2000, 90)))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await house.bot.send_document(FAN, picture(b""))
    sent = await house.bot.send_photo(FAN, picture(draw_picture()))
    assert sent.photo
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Video"):
        await house.bot.send_video(FAN, sent.photo[-1].file_id)
    with pytest.raises(TelegramEntityTooLarge):
        await house.bot.send_document(FAN, picture(bytes((50 << 20) + 1)))


async def test_rates_are_counted_when_switched_on(house: House) -> None:
    from aiogram.exceptions import TelegramRetryAfter

    await house.call("POST", "/control/limits", enabled=True)
    try:
        with pytest.raises(TelegramRetryAfter) as caught:
            for number in range(10):
                await house.bot.send_message(FAN, str(number))
        assert caught.value.retry_after >= 1
    finally:
        await house.call("POST", "/control/limits", enabled=False)
