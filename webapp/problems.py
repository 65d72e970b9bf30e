"""Errors as people and programs read them: problem documents (RFC 9457), in the reader's language."""

import http
import logging
from typing import Any

import orjson
from aiohttp import web

from bot.errors import Refusal, TooMany
from bot.i18n import MissingText, text
from bot.quiz.quizzes import SeveralFaces
from bot.words.moderation import Blocked, explain
from webapp.languages import LANGUAGE, request_language

log = logging.getLogger("stario.web")
MEDIA_TYPE = "application/problem+json"
# A problem's type is a promise to programs: it keeps the name it was published under when its text gets another.
_PUBLISHED = {"quiz-gone": "lookalike-gone", "quiz-no-answer": "lookalike-no-answer"}
_KEY_OF_STATUS = {404: "site-no-page", 405: "site-wrong-method", 413: "site-too-large"}


class Unreadable(Refusal):
    """The request is not what it says it is."""

    status = 400


class WrongType(Refusal):
    status = 415


class TooLarge(Refusal):
    status = 413


class RateLimited(TooMany):
    """Too many requests; `retry_after` in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("site-rate", seconds=retry_after)
        self.retry_after = retry_after


class BadFields(Refusal):
    """The body or the query has fields that do not fit; `errors` names each with what is wrong."""

    status = 422

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__("site-bad-fields", fields=", ".join(error["field"] for error in errors) or "–")
        self.errors = errors


def speak(language: str, refusal: Refusal) -> str:
    """The words of a refusal. A missing text is our defect: it is logged, and the person gets an apology."""
    try:
        return text(language, refusal.key, **refusal.values)
    except MissingText:
        log.exception("no text for %s", refusal)
        return text(language, "error-unexpected")


def describe_problem(request: web.Request, refusal: Refusal, language: str) -> dict[str, Any]:
    """The members of a problem document; `reasons` says which words were blocked and why."""
    problem: dict[str, Any] = {
        "type": f"/api/docs#problem-{_PUBLISHED.get(refusal.key, refusal.key)}",
        "title": http.HTTPStatus(refusal.status).phrase,
        "status": refusal.status,
        "detail": speak(language, refusal),
        "instance": request.path,
    }
    if isinstance(refusal, Blocked):
        judgement = refusal.judgement
        problem |= {
            "verdict": judgement.verdict,
            "categories": list(judgement.categories),
            "reasons": explain(judgement, language),
        }
    if isinstance(refusal, SeveralFaces):
        problem["faces"] = refusal.faces
    if isinstance(refusal, BadFields):
        problem["errors"] = refusal.errors
    return problem


def answer_problem(request: web.Request, refusal: Refusal, language: str) -> web.Response:
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="stario"'
    if refusal.status == 429:
        headers["Retry-After"] = str(getattr(refusal, "retry_after", 3600))
    if refusal.status == 503:
        headers["Retry-After"] = "5"
    body = orjson.dumps(describe_problem(request, refusal, language))
    return web.Response(body=body, status=refusal.status, content_type=MEDIA_TYPE, headers=headers)


def language_of(request: web.Request) -> str:
    """The language the request is being answered in."""
    return request.get(LANGUAGE) or request_language(request)


def as_refusal(error: web.HTTPException) -> Refusal:
    """aiohttp's own errors in our words."""
    refusal = Refusal(_KEY_OF_STATUS.get(error.status, "error-unexpected"))
    refusal.status = error.status
    return refusal
