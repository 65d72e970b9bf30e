"""Reads what a request brings: JSON up to a size, fields of a known shape."""

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.words.cleaning import clean_text
from webapp.problems import BadFields, TooLarge, Unreadable, WrongType

BODY_LIMIT = 64 * 1024  # bytes
_NAME = 80  # characters of a field's name that are told back


async def read_body(request: web.Request) -> bytes:
    """The JSON bytes of a request. Raises WrongType, or TooLarge beyond 64 KiB."""
    if (request.content_length or 0) > BODY_LIMIT:
        raise TooLarge("site-too-large")
    body = b""
    async for chunk in request.content.iter_chunked(BODY_LIMIT):
        body += chunk
        if len(body) > BODY_LIMIT:
            raise TooLarge("site-too-large")
    if body and request.content_type not in ("application/json", "application/problem+json"):
        raise WrongType("site-not-json")
    return body


def read_fields(shape: type[BaseModel] | None, body: bytes) -> BaseModel | None:
    """The body as `shape`. Raises Unreadable for broken JSON, BadFields for fields that do not fit."""
    if shape is None:
        return None
    try:
        return shape.model_validate_json(body or b"{}")
    except ValidationError as error:
        if any(problem["type"] == "json_invalid" for problem in error.errors()):
            raise Unreadable("site-bad-json") from error
        raise BadFields(_list_errors(error)) from error


def read_query(shape: type[BaseModel] | None, request: web.Request) -> BaseModel | None:
    """The query as `shape`. Raises BadFields."""
    if shape is None:
        return None
    try:
        return shape.model_validate(dict(request.query))
    except ValidationError as error:
        raise BadFields(_list_errors(error)) from error


def _list_errors(error: ValidationError) -> list[dict[str, str]]:
    return [
        {"field": clean_text(".".join(map(str, problem["loc"])))[:_NAME] or "body", "problem": problem["msg"]}
        for problem in error.errors(include_url=False, include_input=False)
    ]
