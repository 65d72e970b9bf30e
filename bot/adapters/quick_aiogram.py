"""aiogram in a third of its import time: its 440 pydantic models are finished when first used, not all at import.

aiogram calls `model_rebuild` on every type as it is imported, which is most of the seconds a process takes to start.
Here those calls are put off; pydantic asks a model to finish itself at its first use, and then gets the same names
that aiogram would have given it. Works with aiogram 3.31 and pydantic 2.13; anything else is imported as it is.
"""

from importlib.metadata import version
from typing import Any, Literal, Optional, Union

from pydantic import BaseModel

KNOWN = {"aiogram": "3.31.", "pydantic": "2.13."}


def import_aiogram() -> None:
    """Imports aiogram, quickly where the installed versions are known to bear it."""
    if all(version(name).startswith(known) for name, known in KNOWN.items()):
        _import_unfinished()
    else:
        import aiogram  # noqa: F401


def _import_unfinished() -> None:
    finish = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda cls, **_: None)  # type: ignore[assignment, method-assign]
    try:
        import aiogram.methods.base
        from aiogram import types
    finally:
        BaseModel.model_rebuild = finish  # type: ignore[method-assign]
    names = _names_of(types)

    def finish_named(cls: Any, /, *, _types_namespace: Any = None, **options: Any) -> Any:
        options.pop("_parent_namespace_depth", None)
        return finish.__func__(cls, _types_namespace=_types_namespace or names, **options)

    for base in (types.TelegramObject, aiogram.methods.base.TelegramMethod, aiogram.methods.base.Response):
        base.model_rebuild = classmethod(finish_named)  # type: ignore[assignment, method-assign]


def _names_of(types: Any) -> dict[str, Any]:
    """The names that annotations of aiogram's types refer to, as aiogram itself lists them."""
    from aiogram.client.default import Default

    typing_names = {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal, "Default": Default}
    return {**typing_names, **{name: getattr(types, name) for name in types.__all__}}
