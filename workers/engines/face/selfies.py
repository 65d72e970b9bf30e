"""From bytes that a fan sent to one vector: opened, judged, the face found, aligned and embedded, each stage timed."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from workers.engines.contracts import EngineCard, Picture
from workers.engines.face.contracts import DecencyJudge, Face, FaceEmbedder, Vector
from workers.engines.face.finding import FaceFinder
from workers.engines.face.framing import align_judged
from workers.engines.face.memory import return_memory, trim_memory
from workers.engines.face.vectors import average
from workers.engines.photos.decoding import LONG_SIDE, PhotoRefused
from workers.engines.photos.opening import open_photo

SMALLEST = 44.0  # pixels a face is wide in a picture of 800: less than half of what the network looks at
BYSTANDER = 0.4  # a second face this wide beside the largest one could be the fan's too
STRANGERS = 0.25  # photos of one quiz less alike than this show different people


@dataclass(frozen=True)
class FaceBox:
    """A face to choose: fractions 0 … 1 of the picture's sides; `photo` counts the photos from 0."""

    x: float
    y: float
    width: float
    height: float
    photo: int


class SeveralPeople(Exception):
    """It is not clear whose face is meant; `boxes` are the choices, largest first."""

    def __init__(self, boxes: list[FaceBox]) -> None:
        super().__init__(f"{len(boxes)} faces")
        self.boxes = boxes


@dataclass
class Reading:
    """The vector of the photos together, and milliseconds by stage."""

    vector: Vector
    stages: dict[str, float]


@dataclass
class _Photo:
    place: int
    picture: Picture
    indecent: Future[bool]
    faces: list[Face] = field(default_factory=list)


class SelfieReader:
    """Reads photos of one person. One instance serves many threads."""

    def __init__(self, finder: FaceFinder, embedder: FaceEmbedder, decency: DecencyJudge) -> None:
        return_memory()
        self._finder, self._embedder, self._decency = finder, embedder, decency
        # Decency is judged beside the face, on the second core.
        self._beside = ThreadPoolExecutor(2, thread_name_prefix="decency")

    def cards(self) -> dict[str, EngineCard]:
        return {"identity": self._embedder.card(), "decency": self._decency.card()}

    @property
    def engine_id(self) -> str:
        """Whose vectors these are; they never meet another engine's."""
        return self._embedder.card().engine_id

    @property
    def vector_size(self) -> int:
        return self._embedder.size

    def warm(self) -> None:
        """Runs every network once: the first time is slow."""
        nothing = np.zeros((LONG_SIDE, LONG_SIDE, 3), np.uint8)
        self._finder.find_faces(nothing)
        self._embedder.embed(nothing[:112, :112])
        self._decency.is_indecent(nothing)
        trim_memory()

    def close(self) -> None:
        self._beside.shutdown(wait=False, cancel_futures=True)

    def read_selfies(self, bodies: Sequence[bytes], choice: int | None = None) -> Reading:
        """One vector for all photos. Raises PhotoRefused, and SeveralPeople until `choice` says which face is meant."""
        watch = _Stages()
        photos = [self._look(place, body, watch) for place, body in enumerate(bodies)]
        with watch.time("decency"):
            if any(photo.indecent.result() for photo in photos):
                raise PhotoRefused("quiz-photo-indecent")
        with watch.time("embed"):
            vector = self._embed_chosen(photos, choice)
        return Reading(vector, watch.stages)

    def embed_picture(self, picture: Picture) -> Vector | None:
        """The vector of the largest face; None where there is none. For portraits, which are judged elsewhere."""
        faces = self._finder.find_faces(picture)
        return self._embedder.embed(self._embedder.align(picture, faces[0])) if faces else None

    def _look(self, place: int, body: bytes, watch: "_Stages") -> _Photo:
        with watch.time("decode"):
            picture = open_photo(body)
        photo = _Photo(place, picture, self._beside.submit(self._decency.is_indecent, picture))
        with watch.time("detect"):
            found = self._finder.find_faces(picture)
        photo.faces = [face for face in found if _is_inside(face, picture)]
        if not photo.faces:
            nobody = "quiz-face-cut" if found else "quiz-no-face"
            raise PhotoRefused("quiz-photo-indecent" if photo.indecent.result() else nobody)
        if photo.faces[0].width < SMALLEST:
            raise PhotoRefused("quiz-face-small")
        photo.faces = [face for face in photo.faces if face.width >= photo.faces[0].width * BYSTANDER]
        return photo

    def _embed_chosen(self, photos: list[_Photo], choice: int | None) -> Vector:
        crowds = [photo for photo in photos if len(photo.faces) > 1]
        known = [self._embed(photo, photo.faces[0]) for photo in photos if len(photo.faces) == 1]
        if crowds and not known:
            first = crowds.pop(0)
            known.append(self._embed(first, _choose(first, choice)))
        for crowd in crowds:  # elsewhere it is the face most like the one we know
            vectors = [self._embed(crowd, face) for face in crowd.faces]
            known.append(max(vectors, key=lambda vector: float(vector @ known[0])))
        if any(float(vector @ known[0]) < STRANGERS for vector in known):
            raise PhotoRefused("quiz-photos-differ")
        return average(known)

    def _embed(self, photo: _Photo, face: Face) -> Vector:
        return self._embedder.embed(align_judged(self._embedder, photo.picture, face))


def _is_inside(face: Face, picture: Picture) -> bool:
    """True where the eyes lie on the picture: a detector also guesses at what is cut off."""
    height, width = picture.shape[:2]
    eyes = face.points[:2]
    return bool((eyes >= 0).all() and (eyes[:, 0] < width).all() and (eyes[:, 1] < height).all())


def _choose(photo: _Photo, choice: int | None) -> Face:
    if choice is None or not 0 <= choice < len(photo.faces):
        raise SeveralPeople(list(_boxes(photo)))
    return photo.faces[choice]


def _boxes(photo: _Photo) -> Iterator[FaceBox]:
    height, width = photo.picture.shape[:2]
    for face in photo.faces:
        x, y, across, down = (float(value) for value in face.box)
        left, top = max(0.0, x / width), max(0.0, y / height)
        right, bottom = min(1.0, (x + across) / width), min(1.0, (y + down) / height)
        sides = (round(right - left, 4), round(bottom - top, 4))
        yield FaceBox(round(left, 4), round(top, 4), *sides, photo.place)


class _Stages:
    """Milliseconds by stage; a stage entered again adds up."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            took = (time.perf_counter() - began) * 1000
            self.stages[stage] = round(self.stages.get(stage, 0.0) + took, 2)
