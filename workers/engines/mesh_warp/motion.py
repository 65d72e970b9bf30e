"""The motion plan: one Pose a frame, from the sounds and from a seed, the same for the same words."""

import hashlib

import numpy as np

from workers.engines.contracts import Speech
from workers.engines.mesh_warp.axes import Floats, ease
from workers.engines.mesh_warp.liveliness import drift, plan_blinks, plan_gaze, plan_nods
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.speech_curves import limit_speed, measure_loudness, shape_mouth, smooth_track

SPEED = 7.0  # widest openings a second: from shut to wide takes lips a seventh of one


def seed_motion(key: str, speech: Speech) -> np.random.Generator:
    """A generator that depends only on whose face it is and what is said."""
    said = "".join(phoneme.ipa for phoneme in speech.phonemes)
    digest = hashlib.sha256(f"{key}\n{said}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def plan_motion(speech: Speech, times: Floats, gap: float, random: np.random.Generator) -> list[Pose]:
    """Poses at frame times (seconds from the start of the speech), for lips that rest `gap` apart."""
    mouth = shape_mouth(speech, times)
    loud = measure_loudness(speech, times)
    pauses = [p.start + 0.02 for p in speech.phonemes if p.ipa == "" and p.end - p.start > 0.12]
    lids = plan_blinks(times, pauses, random)
    gaze = plan_gaze(times, random)
    nods = plan_nods(times, speech.phonemes, loud)
    sway = [drift(times, period, random) for period in (3.4, 3.0, 3.8, 4.2, 3.2, 2.6)]
    calm = ease(times, float(times[0]), float(times[0]) + 0.8) * (
        1 - ease(times, float(times[-1]) - 0.6, float(times[-1]))
    )
    energy = 0.55 + 0.45 * np.clip(smooth_track(loud, 21), 0, 1)
    # Nothing about the mouth follows the silence: lips that move where nobody speaks are seen at once.
    smile = 0.02 + 0.03 * ease(times, speech.seconds - 0.1, speech.seconds + 0.22)
    parted, free = part_lips(mouth, times, 0.55 * gap)  # the resting lips already give some of an opening
    poses = []
    for i, time in enumerate(times):
        shut_upper, shut_lower = float(mouth["shut_upper"][i]), float(mouth["shut_lower"][i])
        full = float(mouth["full"][i])
        if gap > 0.02:  # teeth that show at rest: rounded vowels gather the lips over them
            shut_upper, shut_lower = max(shut_upper, 1.1 * full), max(shut_lower, 1.1 * full)
        drop = max(float(mouth["jaw"][i]), 0.0)
        sigh = calm[i] * energy[i]
        poses.append(
            Pose(
                jaw=drop,
                part=float(parted[i]),
                shut_upper=shut_upper,
                shut_lower=shut_lower,
                wide=float(mouth["wide"][i] + smile[i]),
                bare_upper=float(mouth["bare_upper"][i] * free[i]) * (1 - shut_upper),
                bare_lower=float(mouth["bare_lower"][i] * free[i]) * (1 - shut_lower),
                full=full,
                tongue=float(mouth["tongue"][i]),
                lid=float(lids[i]),
                gaze=(float(gaze[i, 0]), float(gaze[i, 1])),
                fold=float(np.clip(drop * 3.2 + max(mouth["wide"][i] + smile[i], 0) * 3.0, 0, 1)),
                yaw=float(0.050 * sway[0][i] * sigh),
                pitch=float((0.018 * sway[1][i] + 0.042 * nods[i]) * calm[i]),
                roll=float(0.020 * sway[2][i] * sigh),
                slide=(float(0.020 * sway[3][i] * sigh), float(0.010 * sway[4][i] * sigh)),
                brow=float(np.clip(0.018 * sway[5][i] + 0.034 * nods[i], -0.008, 0.05) * calm[i]),
                breath=float(0.012 * np.sin(2 * np.pi * time / 3.7)),
            )
        )
    return poses


def part_lips(mouth: dict[str, Floats], times: Floats, tuck: float) -> tuple[Floats, Floats]:
    """How far the lips stand apart at each frame, no faster than lips move, and which share of their wish that is."""
    wished = np.maximum(mouth["jaw"] - tuck, 0)
    frame = float(times[1] - times[0]) if len(times) > 1 else 0.04
    parted = limit_speed(wished * (1 - mouth["shut_lower"]), SPEED * frame * float(wished.max(initial=0)))
    return parted, parted / np.maximum(wished, 1e-4)
