"""A poster from its words to the print file: judged, drawn, changed, refused, printed."""

import io

import cv2
import numpy as np
import pytest
from pypdf import PdfReader

from bot.errors import Conflict, Forbidden, Invalid, Unavailable
from bot.outbox import due_rows
from bot.posters.posters import change_design, design_poster, find_poster, require_printable
from bot.posters.reviews import approve_poster, refuse_poster
from bot.services import Services
from bot.states.posters import ring_print
from bot.words.moderation import Blocked
from db.artists import Artist
from db.consents import Consent, Purpose
from db.outbox import OutboxRow
from db.posters import Poster, PosterStatus
from db.users import Role, User
from tests.flows.posters.poster_world import WORDS, asked, bench
from tests.flows.world import new_fan
from workers.making.print_poster import bury_poster, print_poster
from workers.rows import Bench

__all__ = ["bench"]


async def a_validator() -> User:
    return await User.create(telegram_id=880_001, first_name="Nodir", role=Role.VALIDATOR)


async def test_good_words_are_drawn_at_once_and_the_same_request_is_the_same_poster(
    services: Services, bench: Bench
) -> None:
    fan, request = await new_fan(), await asked(request_key="one")
    poster = await design_poster(services, fan, request)
    assert poster.status is PosterStatus.APPROVED
    assert poster.dpi == 154
    require_printable(poster)
    picture = cv2.imdecode(np.frombuffer(await services.store.get(poster.preview_key), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert abs(picture.shape[0] / picture.shape[1] - 297 / 210) < 0.01
    again = await design_poster(services, fan, request)
    assert again.id == poster.id
    assert await Poster.all().count() == 1


async def test_a_coarse_picture_is_refused_before_paying_and_a_smaller_size_is_not(
    services: Services, bench: Bench
) -> None:
    fan = await new_fan()
    poster = await design_poster(services, fan, await asked(size="a3"))
    with pytest.raises(Invalid) as refusal:
        require_printable(poster)
    assert refusal.value.key == "poster-too-coarse"
    assert refusal.value.values == {"dpi": 109, "least": 150, "size": "A3"}
    require_printable(await change_design(services, fan, poster.id, design="ikat"))
    require_printable(await change_design(services, fan, poster.id, design="bill", size="a5"))


async def test_words_are_judged_on_the_way_in_and_again_when_they_change(services: Services, bench: Bench) -> None:
    fan = await new_fan()
    with pytest.raises(Blocked):
        await design_poster(services, fan, await asked(words="Sen ahmoqsan"))
    with pytest.raises(Invalid):
        await design_poster(services, fan, await asked(words="a" * 201))
    with pytest.raises(Invalid):
        await design_poster(services, fan, await asked(recipient="M" * 31))
    assert await Poster.all().count() == 0
    poster = await design_poster(services, fan, await asked())
    with pytest.raises(Blocked):
        await change_design(services, fan, poster.id, words="Sen ahmoqsan")
    assert (await find_poster(fan, poster.id)).words == WORDS


async def test_no_poster_without_the_artists_consent_for_merchandise(services: Services, bench: Bench) -> None:
    request = await asked()
    artist = await Artist.get(slug=request.artist)
    await Consent.filter(artist_id=artist.id, purpose=Purpose.MERCH).delete()
    with pytest.raises(Forbidden):
        await design_poster(services, await new_fan(), request)


async def doubtful(services: Services, fan: User) -> Poster:
    """A poster whose words wait for a person."""
    poster = await design_poster(services, fan, await asked())
    await Poster.filter(id=poster.id).update(status=PosterStatus.IN_REVIEW, categories=["religion"])
    return await find_poster(fan, poster.id)


async def test_a_validator_decides_once_and_the_fan_may_try_other_words(services: Services, bench: Bench) -> None:
    fan, validator = await new_fan(), await a_validator()
    poster = await doubtful(services, fan)
    with pytest.raises(Conflict):
        require_printable(poster)
    with pytest.raises(Forbidden):
        await approve_poster(poster.id, fan)
    with pytest.raises(Invalid):
        await refuse_poster(poster.id, validator, " ")
    await refuse_poster(poster.id, validator, "juda ham quruq")
    with pytest.raises(Conflict):
        await approve_poster(poster.id, validator)
    assert await OutboxRow.filter(job="tell_poster").count() == 1
    better = await change_design(services, fan, poster.id, words="Baxtli boʻl!")
    assert better.status is PosterStatus.APPROVED
    assert better.review_reason == ""


async def test_a_paid_poster_becomes_a_pdf_with_its_boxes_and_a_signed_png(services: Services, bench: Bench) -> None:
    fan = await new_fan()
    poster = await design_poster(services, fan, await asked(design="ikat", palette="khiva", size="a5"))
    assert await ring_print(poster)
    assert not await ring_print(poster)  # a repeat of the payment rings nothing
    assert [row.job for row in await due_rows()] == ["print_poster"]
    with pytest.raises(Conflict):
        await change_design(services, fan, poster.id, size="a4")
    await print_poster(bench, str(poster.id))
    await print_poster(bench, str(poster.id))
    ready = await find_poster(fan, poster.id)
    assert ready.status is PosterStatus.READY
    page = PdfReader(io.BytesIO(await services.store.get(ready.pdf_key))).pages[0]
    trim = [float(side) / 72 * 25.4 for side in (page.trimbox.width, page.trimbox.height)]
    assert trim == pytest.approx([148, 210], abs=0.1)
    assert float(page.bleedbox.width) / 72 * 25.4 == pytest.approx(154, abs=0.1)
    png = await services.store.get(ready.png_key)
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape[:2] == pytest.approx((216 / 25.4 * 300, 154 / 25.4 * 300), abs=2)
    assert b"c2pa" in png


async def test_a_preview_that_was_not_drawn_cannot_be_bought_as_if_it_were(
    services: Services, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    fan = await new_fan()
    poster = await design_poster(services, fan, await asked())

    async def nobody(job: str, item: str, seconds: float) -> dict[str, object]:
        raise Unavailable("error-part-busy")

    with monkeypatch.context() as broken:
        broken.setattr(services.queue, "ask", nobody)
        with pytest.raises(Unavailable):
            await change_design(services, fan, poster.id, size="a3")
        with pytest.raises(Conflict):
            require_printable(await find_poster(fan, poster.id))
    with pytest.raises(Invalid):  # drawn at last, and too coarse at that size
        require_printable(await change_design(services, fan, poster.id))


async def test_a_poster_that_cannot_be_printed_ends_failed_and_may_be_rung_again(
    services: Services, bench: Bench
) -> None:
    poster = await design_poster(services, await new_fan(), await asked())
    assert await ring_print(poster)
    await bury_poster(bench, str(poster.id))
    failed = await Poster.get(id=poster.id)
    assert failed.status is PosterStatus.FAILED and failed.failure == "poster-failed-print"
    assert await ring_print(failed)
