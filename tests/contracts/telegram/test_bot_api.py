"""An unmodified aiogram bot lives in the playground: messages, buttons, files, inline mode, updates."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Dispatcher, F
from aiogram.exceptions import TelegramAPIError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputMediaVideo,
    InputTextMessageContent,
    Message,
    ReplyKeyboardRemove,
)
from aiogram.utils.keyboard import ReplyKeyboardBuilder

from tests.contracts.telegram.bot_api_house import FAN, STAFF, House, draw_picture, make_clip
from tests.waiting import until

GROUP = -1001000000001


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


def keyboard(text: str = "Go", **button: object) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=text, **button)]])


def picture(width: int = 900, height: int = 600) -> BufferedInputFile:
    return BufferedInputFile(draw_picture(width, height), "picture.jpg")


async def test_start_is_answered_and_a_press_shows_its_alert(house: House) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text == "/start")
    async def greet(message: Message) -> None:
        await message.answer("Salom <b>Madina</b>", parse_mode="HTML", reply_markup=keyboard(callback_data="go"))

    @dispatcher.callback_query(F.data == "go")
    async def go(query: CallbackQuery) -> None:
        await query.answer("Ketdik!", show_alert=True)
        assert isinstance(query.message, Message)
        await query.message.edit_text("Boʻldi")

    async with house.polling(dispatcher):
        sent = await house.say("/start")
        (answer,) = await house.chat(after=sent["message_id"], wait=5)
        assert sent["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
        assert answer["text"] == "Salom Madina"
        assert answer["entities"] == [{"type": "bold", "offset": 6, "length": 6}]
        edit = asyncio.create_task(house.chat(after=answer["message_id"], wait=5, edits=1))
        seen = await house.press(answer, text="Go")
        assert (seen["text"], seen["show_alert"]) == ("Ketdik!", True)
        (edited,) = await edit
        assert (edited["message_id"], edited["text"]) == (answer["message_id"], "Boʻldi")
        assert "reply_markup" not in edited


async def test_a_video_keeps_its_cover_and_is_sent_again_by_file_id(house: House) -> None:
    await house.say("/start")
    clip = BufferedInputFile(make_clip(9.6, 720, 1280), "greeting.mp4")
    sent = await house.bot.send_video(FAN, clip, cover=picture(720, 1280), supports_streaming=True)
    assert sent.video and sent.video.cover
    assert (sent.video.duration, sent.video.width, sent.video.height) == (10, 720, 1280)
    assert sent.video.cover[-1].height == 1280
    again = await house.bot.send_video(FAN, sent.video.file_id, caption="yana")
    assert again.video == sent.video
    async with house.http.get(f"/control/files/{sent.video.file_id}", headers={"Range": "bytes=4-7"}) as part:
        assert (part.status, await part.read(), part.content_type) == (206, b"ftyp", "video/mp4")
    file = await house.bot.get_file(sent.video.file_id)
    assert file.file_path
    got = await house.bot.download_file(file.file_path)
    assert got and got.read() == make_clip(9.6, 720, 1280)


async def test_a_photo_has_sizes_and_what_a_fan_sends_reaches_the_bot(house: House) -> None:
    await house.say("/start")
    sent = await house.bot.send_photo(FAN, picture(3000, 1500), has_spoiler=True)
    assert sent.photo and [size.width for size in sent.photo] == [90, 320, 800, 1280]
    import base64

    photo = base64.b64encode(draw_picture(400, 300)).decode()
    await house.say("mana", photo_base64=photo)
    updates = await house.bot.get_updates(timeout=1)
    message = updates[-1].message
    assert message and message.photo and message.caption == "mana"
    assert (message.photo[-1].width, message.photo[-1].height) == (400, 300)


async def test_albums_copies_and_forwards(house: House) -> None:
    await house.say("/start")
    clip = BufferedInputFile(make_clip(), "c.mp4")
    album = await house.bot.send_media_group(
        FAN, [InputMediaPhoto(media=picture(), caption="<i>bir</i>", parse_mode="HTML"), InputMediaVideo(media=clip)]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert album[0].caption_entities and album[0].caption_entities[0].type == "italic"
    copied = await house.bot.copy_message(GROUP, FAN, album[0].message_id, caption="nusxa")
    forwarded = await house.bot.forward_message(GROUP, FAN, album[1].message_id)
    shown = await house.chat(GROUP)
    assert [m["message_id"] for m in shown] == [copied.message_id, forwarded.message_id]
    assert shown[0]["caption"] == "nusxa" and shown[1]["forward_origin"]["type"] == "user"


async def test_reply_keyboard_is_pressed_by_label_and_removed(house: House) -> None:
    await house.say("/start")
    builder = ReplyKeyboardBuilder().button(text="🎬 Tabrik").button(text="Raqam", request_contact=True)
    sent = await house.bot.send_message(FAN, "menyu", reply_markup=builder.as_markup(resize_keyboard=True))
    shown = (await house.chat())[-1]
    assert shown["reply_keyboard"]["keyboard"][0][0] == {"text": "🎬 Tabrik"}
    seen = await house.press(shown, text="🎬 Tabrik")
    assert seen["message"]["text"] == "🎬 Tabrik" and seen["message"]["message_id"] > sent.message_id
    assert (await house.press(shown, text="Raqam"))["message"]["contact"]["user_id"] == FAN
    await house.bot.send_message(FAN, "boʻldi", reply_markup=ReplyKeyboardRemove())
    chats = {chat["id"]: chat for chat in await house.call("GET", "/control/chats")}
    assert chats[FAN]["keyboard"] is None


async def test_topics_members_and_ids_of_the_staff_group(house: House) -> None:
    topic = await house.bot.create_forum_topic(GROUP, "Buyurtma 7")
    await house.bot.send_message(GROUP, "koʻring", message_thread_id=topic.message_thread_id)
    assert (await house.chat(GROUP))[-1]["message_thread_id"] == topic.message_thread_id
    administrators = await house.bot.get_chat_administrators(GROUP)
    assert STAFF in [member.user.id for member in administrators]
    assert (await house.bot.get_chat_member(GROUP, FAN)).status == "left"
    await house.call("POST", f"/control/chats/{GROUP}/messages", expect=403, from_id=FAN, text="kirsam boʻladimi")
    await house.say("tasdiqlayman", user=STAFF, chat=GROUP)
    assert (await house.bot.get_updates())[-1].message.chat.type == "supergroup"


async def test_inline_results_are_offered_chosen_and_edited(house: House) -> None:
    dispatcher = Dispatcher()

    @dispatcher.inline_query()
    async def offer(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=f"{query.query}!")
        article = InlineQueryResultArticle(id="1", title="Zarnigor", input_message_content=content)
        await query.answer([article], cache_time=1)

    async with house.polling(dispatcher):
        answer = await house.call("POST", "/control/inline", from_id=FAN, query="zar")
    assert answer["results"][0]["title"] == "Zarnigor"
    body = {"from_id": STAFF, "chat_id": GROUP, "query": "zar", "result": answer["results"][0]}
    posted = await house.call("POST", "/control/inline/choose", **body)
    assert posted["text"] == "zar!" and posted["via_bot"]["is_bot"] and posted["from"]["id"] == STAFF
    prepared = await house.bot.save_prepared_inline_message(
        FAN, InlineQueryResultArticle(**answer["results"][0]), allow_user_chats=True
    )
    shared = await house.call("POST", f"/control/prepared/{prepared.id}/share", from_id=FAN)
    assert shared["text"] == "zar!"


async def test_updates_are_confirmed_by_offset_and_one_poll_ends_another(house: House) -> None:
    await house.say("bir")
    await house.say("ikki")
    first, second = await house.bot.get_updates()
    assert second.update_id == first.update_id + 1
    assert [u.update_id for u in await house.bot.get_updates(offset=second.update_id)] == [second.update_id]
    assert [u.message.text for u in await house.bot.get_updates(offset=-1)] == ["ikki"]
    assert await house.bot.get_updates(offset=second.update_id + 1) == []
    waiting = asyncio.create_task(house.bot.get_updates(timeout=20))

    async def take_over() -> bool:
        await house.bot.get_updates()
        return waiting.done()

    await until(take_over)  # again where this one was there before the one that waits
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await waiting


async def test_only_asked_kinds_of_updates_arrive(house: House) -> None:
    await house.bot.get_updates(allowed_updates=["callback_query"])
    await house.say("eshitilmaydi")
    assert await house.bot.get_updates() == []


async def test_blocking_tells_the_bot_and_start_unblocks(house: House) -> None:
    await house.say("/start")
    await house.call("POST", f"/control/users/{FAN}/block")
    change = (await house.bot.get_updates())[-1].my_chat_member
    assert change and change.new_chat_member.status == "kicked"
    with pytest.raises(TelegramAPIError, match="bot was blocked by the user"):
        await house.bot.send_message(FAN, "salom")
    await house.call("POST", f"/control/chats/{FAN}/messages", expect=409, from_id=FAN, text="salom")
    await house.say("/start")
    await house.bot.send_message(FAN, "qaytganingiz yaxshi boʻldi")


async def test_long_text_of_a_person_is_split_as_apps_do(house: House) -> None:
    last = await house.say("soʻz " * 1000)
    texts = [message["text"] for message in await house.chat()]
    assert len(texts) == 2 and all(len(text) <= 4096 for text in texts)
    assert last["text"] == texts[-1]


async def test_commands_menu_and_names_are_kept(house: House) -> None:
    await house.bot.set_my_commands([BotCommand(command="start", description="Boshlash")], language_code="uz")
    await house.bot.set_my_description("Yulduzdan tabrik")
    chats = {chat["id"]: chat for chat in await house.call("GET", "/control/chats")}
    assert chats[FAN]["commands"] == [{"command": "start", "description": "Boshlash"}]
    assert chats[10002]["commands"] == []
    assert (await house.bot.get_my_description()).description == "Yulduzdan tabrik"


async def test_other_tokens_and_methods_are_refused_loudly(house: House) -> None:
    stranger = house.make_bot("1:nobody")
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    await stranger.session.close()
    with pytest.raises(TelegramAPIError, match="does not play banChatMember"):
        await house.bot.ban_chat_member(GROUP, FAN)
    token = house.settings.token
    assert (await house.call("GET", f"/bot{token}/noSuchMethod", expect=404))["description"] == "Not Found"
    assert (await house.call("POST", f"/bot{token}/GETME"))["result"]["is_bot"]


async def test_a_restart_keeps_chats_files_and_waiting_updates(house: House, tmp_path: Path) -> None:
    await house.say("/start")
    photo = await house.bot.send_photo(FAN, picture())
    await house.close()
    await house.open()
    assert [message["message_id"] for message in await house.chat()] == [1, photo.message_id]
    assert (await house.bot.get_updates())[0].message.text == "/start"
    assert photo.photo
    again = await house.bot.send_photo(FAN, photo.photo[-1].file_id)
    assert again.message_id == photo.message_id + 1
