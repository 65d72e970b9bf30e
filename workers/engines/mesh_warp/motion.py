"""The motion plan: one Pose a frame, from the sounds and from a seed, the same for the same words."""

import hashlib

import numpy as np

from workers.engines.contracts import Speech
from workers.engines.mesh_warp.axes import Floats, ease
from workers.engines.mesh_warp.liveliness import drift, plan_blinks, plan_gaze, plan_nods
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.speech_curves import measure_loudness, shape_mouth, smooth_track


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
    smile = 0.035 * (1 - np.clip(loud * 1.5, 0, 1)) + 0.03 * ease(times, speech.seconds - 0.1, speech.seconds + 0.3)
    tuck = 0.55 * gap  # how much of an opening the resting lips already give
    poses = []
    for i, time in enumerate(times):
        shut_upper, shut_lower = float(mouth["shut_upper"][i]), float(mouth["shut_lower"][i])
        full = float(mouth["full"][i])
        if gap > 0.02:  # teeth that show at rest: rounded vowels gather the lips over them
            shut_upper, shut_lower = max(shut_upper, 1.1 * full), max(shut_lower, 1.1 * full)
        drop = max(float(mouth["jaw"][i]), 0.0)
        apart = max(drop - tuck, 0.0) * (1 - shut_lower)
        free = 1 - shut_upper
        sigh = calm[i] * energy[i]
        poses.append(
            Pose(
                jaw=drop,
                part=apart,
                shut_upper=shut_upper,
                shut_lower=shut_lower,
                wide=float(mouth["wide"][i] + smile[i]),
                bare_upper=float(mouth["bare_upper"][i]) * free,
                bare_lower=float(mouth["bare_lower"][i]) * (1 - shut_lower),
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
