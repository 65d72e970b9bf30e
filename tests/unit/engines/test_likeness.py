"""The percent of a likeness: strangers stay below 90, one person's photos above, whatever the size of the gallery."""

from itertools import pairwise
from uuid import uuid4

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.i18n import LANGUAGES, text
from bot.quiz.quizzes import BADGES, badge_key, badge_of
from workers.engines.face.gallery import Gallery
from workers.engines.face.identity import SfaceEmbedder
from workers.engines.face.likeness import likeness, percent_of
from workers.engines.face.vectors import normalise

RNG = np.random.default_rng(7)


def random_faces(count: int, common: float = 0.4) -> NDArray[np.float32]:
    """Strangers with the cosines that real ones have: mean .16, as `common` squared, spread .08."""
    shared = normalise(RNG.normal(size=SfaceEmbedder.size).astype(np.float32))
    own = RNG.normal(size=(count, SfaceEmbedder.size)).astype(np.float32)
    own -= np.outer(own @ shared, shared)
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    return np.asarray(common * shared + np.sqrt(1 - common**2) * own, np.float32)


def another_photo(face: NDArray[np.float32], cosine: float) -> NDArray[np.float32]:
    """The same person at a given cosine."""
    noise = RNG.normal(size=SfaceEmbedder.size).astype(np.float32)
    noise = normalise(noise - (noise @ face) * face)
    return normalise(cosine * face + np.sqrt(1 - cosine**2) * noise)


@pytest.mark.parametrize("count", [10, 1000, 20_000])
def test_the_best_stranger_stays_below_ninety(count: int) -> None:
    faces = random_faces(count + 50)
    gallery = Gallery([uuid4() for _ in range(count)], faces[:count])
    best = [gallery.rank(photo)[0][1] for photo in faces[count:]]
    assert min(best) > 25 and max(best) < 85


@pytest.mark.parametrize("cosine", [0.67, 0.8, 0.95])
def test_another_photo_of_an_artist_finds_them_above_ninety(cosine: float) -> None:
    faces = random_faces(1000)
    ids = [uuid4() for _ in faces]
    for place in range(0, 1000, 40):
        ranked = Gallery(ids, faces).rank(another_photo(faces[place], cosine))
        assert ranked[0][0] == ids[place] and ranked[0][1] > 90 > ranked[1][1]
        assert len(ranked) >= 5 and [p for _, p in ranked] == sorted((p for _, p in ranked), reverse=True)


def test_artists_of_one_family_are_told_apart() -> None:
    """Ten who are .85 alike, and a photo of each: only its own artist passes 90."""
    family = random_faces(10, common=0.92)
    gallery = Gallery([uuid4() for _ in family], family)
    for place, face in enumerate(family):
        ranked = gallery.rank(another_photo(face, 0.96))
        assert ranked[0][0] == gallery.artists[place] and ranked[0][1] > 90
        assert all(percent < 90 for _, percent in ranked[1:])
        without = Gallery(*_leave_out(gallery, place))  # whoever left the gallery is nobody in it
        assert without.rank(another_photo(face, 0.96))[0][1] < 90


def _leave_out(gallery: Gallery, place: int) -> tuple[list[object], NDArray[np.float32]]:
    keep = [row for row in range(len(gallery.artists)) if row != place]
    return [gallery.artists[row] for row in keep], gallery.vectors[keep]


def test_a_likeness_is_the_same_from_both_sides() -> None:
    for common in (0.4, 0.92):
        first, second, *others = random_faces(30, common)
        group = np.stack(others)
        assert likeness(first, second, group) == pytest.approx(likeness(second, first, group), abs=1e-6)


def test_among_strangers_a_likeness_is_the_plain_cosine() -> None:
    first, second, *others = random_faces(6, common=0.2)
    assert likeness(first, second, np.stack(others)) == pytest.approx(float(first @ second), abs=1e-6)


def test_percents_grow_with_the_cosine_between_zero_and_a_hundred() -> None:
    percents = [percent_of(cosine) for cosine in np.linspace(-1, 1, 201)]
    assert percents[0] == 0 and percents[-1] == 100 and all(a <= b for a, b in pairwise(percents))
    measured = {0.16: 38, 0.31: 54, 0.36: 60, 0.40: 64, 0.67: 90, 0.80: 94}  # cosine → percent, as documented
    assert {cosine: int(percent_of(cosine)) for cosine in measured} == measured


def test_an_empty_gallery_matches_nobody() -> None:
    assert Gallery.empty().rank(random_faces(1)[0]) == []


def test_badges_rise_and_have_a_name_in_every_language() -> None:
    assert badge_of(0) == "distant_star" and badge_of(72.5) == "lookalike" and badge_of(100) == "twin"
    assert [badge_of(least) for least in BADGES.values()] == list(BADGES)
    assert text("en", badge_key("lookalike")) == "Lookalike"
    assert text("en", badge_key("distant_star")) == "A distant star"
    for language in LANGUAGES:
        assert len({text(language, badge_key(badge)) for badge in BADGES}) == len(BADGES)
