"""The face quiz as a fan relies on it: the right star, an honest percent, and everything forbidden refused."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import numpy as np
import pytest
import pytest_asyncio

from bot.artists.consent import revoke_consent
from bot.artists.faces import refresh_face, still_matchable
from bot.errors import Conflict, Forbidden, Invalid, NotFound
from bot.quiz.quizzes import (
    AgeGroup,
    QuizStatus,
    SeveralFaces,
    Upload,
    analyse_quiz,
    badge_of,
    bring_photo,
    consent_words,
    find_consent,
    find_quiz,
    give_consent,
    match_artists,
    receipt_of,
    start_quiz,
    withdraw_consent,
)
from bot.services import Services
from db.artists import Artist
from db.consents import Purpose
from db.faces import ArtistFace
from db.outbox import OutboxRow
from db.quizzes import FaceQuiz, QuizConsent
from tests.flows.quiz.quiz_world import as_jpeg, new_quiz, open_face_worker, picture_of, portrait_of, put_photo
from tests.flows.world import new_fan
from tests.waiting import until
from workers.engines.loaded import loaded
from workers.making.embed_artist import embed_artist
from workers.rows import Bench


@pytest_asyncio.fixture
async def worker(services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    async with open_face_worker(services, monkeypatch) as bench:
        yield bench


async def test_a_photo_finds_its_star_and_four_more(worker: Bench) -> None:
    fan = await new_fan()
    quiz = await new_quiz(worker.services, fan, portrait_of("humora-sadafli"))
    answered = await analyse_quiz(worker.services, fan, quiz.id)
    matches = await match_artists(answered)
    assert matches[0][0].slug == "humora-sadafli" and len(matches) == 5
    percents = [percent for _, percent in matches]
    assert percents[0] == answered.similarity > 90 > percents[1] and percents == sorted(percents, reverse=True)
    assert answered.badge == "twin" == badge_of(percents[0])
    assert timedelta(0) < answered.delete_at - datetime.now(UTC) <= timedelta(seconds=3)
    assert {"queue", "fetch", "decode", "detect", "embed", "search", "consents"} <= set(answered.stages)
    again = await analyse_quiz(worker.services, fan, quiz.id)
    assert (again.matches, again.delete_at) == (answered.matches, answered.delete_at)


async def test_the_chat_takes_the_same_road(worker: Bench) -> None:
    fan = await new_fan()
    with pytest.raises(Forbidden):
        await bring_photo(worker.services, fan, portrait_of("elbek-chaqmoqov"), 5, 7)
    await give_consent(fan, "ru")
    quiz = await bring_photo(worker.services, fan, portrait_of("elbek-chaqmoqov"), 5, 7)
    answered = await analyse_quiz(worker.services, fan, quiz.id)
    assert (await match_artists(answered))[0][0].slug == "elbek-chaqmoqov"
    assert (answered.chat_id, answered.photo_message_id) == (5, 7)


async def test_several_faces_are_asked_about(worker: Bench) -> None:
    fan = await new_fan()
    pair = np.hstack([picture_of("yahyo-sahariy"), picture_of("oygul-lazgiyeva")])
    quiz = await new_quiz(worker.services, fan, as_jpeg(pair))
    with pytest.raises(SeveralFaces) as asked:
        await analyse_quiz(worker.services, fan, quiz.id)
    boxes = asked.value.faces
    assert len(boxes) == 2 and all(0 <= box[side] <= 1 for box in boxes for side in ("x", "y", "width", "height"))
    right = max(range(2), key=lambda place: boxes[place]["x"])
    with pytest.raises(SeveralFaces):
        await analyse_quiz(worker.services, fan, quiz.id, face=9)
    answered = await analyse_quiz(worker.services, fan, quiz.id, face=right)
    assert (await match_artists(answered))[0][0].slug == "oygul-lazgiyeva"
    assert answered.faces == []


async def test_selfies_of_one_person_are_averaged_and_of_two_refused(worker: Bench) -> None:
    fan = await new_fan()
    one = picture_of("sherbek-qahqahov")
    quiz = await new_quiz(worker.services, fan, as_jpeg(one), as_jpeg(one[:, ::-1]), as_jpeg(one, 40))
    answered = await analyse_quiz(worker.services, fan, quiz.id)
    assert (await match_artists(answered))[0][0].slug == "sherbek-qahqahov"
    photo = as_jpeg(np.full((600, 600, 3), 200, np.uint8))
    quiz = await new_quiz(worker.services, fan, as_jpeg(one), photo)
    with pytest.raises(Invalid) as refused:
        await analyse_quiz(worker.services, fan, quiz.id)
    assert refused.value.key == "quiz-no-face"


async def test_what_will_not_do_is_refused_for_good_and_goes_as_quickly(worker: Bench) -> None:
    fan = await new_fan()
    quiz = await new_quiz(worker.services, fan, b"\xff\xd8\xff" + b"not a photo" * 100)
    for _ in range(2):
        with pytest.raises(Invalid) as refused:
            await analyse_quiz(worker.services, fan, quiz.id)
        assert refused.value.key == "quiz-photo-broken"
    quiz = await find_quiz(fan, quiz.id)
    assert quiz.status is QuizStatus.REFUSED
    assert quiz.delete_at - datetime.now(UTC) <= timedelta(seconds=3)


async def test_an_indecent_photo_is_refused(worker: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    fan = await new_fan()
    monkeypatch.setattr(loaded(worker.engines.selfies)._decency, "score", lambda picture: 0.93)
    quiz = await new_quiz(worker.services, fan, portrait_of("elbek-chaqmoqov"))
    with pytest.raises(Invalid) as refused:
        await analyse_quiz(worker.services, fan, quiz.id)
    assert refused.value.key == "quiz-photo-indecent"


async def test_nobody_else_and_nothing_yet(worker: Bench) -> None:
    fan, stranger = await new_fan(), await new_fan()
    await give_consent(fan, "uz")
    started = await start_quiz(worker.services, fan, [Upload("image/jpeg", 10)], "rest")
    for reference in (started.quiz.id, uuid4(), "nonsense"):
        with pytest.raises(NotFound):
            await analyse_quiz(worker.services, stranger, reference)
    with pytest.raises(Conflict) as early:
        await analyse_quiz(worker.services, fan, started.quiz.id)
    assert early.value.key == "quiz-not-uploaded"
    await FaceQuiz.filter(id=started.quiz.id).update(delete_at=datetime.now(UTC))
    with pytest.raises(Conflict) as late:
        await analyse_quiz(worker.services, fan, started.quiz.id)
    assert late.value.key == "quiz-expired"


async def test_two_askers_at_once_get_one_answer(worker: Bench) -> None:
    fan = await new_fan()
    quiz = await new_quiz(worker.services, fan, portrait_of("zarnigor-bahoriy"))
    first, second = await asyncio.gather(*(analyse_quiz(worker.services, fan, quiz.id) for _ in range(2)))
    assert (first.matches, first.answered_at) == (second.matches, second.answered_at)


async def test_nobody_is_matched_outside_their_consent(worker: Bench) -> None:
    fan, artist = await new_fan(), await Artist.get(slug="elbek-chaqmoqov")
    await revoke_consent(artist, Purpose.QUIZ)
    # At once, whatever the gallery in memory still holds.
    quiz = await new_quiz(worker.services, fan, portrait_of("elbek-chaqmoqov"))
    answered = await analyse_quiz(worker.services, fan, quiz.id)
    matched = [artist.slug for artist, _ in await match_artists(answered)]
    assert "elbek-chaqmoqov" not in matched and len(matched) == 5
    assert answered.similarity is not None and answered.similarity < 90
    assert await still_matchable([artist.id]) == set()
    # And the vector itself is forgotten.
    await until(lambda: ArtistFace.filter(artist_id=artist.id).exists(), lambda there: not there)


@pytest.mark.parametrize(
    ("kind", "size", "key"),
    [
        ("image/gif", 9_000, "quiz-photo-type"),
        ("text/html", 9_000, "quiz-photo-type"),
        ("image/jpeg", 0, "quiz-photo-empty"),
        ("image/jpeg", 50 * 2**20, "quiz-photo-large"),
    ],
)
async def test_wrong_files_get_no_link(services: Services, kind: str, size: int, key: str) -> None:
    fan = await new_fan()
    await give_consent(fan, "uz")
    with pytest.raises(Invalid) as refused:
        await start_quiz(services, fan, [Upload(kind, size)], "rest")
    assert refused.value.key == key


async def test_consent_is_recorded_once_shown_and_withdrawn(worker: Bench) -> None:
    fan, services = await new_fan(), worker.services
    with pytest.raises(Forbidden):
        await start_quiz(services, fan, [Upload("image/jpeg", 10)], "rest")
    with pytest.raises(Invalid):
        await give_consent(fan, "uz", AgeGroup.GUARDIAN, " ")
    first = await give_consent(fan, "en", AgeGroup.GUARDIAN, "Zulfiya opa")
    again = await give_consent(fan, "en", AgeGroup.GUARDIAN, "Zulfiya opa")
    assert first.id == again.id and (await QuizConsent.get(id=first.id)).guardian_name == "Zulfiya opa"
    assert len({consent_words(language) for language in ("en", "ru", "uz", "uz-Cyrl")}) == 4
    answered = await new_quiz(services, fan, portrait_of("humora-sadafli"))
    await analyse_quiz(services, fan, answered.id)
    waiting = await new_quiz(services, fan, portrait_of("humora-sadafli"))
    await withdraw_consent(services, fan)
    assert await find_consent(fan) is None
    for quiz in (answered, waiting):
        quiz = await find_quiz(fan, quiz.id)
        assert (quiz.matches, quiz.similarity, quiz.badge) == ([], None, "")
        assert receipt_of(quiz).deleted_at is not None and receipt_of(quiz).object_hashes
        assert not await services.store.exists(f"quiz/{quiz.id}/0")


async def test_a_link_takes_one_object_of_one_size_and_type(services: Services) -> None:
    fan, body = await new_fan(), portrait_of("humora-sadafli")
    await give_consent(fan, "uz")
    started = await start_quiz(services, fan, [Upload("image/jpeg", len(body))], "rest")
    link = started.links[0]
    assert await put_photo(link, body + b"x") == 403
    assert await put_photo(link, b"x" * 50 * 2**20) == 403
    assert await put_photo(link, body, **{"Content-Type": "image/png"}) == 403
    assert await put_photo(link, body) == 200
    assert await put_photo(link, body) == 403
    await services.store.delete(started.quiz.object_keys[0])
    assert await put_photo(link, body) == 403, "nor when the first one is gone"


async def test_a_new_portrait_is_looked_at_anew(worker: Bench) -> None:
    artist = await Artist.get(slug="elbek-chaqmoqov")
    before = await ArtistFace.get(artist_id=artist.id)
    await embed_artist(worker, str(artist.id))
    assert (await ArtistFace.get(artist_id=artist.id)).made_at == before.made_at, "the same portrait is known"
    await worker.services.store.put(artist.portrait_key, portrait_of("yahyo-sahariy"), "image/jpeg")
    await refresh_face(artist)
    assert await OutboxRow.filter(job="embed_artist", payload={"artist_id": str(artist.id)}).exists()
    await embed_artist(worker, str(artist.id))
    after = await ArtistFace.get(artist_id=artist.id)
    assert after.id == before.id and after.vector != before.vector
    await revoke_consent(artist, Purpose.QUIZ)
    await ArtistFace.filter(artist_id=artist.id).delete()
    await embed_artist(worker, str(artist.id))
    assert not await ArtistFace.filter(artist_id=artist.id).exists(), "nobody is embedded outside their consent"
