"""Staff add a quiz with questions by sending its YAML file into the staff chat."""

import html

from aiogram import Router
from aiogram.types import Message

from admin.chat.talking import StaffTalk
from bot.i18n import text
from bot.people.permissions import Permission, require
from bot.services import Services
from bot.trivia.book import FaultyQuiz, add_quiz, read_quiz

_LARGEST = 256 * 1024


def build_router() -> Router:
    router = Router(name="staff trivia")
    router.message.register(take_quiz, is_quiz_file)
    return router


async def is_quiz_file(message: Message, services: Services) -> bool:
    """A filter: a YAML document in the staff chat; other files are talk among colleagues."""
    if message.chat.id != services.settings.staff_chat:
        return False
    name = (message.document.file_name or "") if message.document else ""
    return name.lower().endswith((".yaml", ".yml"))


async def take_quiz(message: Message, talk: StaffTalk) -> None:
    require(talk.user, Permission.ADD_TRIVIA)
    try:
        book = read_quiz(await _read_file(message, talk))
        quiz = await add_quiz(book)
    except FaultyQuiz as faulty:
        await message.reply(html.escape(text(talk.language, faulty.key, **faulty.values)))
        return
    words = talk.say("trivia-added", title=quiz.title[talk.language], count=len(book["questions"]))
    await message.reply(words)


async def _read_file(message: Message, talk: StaffTalk) -> str:
    document = message.document
    assert document is not None
    if (document.file_size or 0) > _LARGEST:
        raise FaultyQuiz([f"more than {_LARGEST // 1024} KiB"])
    body = await talk.services.telegram.download(document)
    try:
        return body.read().decode("utf-8") if body else ""
    except UnicodeDecodeError as error:
        raise FaultyQuiz(["not UTF-8"]) from error
