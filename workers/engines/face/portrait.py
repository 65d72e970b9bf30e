"""Judging a portrait before it is animated: one face, towards us, large, sharp, lit, eyes open."""

import cv2
import numpy as np

from workers.engines.contracts import Picture, PortraitRefused
from workers.engines.face.contracts import Face, FaceDetector, FaceMesher, Mesh
from workers.engines.face.turn import Turn, measure_turn

FACE_WIDTH = 240  # pixels between the cheeks: below this the mouth has too few pixels to move well
BYSTANDER = 0.35  # a second face this wide beside the first one counts; smaller ones are posters on a wall
YAW, PITCH, ROLL = 22.0, 20.0, 18.0  # degrees
EYE_OPEN = 0.17  # lid gap over eye width; open eyes have twice that
DARK, BRIGHT = 45.0, 235.0  # median grey of the skin
SHARP = 2.2  # spread of the Laplacian on a face 192 pixels wide, over its contrast


class PortraitJudge:
    """Finds and measures the face of a portrait, or says why it will not do."""

    def __init__(self, detector: FaceDetector, mesher: FaceMesher) -> None:
        self._detector, self._mesher = detector, mesher

    def judge_portrait(self, picture: Picture) -> Mesh:
        """The mesh of the one face. Raises PortraitRefused with the key of the text that says why not."""
        if picture.ndim != 3 or picture.shape[2] != 3 or min(picture.shape[:2]) < 64:
            raise PortraitRefused("portrait-unreadable")
        mesh = self._mesher.measure_face(picture, self._find_one(picture))
        if mesh.width < FACE_WIDTH:
            raise PortraitRefused("portrait-small", width=round(mesh.width), needed=FACE_WIDTH)
        check_turn(measure_turn(mesh.points))
        check_light(picture, mesh)
        check_eyes(mesh)
        return mesh

    def _find_one(self, picture: Picture) -> Face:
        faces = self._detector.find_faces(picture)
        if not faces:
            raise PortraitRefused("portrait-no-face")
        crowd = [face for face in faces if face.width > faces[0].width * BYSTANDER]
        if len(crowd) > 1:
            raise PortraitRefused("portrait-many-faces", count=len(crowd))
        return faces[0]


def check_turn(turn: Turn) -> None:
    """Refuses a face that looks aside, up or down, or leans."""
    if abs(turn.yaw) > YAW or abs(turn.pitch) > PITCH:
        raise PortraitRefused("portrait-turned")
    if abs(turn.roll) > ROLL:
        raise PortraitRefused("portrait-tilted")


def check_light(picture: Picture, mesh: Mesh) -> None:
    """Refuses a face too dark, burnt out or blurred."""
    low, high = (np.clip(edge(mesh.points[:, :2], 0).astype(int), 0, None) for edge in (np.min, np.max))
    face = cv2.cvtColor(picture[low[1] : high[1], low[0] : high[0]], cv2.COLOR_BGR2GRAY)
    light = float(np.median(face))
    if light < DARK:
        raise PortraitRefused("portrait-dark")
    if light > BRIGHT:
        raise PortraitRefused("portrait-bright")
    scale = 192 / face.shape[1]
    small = cv2.resize(face, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.float32)
    if float(cv2.Laplacian(small, cv2.CV_32F).std()) / max(float(small.std()), 8.0) * 10 < SHARP:
        raise PortraitRefused("portrait-blurred")


def check_eyes(mesh: Mesh) -> None:
    """Refuses closed eyes."""
    points = mesh.points[:, :2]
    gaps = [
        float(np.linalg.norm(points[up] - points[down]) / np.linalg.norm(points[left] - points[right]))
        for up, down, left, right in ((159, 145, 33, 133), (386, 374, 362, 263))
    ]
    if sum(gaps) / 2 < EYE_OPEN:
        raise PortraitRefused("portrait-eyes-closed")
