"""Quizzes with questions in the Mini App: the list with the week's board, and one game on one page."""

from aiohttp import web

from bot.i18n import text
from bot.trivia.trivia import find_trivia, week_board
from webapp.api.trivia import describe_quizzes
from webapp.languages import LANGUAGE
from webapp.miniapp.page import enter_first, meet_caller, show_page


async def show_trivia(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language = request[LANGUAGE]
    board = [
        {"place": place, "name": score.name, "points": score.points, "is_me": bool(user and score.user_id == user.id)}
        for place, score in enumerate(await week_board(), 1)
    ]
    values = {"quizzes": await describe_quizzes(language), "board": board}
    return show_page(request, "trivia", text(language, "trivia-title"), "/app/", values)


async def show_game(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language, quiz = request[LANGUAGE], await find_trivia(request.match_info["slug"])
    title = quiz.title[language]
    if user is None:
        return enter_first(request, title, "/app/trivia")
    return show_page(request, "trivia_game", title, "/app/trivia", {"quiz": quiz, "name": title}, personal=True)


def add_trivia(app: web.Application) -> None:
    app.router.add_get("/app/trivia", show_trivia)
    app.router.add_get("/app/trivia/{slug:[a-z0-9-]+}", show_game)
