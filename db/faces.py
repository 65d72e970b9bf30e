"""What an engine sees in an artist's face: one vector an artist and engine, never compared across engines."""

from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.artists import Artist


class ArtistFace(Model):
    id = fields.UUIDField(primary_key=True)
    artist_id: UUID
    artist: fields.ForeignKeyRelation["Artist"] = fields.ForeignKeyField("db.Artist", related_name="faces")
    engine_id = fields.CharField(64)
    vector = fields.BinaryField()  # float32, little endian, of length 1
    portraits = fields.IntField(default=1)  # how many pictures were averaged
    source_sha256 = fields.CharField(64)  # of the pictures, so that a changed portrait is embedded anew
    made_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "artist_faces"
        unique_together = (("artist", "engine_id"),)
