"""Any face engines read a quiz's photos; the vectors they make never meet another engine's."""

from collections.abc import Iterator

import numpy as np
import pytest

from bot.artists.faces import keep_face, matchable_artists
from bot.services import Services
from tests.flows.quiz.quiz_world import as_jpeg
from workers.engines.contracts import EngineCard, Picture
from workers.engines.face.contracts import Face, Vector
from workers.engines.face.finding import FaceFinder
from workers.engines.face.gallery import LoadedGallery
from workers.engines.face.selfies import SelfieReader
from workers.engines.face.vectors import normalise
from workers.engines.photos.decoding import PhotoRefused
from workers.making.gallery import GalleryKeeper
from workers.rows import Bench


class Everywhere:
    """A `FaceDetector` that takes the whole picture for a face."""

    def find_faces(self, picture: Picture) -> list[Face]:
        height, width = picture.shape[:2]
        points = np.full((5, 2), 10, np.float32)
        return [Face(np.array([0, 0, width, height], np.float32), points, 1.0)]


class Nowhere:
    """A `FaceDetector` that finds nobody."""

    def find_faces(self, picture: Picture) -> list[Face]:
        return []


class Colours:
    """A `FaceEmbedder`: a face is its mean colour."""

    size = 3

    def card(self) -> EngineCard:
        return EngineCard("colours-1", "none", "cpu")

    def align(self, picture: Picture, face: Face) -> Picture:
        return picture[:112, :112]

    def embed(self, aligned: Picture) -> Vector:
        return normalise(aligned.reshape(-1, 3).mean(0).astype(np.float32))


class Prude:
    """A `DecencyJudge` to whom all that is bright is indecent."""

    def card(self) -> EngineCard:
        return EngineCard("prude-1", "none", "cpu")

    def is_indecent(self, picture: Picture) -> bool:
        return bool(picture.mean() > 200)


@pytest.fixture
def reader() -> Iterator[SelfieReader]:
    reader = SelfieReader(FaceFinder((Nowhere(), Everywhere())), Colours(), Prude())
    yield reader
    reader.close()


def noise(low: int, high: int) -> bytes:
    return as_jpeg(np.random.default_rng(5).integers(low, high, (200, 200, 3), np.uint8))


def test_a_photo_is_read_by_the_engines_that_are_given(reader: SelfieReader) -> None:
    vector = reader.read_selfies([noise(0, 200)]).vector
    assert vector.shape == (reader.vector_size,) == (3,)
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)
    assert {name: card.engine_id for name, card in reader.cards().items()} == {
        "identity": "colours-1",
        "decency": "prude-1",
    }
    with pytest.raises(PhotoRefused, match="quiz-photo-indecent"):
        reader.read_selfies([noise(190, 255)])


async def test_a_gallery_holds_the_vectors_of_its_reader_only(services: Services, reader: SelfieReader) -> None:
    ours, theirs = (await matchable_artists().order_by("position"))[:2]
    await keep_face(ours, reader.engine_id, np.array([1, 0, 0], "<f4").tobytes(), 1, "0" * 64)
    await keep_face(theirs, "another-1", np.zeros(128, "<f4").tobytes(), 1, "0" * 64)
    loaded = LoadedGallery()
    await GalleryKeeper(Bench(services, "test"), reader, loaded)._load()
    assert loaded.ready.is_set()
    assert [artist for artist, _ in loaded.gallery.rank(np.array([1, 0, 0], np.float32))] == [ours.id]
