"""A validator's decision about the words on a poster."""

from uuid import UUID

from tortoise.transactions import in_transaction

from bot.errors import Conflict, Invalid, NotFound
from bot.ids import new_code
from bot.outbox import write_job
from bot.people.permissions import Permission, require
from bot.states.posters import change_poster
from db.posters import Poster, PosterStatus
from db.users import User

S = PosterStatus
LONGEST_REASON = 300  # characters, as the column holds


async def find_reviewed(poster_id: UUID) -> Poster:
    """The poster with its artist and buyer. Raises NotFound."""
    poster = await Poster.get_or_none(id=poster_id).select_related("artist", "user")
    if poster is None:
        raise NotFound("error-not-found")
    return poster


async def approve_poster(poster_id: UUID, validator: User, reason: str = "") -> Poster:
    """The words may be printed. Raises Forbidden for others than staff, Conflict when already decided."""
    return await _decide(poster_id, validator, S.APPROVED, reason)


async def refuse_poster(poster_id: UUID, validator: User, reason: str) -> Poster:
    """The words may not be printed; `reason` is what the fan is told. Raises Invalid without a reason."""
    if not reason.strip():
        raise Invalid("review-reason-missing")
    if len(reason.strip()) > LONGEST_REASON:
        raise Invalid("review-reason-long", length=len(reason.strip()), limit=LONGEST_REASON)
    return await _decide(poster_id, validator, S.REFUSED, reason)


async def _decide(poster_id: UUID, validator: User, status: PosterStatus, reason: str) -> Poster:
    require(validator, Permission.REVIEW_WORDS)
    told = {"reviewed_by": validator.first_name[:80], "review_reason": reason.strip()}
    async with in_transaction():
        if not await change_poster(poster_id, S.IN_REVIEW, status, **told):
            raise Conflict("review-already-decided")
        await write_job("tell_poster", f"tell_poster:{poster_id}:{new_code()}", poster_id=poster_id)
    return await find_reviewed(poster_id)
