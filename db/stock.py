"""Goods held for an order, until they are sold or given back."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.orders import Order
    from db.products import Variant


class ReservationStatus(StrEnum):
    HELD = "held"
    CONSUMED = "consumed"
    RELEASED = "released"


class Reservation(Model):
    id = fields.UUIDField(primary_key=True)
    variant_id: UUID
    variant: fields.ForeignKeyRelation["Variant"] = fields.ForeignKeyField("db.Variant", related_name="reservations")
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField("db.Order", related_name="reservations")
    quantity = fields.IntField()
    status = fields.CharEnumField(ReservationStatus, max_length=12, default=ReservationStatus.HELD)
    created_at = fields.DatetimeField(auto_now_add=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "reservations"
        unique_together = (("order", "variant"),)
