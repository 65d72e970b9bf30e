"""How goods reach a buyer: the carrier, the place, and everything that happens to the parcel."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from db.sealing import SealedText

if TYPE_CHECKING:
    from db.orders import Order


class DeliveryStatus(StrEnum):
    CHOSEN = "chosen"
    REQUESTED = "requested"
    NEW = "new"
    IN_TRANSIT = "in-transit"
    IN_FINAL_DESTINATION = "in-final-destination"
    DELIVERED = "delivered"
    EXPIRED_RETURN = "expired-return"
    RETURNED = "returned"
    LOST = "lost"
    MISSING = "missing"
    CANCELED = "canceled"


class Delivery(Model):
    id = fields.UUIDField(primary_key=True)
    order_id: UUID
    order: fields.OneToOneRelation["Order"] = fields.OneToOneField("db.Order", related_name="delivery")
    carrier = fields.CharField(16)  # boxnow, courier, pickup
    status = fields.CharEnumField(DeliveryStatus, max_length=24, default=DeliveryStatus.CHOSEN)
    place_id = fields.CharField(64, default="")  # locker or pickup point
    place_name: fields.Field[str] = SealedText(default="")
    address: fields.Field[str] = SealedText(default="")
    contact_name: fields.Field[str] = SealedText(default="")
    contact_phone: fields.Field[str] = SealedText(default="")
    contact_email: fields.Field[str] = SealedText(default="")
    price_uzs = fields.BigIntField(default=0)
    request_number = fields.CharField(40, default="")  # order number as the carrier knows it; burnt once used
    request_id = fields.CharField(64, default="")
    parcel_id = fields.CharField(64, default="", db_index=True)
    parcel_pin: fields.Field[str] = SealedText(default="")  # opens the locker
    label_key = fields.CharField(200, default="")
    tracking_url = fields.CharField(300, default="")
    attempt = fields.IntField(default=0)
    failure = fields.CharField(200, default="")
    event_at = fields.DatetimeField(null=True)  # carrier's time of the newest event that was applied
    created_at = fields.DatetimeField(auto_now_add=True)
    requested_at = fields.DatetimeField(null=True)
    delivered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "deliveries"


class DeliveryEvent(Model):
    id = fields.UUIDField(primary_key=True)
    delivery_id: UUID
    delivery: fields.ForeignKeyRelation["Delivery"] = fields.ForeignKeyField("db.Delivery", related_name="events")
    event_id = fields.CharField(80, unique=True)
    event = fields.CharField(32)
    state = fields.CharField(24)
    place = fields.CharField(200, default="")
    happened_at = fields.DatetimeField()
    received_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "delivery_events"
