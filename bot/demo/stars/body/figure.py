"""The base mesh and its morph targets: reads the files, and adds targets up into one person."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.demo.stars.looks import Look

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Corner = tuple[int, int]  # vertex, texture vertex
TARGETS = Path("mpfb2/targets")
FACE_UNITS = Path("faceunits01/targets/faceunits")


@dataclass
class Figure:
    """Vertices at rest and morphed (n × 3), texture vertices (m × 2), and faces by group."""

    data: Path
    rest: Floats
    shape: Floats
    texture: Floats
    groups: dict[str, list[list[Corner]]]

    def members(self, group: str) -> Ints:
        """Vertices of a group, ascending."""
        return np.unique([corner[0] for face in self.groups[group] for corner in face])

    def centre(self, group: str) -> Floats:
        return np.asarray(self.shape[self.members(group)].mean(axis=0))

    def piece(self, group: str, keep: NDArray[np.bool_] | None = None) -> tuple[Ints, list[list[int]], Floats]:
        """Vertices used, faces renumbered to them, and a texture coordinate a corner."""
        faces = [f for f in self.groups[group] if keep is None or all(keep[corner[0]] for corner in f)]
        used = np.unique([corner[0] for face in faces for corner in face])
        number = {int(vertex): index for index, vertex in enumerate(used)}
        texture = np.array([self.texture[corner[1]] for face in faces for corner in face])
        return used, [[number[corner[0]] for corner in face] for face in faces], texture


def build_figure(data: Path, look: Look) -> Figure:
    """The person of `look`. Raises FileNotFoundError for a target that the data lack."""
    vertices, texture, groups = read_mesh(data / "mpfb2/3dobjs/base.obj")
    morphed = vertices.copy()
    for path, weight in target_weights(data, look).items():
        add_target(morphed, path, weight)
    return Figure(data, to_blender(vertices), to_blender(morphed), texture, groups)


def to_blender(points: Floats) -> Floats:
    """Y-up to Z-up."""
    return np.stack([points[:, 0], -points[:, 2], points[:, 1]], axis=1)


def read_mesh(path: Path) -> tuple[Floats, Floats, dict[str, list[list[Corner]]]]:
    """A Wavefront OBJ as vertices, texture vertices and faces by group."""
    vertices, texture, groups, group = [], [], {}, ""  # type: ignore[var-annotated]
    for line in path.read_text().splitlines():
        kind, *rest = line.split() or [""]
        if kind == "v":
            vertices.append([float(x) for x in rest[:3]])
        elif kind == "vt":
            texture.append([float(x) for x in rest[:2]])
        elif kind == "g":
            group = rest[0]
        elif kind == "f":
            corners = [corner.split("/") for corner in rest]
            groups.setdefault(group, []).append([(int(c[0]) - 1, int(c[1]) - 1) for c in corners])
    return np.array(vertices), np.array(texture), groups


def add_target(vertices: Floats, path: Path, weight: float) -> None:
    """Moves `vertices` in place by `weight` of the target."""
    content = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text()
    rows = [line.split() for line in content.splitlines() if line.strip() and not line.startswith("#")]
    index = np.array([int(row[0]) for row in rows], dtype=np.int64)
    shift = np.array([[float(x) for x in row[1:4]] for row in rows], dtype=float).reshape(-1, 3)
    inside = index < len(vertices)
    vertices[index[inside]] += weight * shift[inside]


def target_weights(data: Path, look: Look) -> dict[Path, float]:
    """Target file → weight, zero weights left out."""
    folder = data / TARGETS
    weights = {folder / f"macrodetails/{name}.target.gz": weight for name, weight in macro_weights(look).items()}
    weights = {path: weight for path, weight in weights.items() if "proportions" not in path.parts or path.exists()}
    for name, weight in look.targets.items():
        for side in ("l-", "r-") if "@" in name else ("",):
            weights[folder / f"{name.replace('@', side)}.target.gz"] = weight
    for name, weight in look.expression.items():
        weights[data / FACE_UNITS / f"{name}.target"] = weight
    return {path: weight for path, weight in weights.items() if abs(weight) > 1e-4}


def macro_weights(look: Look) -> dict[str, float]:
    """Shares of gender, age, race, muscle and weight: the corners that the targets were sculpted at."""
    weights: dict[str, float] = {}
    for gender, of_gender in {"female": 1 - look.gender, "male": look.gender}.items():
        for age, of_age in {"young": 1 - look.age, "old": look.age}.items():
            for race, of_race in look.race.items():
                weights[f"{race}-{gender}-{age}"] = of_gender * of_age * of_race
            for muscle, of_muscle in three_steps(look.muscle, "muscle").items():
                for mass, of_mass in three_steps(look.weight, "weight").items():
                    build = f"{gender}-{age}-{muscle}-{mass}"
                    weights[f"universal-{build}"] = of_gender * of_age * of_muscle * of_mass
                    weights[f"proportions/{build}-idealproportions"] = weights[f"universal-{build}"] * look.proportions
    return weights


def three_steps(amount: float, noun: str) -> dict[str, float]:
    """Weights of min, average and max for an amount of 0 … 1."""
    low, high = max(0.0, 1 - 2 * amount), max(0.0, 2 * amount - 1)
    return {f"min{noun}": low, f"average{noun}": 1 - low - high, f"max{noun}": high}
