"""What may follow what in a poster's life, and the only place where its state is written."""

from typing import Any
from uuid import UUID

from bot.errors import Conflict
from bot.ids import new_code
from bot.outbox import write_job
from db.posters import Poster, PosterStatus

S = PosterStatus
ALLOWED: dict[PosterStatus, set[PosterStatus]] = {
    S.DRAFT: {S.IN_REVIEW, S.APPROVED},  # laid out, words not judged yet
    S.IN_REVIEW: {S.IN_REVIEW, S.APPROVED, S.REFUSED},  # a validator reads the words
    S.APPROVED: {S.IN_REVIEW, S.APPROVED, S.PRINTING},  # may be bought; may still be changed
    S.PRINTING: {S.READY, S.FAILED},  # paid; a worker draws the print files
    S.READY: set(),  # the print files are there
    S.REFUSED: {S.REFUSED, S.IN_REVIEW, S.APPROVED},  # a person said no; another look or other words may be tried
    S.FAILED: {S.PRINTING},  # we could not draw it; it may be tried again
}
CHANGEABLE = (S.IN_REVIEW, S.APPROVED, S.REFUSED)


async def change_poster(poster_id: UUID, expected: PosterStatus, status: PosterStatus, **columns: Any) -> bool:
    """Moves a poster on; False when it was no longer in `expected`, so that a race or a repeat does nothing."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"a poster never goes from {expected} to {status}")
    return bool(await Poster.filter(id=poster_id, status=expected).update(status=status, **columns))


async def ring_print(poster: Poster) -> bool:
    """After payment, in the caller's transaction: the print files will be drawn. False where that is under way or done.

    Raises Conflict for words nobody has allowed.
    """
    for expected in (S.APPROVED, S.FAILED):
        if await change_poster(poster.id, expected, S.PRINTING):
            await write_job("print_poster", f"print_poster:{poster.id}:{new_code()}", poster_id=poster.id)
            return True
    await poster.refresh_from_db(fields=["status"])
    if poster.status not in (S.PRINTING, S.READY):
        raise Conflict("poster-in-review")
    return False
