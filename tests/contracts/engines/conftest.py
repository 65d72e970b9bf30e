"""What several contracts of face engines start from: the reader of this machine, and the stars as its gallery."""

from collections.abc import Iterator
from uuid import UUID, uuid5

import numpy as np
import pytest

from tests.flows.quiz.quiz_world import PORTRAITS, portrait_of
from workers.engines.face.enrolment import enrol_portraits
from workers.engines.face.gallery import Gallery
from workers.engines.face.opening import open_selfies
from workers.engines.face.selfies import SelfieReader

SLUGS = sorted(path.stem for path in PORTRAITS.glob("*.jpg"))
NAMESPACE = UUID(int=5)


@pytest.fixture(scope="module")
def reader() -> Iterator[SelfieReader]:
    reader = open_selfies()
    reader.warm()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def gallery(reader: SelfieReader) -> Gallery:
    vectors = [enrol_portraits(reader, [portrait_of(slug)]) for slug in SLUGS]
    return Gallery([uuid5(NAMESPACE, slug) for slug in SLUGS], np.stack(vectors))
