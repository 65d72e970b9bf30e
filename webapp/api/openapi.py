"""Writes the OpenAPI 3.1 description from the table of endpoints, so that it cannot say anything else."""

import http
import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from webapp.api.endpoint import Endpoint
from webapp.api.idempotency import HEADER
from webapp.api.shapes import JobShape, Problem
from webapp.problems import MEDIA_TYPE

_REFERENCE = "#/components/schemas/{model}"
_ABOUT = (
    "Greetings from the stars of Stario. Errors are problem documents (RFC 9457) in the language of "
    "`Accept-Language` (uz, uz-Cyrl, ru, en). Send an `Idempotency-Key` with every write: the same key with "
    "the same body is answered alike for a day and never done twice."
)
_PATH_WORDS = {
    "artist": "Id or slug of an artist.",
    "video": "Id of a greeting, the `job_id`.",
    "quiz": "Id of a face quiz.",
    "game": "Id of a question quiz that somebody plays.",
    "item": "Id of a line in the cart.",
    "order": "Id or number of an order.",
    "product": "Id or slug of a product.",
}
_TAGS = {
    "people": "Signing in",
    "artists": "The catalogue",
    "videos": "Greetings",
    "quizzes": "The face quiz",
    "moderation": "The text filter",
}


def build_openapi(endpoints: Iterable[Endpoint], prefix: str) -> dict[str, Any]:
    """The whole description as a JSON-ready dictionary."""
    rows = list(endpoints)
    paths: dict[str, dict[str, Any]] = {}
    for row in rows:
        paths.setdefault(prefix + row.path, {})[row.method.lower()] = _describe_operation(row)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Stario", "version": "1", "description": _ABOUT},
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": words} for name, words in _TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": _schemas(rows),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }


def _schemas(rows: list[Endpoint]) -> dict[str, Any]:
    bodies = {row.takes for row in rows if row.takes and row.writes}
    shapes = {shape for row in rows for shape in row.answers.values() if shape} | {Problem, JobShape}
    wanted: list[Any] = [(model, "validation") for model in bodies]
    wanted += [(model, "serialization") for model in shapes]
    wanted.sort(key=lambda pair: pair[0].__name__)
    _, schemas = models_json_schema(wanted, ref_template=_REFERENCE)
    return dict(sorted(schemas["$defs"].items()))


def _describe_operation(row: Endpoint) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": row.act.__name__,
        "summary": row.summary,
        "tags": [row.tag],
        "parameters": [*_path_parameters(row), *_query_parameters(row), *_header_parameters(row)],
        "responses": _responses(row),
        "security": [{"token": []}] if row.signed_in else [],
    }
    if row.writes and row.takes:
        content = {"application/json": {"schema": _refer(row.takes)}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _refer(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=model.__name__)}


def _path_parameters(row: Endpoint) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", row.path)
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": _PATH_WORDS.get(name, f"Id of a {name}."),
            "schema": {"type": "string"},
        }
        for name in names
    ]


def _query_parameters(row: Endpoint) -> list[dict[str, Any]]:
    if row.writes or row.takes is None:
        return []
    schema = row.takes.model_json_schema(ref_template=_REFERENCE)
    return [
        {"name": name, "in": "query", "required": name in schema.get("required", []), "schema": field}
        for name, field in schema["properties"].items()
    ]


def _header_parameters(row: Endpoint) -> list[dict[str, Any]]:
    language = {"name": "Accept-Language", "in": "header", "required": False, "schema": {"type": "string"}}
    if not row.writes:
        return [language]
    key = {
        "name": HEADER,
        "in": "header",
        "required": False,
        "description": "Any unique text of up to 255 characters; the same again is the same answer.",
        "schema": {"type": "string", "maxLength": 255},
    }
    return [language, key]


def _responses(row: Endpoint) -> dict[str, Any]:
    responses = {str(status): _describe_answer(row, status, shape) for status, shape in row.answers.items()}
    for status in sorted(_possible_problems(row)):
        content = {MEDIA_TYPE: {"schema": _refer(Problem)}}
        responses[str(status)] = {"description": http.HTTPStatus(status).phrase, "content": content}
        if status in (429, 503):
            responses[str(status)]["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return responses


def _describe_answer(row: Endpoint, status: int, shape: type[BaseModel] | None) -> dict[str, Any]:
    words = http.HTTPStatus(status).phrase
    if shape is not None:
        return {"description": words, "content": {"application/json": {"schema": _refer(shape)}}}
    events = "Server-sent events named `progress`; the data of each is a JobShape."
    return {"description": events, "content": {"text/event-stream": {"schema": {"type": "string"}}}}


def _possible_problems(row: Endpoint) -> set[int]:
    problems = {500, *row.problems}
    if row.signed_in:
        problems.add(401)
    problems |= {401, 403}  # a token or a cookie that does not hold is refused everywhere
    if row.takes is not None:
        problems.add(422)
    if row.writes:
        problems |= {400, 409, 413, 415, 422}
    if row.rate is not None:
        problems.add(429)
    return problems
