"""The face quiz in the Mini App: consent, the camera or a file, and the result."""

from typing import Any

from aiohttp import web

from bot.artists.artists import list_artists
from bot.chat.quiz_shares import card_path
from bot.errors import NotFound
from bot.i18n import format_moment, text
from bot.quiz.cards import whole_percent
from bot.quiz.quizzes import LARGEST_PHOTO, badge_key, consent_words, find_consent, find_quiz, match_artists, receipt_of
from db.quizzes import FaceQuiz
from webapp.keys import services_of
from webapp.languages import LANGUAGE
from webapp.miniapp.page import enter_first, meet_caller, show_page
from webapp.miniapp.stars import describe_star

_TEASERS = 3
_TEXTS = ("sending", "looking", "face", "upload-failed", "no-camera", "agree", "camera", "shoot")
_RESULT_TEXTS = ("deleting", "deleting-now", "deleted", "proof", "shared", "card")


async def show_quiz(request: web.Request) -> web.Response:
    """Everything up to the answer; its steps take turns on one page."""
    user = await meet_caller(request)
    language = request[LANGUAGE]
    title = text(language, "quiz-app-title")
    if user is None:
        return enter_first(request, title, "/app/")
    stars = (await list_artists("", "", 0, _TEASERS)).items
    values = {
        "agreed": await find_consent(user) is not None,
        "consent": consent_words(language),
        "stars": [describe_star(artist, language) for artist in stars],
        "largest": LARGEST_PHOTO,
        "texts": page_texts(language, _TEXTS),
    }
    return show_page(request, "quiz", title, "/app/", values)


async def show_result(request: web.Request) -> web.Response:
    """One's own answer: whom one looks like, the card, and the proof that the photo is gone."""
    user = await meet_caller(request)
    language = request[LANGUAGE]
    if user is None:
        return enter_first(request, text(language, "quiz-app-result"), "/app/quiz")
    quiz = await find_quiz(user, request.match_info["quiz"])
    values = await describe_answer(request, quiz)
    return show_page(request, "quiz_result", values["best"]["name"], "/app/quiz", values)


async def describe_answer(request: web.Request, quiz: FaceQuiz) -> dict[str, Any]:
    """What the page shows of an answered quiz. Raises NotFound for one without an answer."""
    language, services = request[LANGUAGE], services_of(request)
    matches = [
        describe_star(artist, language) | {"percent": whole_percent(percent)}
        for artist, percent in await match_artists(quiz)
    ]
    if not matches:
        raise NotFound("quiz-gone")
    receipt = receipt_of(quiz)
    return {
        "quiz": quiz,
        "matches": matches,
        "best": matches[0],
        "badge": text(language, badge_key(quiz.badge)),
        "card": card_path(services, quiz, language, "chat"),
        "receipt": receipt,
        "deleted_at": format_moment(receipt.deleted_at, "%H:%M:%S") if receipt.deleted_at else "",
        "texts": page_texts(language, _RESULT_TEXTS),
    }


def page_texts(language: str, names: tuple[str, ...]) -> dict[str, str]:
    """Words that scripts say; places for values are marked `%s`."""
    marks = {"number": "%s", "seconds": "%s", "time": "%s"}
    return {name: text(language, f"quiz-app-{name}", **marks) for name in names}


def add_quiz(app: web.Application) -> None:
    app.router.add_get("/app/quiz", show_quiz)
    app.router.add_get("/app/quiz/{quiz:[0-9a-f-]{36}}", show_result)
