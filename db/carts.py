"""What somebody has put aside to buy."""

from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.posters import Poster
    from db.products import Variant
    from db.users import User


class Cart(Model):
    id = fields.UUIDField(primary_key=True)
    user_id: UUID
    user: fields.OneToOneRelation["User"] = fields.OneToOneField("db.User", related_name="cart")
    promo_code = fields.CharField(24, default="")
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "carts"


class CartItem(Model):
    id = fields.UUIDField(primary_key=True)
    cart_id: UUID
    cart: fields.ForeignKeyRelation["Cart"] = fields.ForeignKeyField("db.Cart", related_name="items")
    variant_id: UUID
    variant: fields.ForeignKeyRelation["Variant"] = fields.ForeignKeyField("db.Variant", related_name="cart_items")
    poster_id: UUID | None
    poster: fields.ForeignKeyNullableRelation["Poster"] = fields.ForeignKeyField(
        "db.Poster", related_name="cart_items", null=True
    )  # the design that is printed on it
    quantity = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "cart_items"
