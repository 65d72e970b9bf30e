"""One Bot API call: read from any of the encodings Telegram takes and judged by aiogram's own models."""

import json
from dataclasses import dataclass, field
from typing import Any, get_args

from aiogram.methods import base as method_base
from aiogram.types import InputFile
from aiohttp import web
from aiohttp.web_request import FileField
from pydantic import ValidationError

from webapp.playground.errors import ApiError, bad_request
from webapp.playground.shapes import Json

MethodClass = type[method_base.TelegramMethod[Any]]
FILE_KEYS = frozenset({"photo", "video", "media", "thumbnail", "cover", "audio", "voice", "document"}) | {
    "animation",
    "video_note",
    "sticker",
    "certificate",
}
EMPTY_WORDS = {"chat_id": "chat_id is empty", "text": "message text is empty"}


@dataclass
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes
    mime: str


class Attached(InputFile):
    """Stands in a validated call where `attach://<name>` stood."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def read(self, bot: object) -> Any:
        raise TypeError("the bytes of an attachment are in Call.uploads")


@dataclass
class Call:
    """A judged call: `values` holds only what was given, as plain JSON and `Attached` marks."""

    method: str
    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


async def read_parameters(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Raw parameters of a request and the files beside them. Raises ApiError for broken JSON."""
    values: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("object expected as parameters")
        return values | body, uploads
    for key, value in (await request.post()).items():
        if isinstance(value, FileField):
            uploads[key] = Upload(value.filename, value.file.read(), value.content_type)
            values.setdefault(key, f"attach://{key}")
        else:
            values[key] = value
    return values, uploads


def judge_call(model: MethodClass, raw: Json, uploads: dict[str, Upload]) -> Call:
    """Validates parameters against the method's model. Raises ApiError 400 as Telegram does.

    Parameters that the method does not have are ignored, as Telegram ignores them.
    """
    values = {
        key: _mark_files(key, _decode_value(model, key, value))
        for key, value in raw.items()
        if key in model.model_fields and value is not None and key not in _aliases(uploads, raw, key)
    }
    try:
        judged = model.model_validate(values)
    except ValidationError as problem:
        raise _explain(problem) from None
    given = judged.model_dump(exclude_unset=True, exclude_none=True, by_alias=True, warnings=False)
    return Call(model.__api_method__, given, uploads)


def _aliases(uploads: dict[str, Upload], raw: Json, key: str) -> tuple[str, ...]:
    """A part named like a parameter counts only where that parameter takes a file."""
    return (key,) if key in uploads and key not in FILE_KEYS and raw[key] == f"attach://{key}" else ()


def _decode_value(model: MethodClass, key: str, value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return value
    if not _takes_objects(model.model_fields[key].annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {key.replace('_', ' ')} JSON object") from None


def _takes_objects(annotation: Any) -> bool:
    """True when a parameter may be an object or a list, so that its text is JSON."""
    parts = get_args(annotation)
    if parts:
        return getattr(annotation, "__origin__", None) is list or any(_takes_objects(part) for part in parts)
    return hasattr(annotation, "model_fields") or annotation in (list, dict)


def _mark_files(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _mark_files(name, item) for name, item in value.items()}
    if isinstance(value, list):
        return [_mark_files(key, item) for item in value]
    if key in FILE_KEYS and isinstance(value, str) and value.startswith("attach://"):
        return Attached(value.removeprefix("attach://"))
    return value


def _explain(problem: ValidationError) -> ApiError:
    first = problem.errors()[0]
    where = str(first["loc"][0]) if first["loc"] else "request"
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return bad_request(EMPTY_WORDS.get(where, f'parameter "{where}" is required'))
    if where == "reply_markup":
        return bad_request("object expected as reply markup")
    path = ".".join(str(part) for part in first["loc"])
    return bad_request(f"can't parse {path}: {first['msg']}")
