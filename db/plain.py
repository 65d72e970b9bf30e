"""Rows as plain data that JSON can hold: what a person gets who asks what is kept of them."""

from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from tortoise.models import Model


def plain_row(row: Model, *columns: str) -> dict[str, Any]:
    """The named columns, unsealed; a column that is not named is never handed out."""
    return {column: _plain(getattr(row, column)) for column in columns}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, UUID | Decimal) else value
