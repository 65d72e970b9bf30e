"""Everything else a rich bot calls: each answer is read by aiogram's own types."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputMediaVideo,
    InputTextMessageContent,
    KeyboardButton,
    MenuButtonWebApp,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    WebAppInfo,
)

from tests.contracts.telegram.bot_api_house import FAN, House, draw_picture, make_clip

GROUP = -1001000000001
APP = WebAppInfo(url="http://127.0.0.1:8000/app")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    await house.say("/start")
    yield house
    await house.close()


def picture() -> BufferedInputFile:
    return BufferedInputFile(draw_picture(), "p.jpg")


def clip(width: int = 640, height: int = 360) -> BufferedInputFile:
    return BufferedInputFile(make_clip(3, width, height), "clip.mp4")


async def test_every_kind_of_file(house: House) -> None:
    note = await house.bot.send_video_note(FAN, clip(240, 240))
    assert note.video_note and (note.video_note.length, note.video_note.duration) == (240, 3)
    with pytest.raises(TelegramBadRequest, match="square"):
        await house.bot.send_video_note(FAN, clip())
    sound = BufferedInputFile(b"OggS" + bytes(60), "v.ogg")
    voice = await house.bot.send_voice(FAN, sound, duration=4)
    assert voice.voice and voice.voice.mime_type == "audio/ogg"
    audio = await house.bot.send_audio(FAN, sound, title="Qoʻshiq", performer="Zarnigor", thumbnail=picture())
    assert audio.audio and audio.audio.title == "Qoʻshiq" and audio.audio.thumbnail
    document = await house.bot.send_document(FAN, BufferedInputFile(b"%PDF", "chek.pdf"))
    assert document.document and document.document.mime_type == "application/pdf"
    animation = await house.bot.send_animation(FAN, clip())
    assert animation.animation and animation.document


async def test_edits_of_captions_media_and_buttons(house: House) -> None:
    sent = await house.bot.send_photo(FAN, picture(), caption="bir")
    edited = await house.bot.edit_message_caption(
        chat_id=FAN, message_id=sent.message_id, caption="*ikki*", parse_mode="MarkdownV2"
    )
    assert edited.caption == "ikki" and edited.edit_date
    media = InputMediaVideo(media=clip(), cover=picture(), caption="video")
    changed = await house.bot.edit_message_media(media, chat_id=FAN, message_id=sent.message_id)
    assert changed.video and changed.video.cover and not changed.photo
    rows = [[InlineKeyboardButton(text="Ochish", web_app=APP, style="success")]]
    await house.bot.edit_message_reply_markup(
        chat_id=FAN, message_id=sent.message_id, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
    )
    seen = await house.press((await house.chat())[-1], text="Ochish")
    launch = parse_qs(urlsplit(seen["url"]).fragment)
    assert launch["tgWebAppVersion"] and "hash=" in launch["tgWebAppData"][0]
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await house.bot.edit_message_text("uch", chat_id=FAN, message_id=sent.message_id)


async def test_small_messages_and_their_removal(house: House) -> None:
    sent = [
        await house.bot.send_location(FAN, 41.3, 69.2),
        await house.bot.send_venue(FAN, 41.3, 69.2, "Doʻkon", "Navoiy, 1"),
        await house.bot.send_contact(FAN, "+998901234567", "Timur"),
        await house.bot.send_dice(FAN, emoji="🎯"),
    ]
    assert sent[3].dice and 1 <= sent[3].dice.value <= 6
    assert await house.bot.send_chat_action(FAN, "upload_video")
    await house.bot.delete_messages(FAN, [message.message_id for message in sent] + [999])
    assert len(await house.chat()) == 1


async def test_pins_reactions_replies_and_chats(house: House) -> None:
    sent = await house.bot.send_message(FAN, "qadang")
    reply = await house.bot.send_message(FAN, "javob", reply_to_message_id=sent.message_id)
    assert reply.reply_to_message and reply.reply_to_message.text == "qadang"
    await house.bot.pin_chat_message(FAN, sent.message_id)
    await house.bot.set_message_reaction(FAN, 1, [ReactionTypeEmoji(emoji="❤")])
    chat = await house.bot.get_chat(FAN)
    assert chat.pinned_message and chat.pinned_message.message_id == sent.message_id
    assert (await house.chat())[0]["reactions"] == [{"type": "emoji", "emoji": "❤"}]
    await house.bot.unpin_all_chat_messages(FAN)
    assert (await house.bot.get_user_profile_photos(FAN)).total_count == 0
    assert (await house.bot.get_chat_member_count(GROUP)) == 3
    assert (await house.bot.get_my_default_administrator_rights()).can_manage_chat is False


async def test_the_menu_button_and_app_queries(house: House) -> None:
    await house.bot.set_chat_menu_button(menu_button=MenuButtonWebApp(text="Stario", web_app=APP))
    assert (await house.bot.get_chat_menu_button(chat_id=FAN)).type == "web_app"
    opened = await house.call("GET", f"/control/users/{FAN}/app")
    data = parse_qs(parse_qs(urlsplit(opened["url"]).fragment)["tgWebAppData"][0])
    content = InputTextMessageContent(message_text="natija")
    article = InlineQueryResultArticle(id="1", title="x", input_message_content=content)
    answered = await house.bot.answer_web_app_query(data["query_id"][0], article)
    assert answered.inline_message_id
    assert await house.bot.edit_message_text("yangi", inline_message_id=answered.inline_message_id)
    assert (await house.chat())[-1]["text"] == "yangi"
    with pytest.raises(TelegramBadRequest, match="QUERY_ID_INVALID"):
        await house.bot.answer_web_app_query(data["query_id"][0], article)


async def test_an_app_from_a_keyboard_gets_no_init_data_but_may_send_some(house: House) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Ilova", web_app=APP)]])
    await house.bot.send_message(FAN, "oching", reply_markup=keyboard)
    seen = await house.press((await house.chat())[-1], text="Ilova")
    assert "tgWebAppData=&" in seen["url"]
    await house.call("POST", f"/control/chats/{FAN}/app-data", from_id=FAN, button_text="Ilova", data="{}")
    updates = await house.bot.get_updates()
    assert updates[-1].message and updates[-1].message.web_app_data


async def test_an_album_by_address_and_file_id(house: House) -> None:
    first = await house.bot.send_photo(FAN, picture())
    assert first.photo
    address = str(house.server.make_url(f"/control/files/{first.photo[-1].file_id}"))
    album = await house.bot.send_media_group(
        FAN, [InputMediaPhoto(media=address), InputMediaPhoto(media=first.photo[-1].file_id)]
    )
    assert album[1].photo == first.photo
    with pytest.raises(TelegramBadRequest, match="failed to get HTTP URL content"):
        await house.bot.send_photo(FAN, str(house.server.make_url("/control/files/none")))
