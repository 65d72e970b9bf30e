"""Haircuts – short, long, braided – and beards."""

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head, smooth
from bot.demo.stars.body.skin import beard_mask
from bot.demo.stars.hair.braids import braid_knots, plait_braids
from bot.demo.stars.hair.strands import fill_between, grow_guides, hair_material, unit
from bot.demo.stars.looks import HAIRLINE_DEGREES, Look
from bot.demo.stars.scene import make_curves

Roots = tuple[Floats, Floats, Floats]  # places, normals, rest


def scalp_mask(head: Head, look: Look) -> Floats:
    """Where hair grows: above the hairline, which runs round the head by the angle from the front."""
    degrees = np.degrees(np.arctan2(head.side, head.front - 0.45))
    line = np.interp(degrees, HAIRLINE_DEGREES, look.hairline)
    line = line + 0.012 * np.sin(head.rest[:, 0] * 31) + 0.010 * np.sin(head.rest[:, 0] * 73 + 1)
    grown = smooth(-0.05, 0.07, head.height - line)
    return np.asarray(grown * (head.masks["ears"] < 0.3) * (head.height > 6.2))


def make_hair(head: Head, look: Look, scalp: Floats) -> None:
    if look.hair == "none":
        return
    guides, children = head.scatter(scalp, look.guides), head.scatter(scalp, look.hair_count)
    cut = {"short": cut_short, "long": let_down, "braids": gather_back}[look.hair]
    strands = cut(head, look, guides, children)
    material = hair_material("hair", look.melanin, look.redness, look.hair_colour)
    make_curves("hair", strands, material, look.hair_radius, look.hair_radius * 0.35)
    if look.hair == "braids":
        make_curves("braids", plait_braids(head, look), material, look.hair_radius, look.hair_radius)


def parting(points: Floats, look: Look) -> Floats:
    """−1 … 1: to which side of the parting a point falls, without a hard edge."""
    return np.asarray(np.tanh((points[:, 0] - look.part) / 0.10))


def cut_short(head: Head, look: Look, guides: Roots, children: Roots) -> Floats:
    places, normals, rest = guides
    crown = smooth(0.30, 0.78, normals[:, 2]) * smooth(7.72, 8.0, rest[:, 2])
    length = look.length_side + (look.length_top - look.length_side) * crown
    length = length * np.interp(rest[:, 2], [6.6, 7.3], [0.35, 1])

    def flow(points: Floats, t: float) -> Floats:
        top = smooth(7.95, 8.3, head.rest_height(points))
        side = np.tanh((points[:, 0] - look.part) / 0.35)
        sideways = side * 0.8 * top + np.sign(points[:, 0]) * 0.1
        return np.stack([sideways, 0.75 * top + 0.35, -0.9 + (1.1 + look.quiff * (1 - t)) * top], axis=1)

    lift = look.lift * (0.2 + 0.8 * crown)
    strands = grow_guides(head, (places, normals), flow, length, 9, lift, 0.55, 0.1)
    return fill_between(head.random, strands, children[0], 0.02, 0.28, 0.35)


def let_down(head: Head, look: Look, guides: Roots, children: Roots) -> Floats:
    places, normals, _ = guides
    back = float(head.landmark(0, 0.1, 7.0)[1])

    def flow(points: Floats, t: float) -> Floats:
        height, front = head.rest_height(points), (points[:, 1] < back - 0.55) * 1.0
        top = smooth(7.6, 8.25, height)
        aside = parting(points, look) * 0.95 * top + np.sign(points[:, 0]) * 0.10 * front * (height > 6.9)
        behind = 0.50 * top + 0.40 * front * (height > 6.7) - 0.12 * (height < 6.55)
        return np.stack([aside, behind, -0.35 * top - 1.0 * (1 - top)], axis=1)

    length = look.length * head.random.uniform(0.85, 1.05, len(places))
    lift = np.full(len(places), look.lift)
    strands = grow_guides(head, (places, normals), flow, length, 30, lift, 0.45, 0.75, margin=0.03)
    step = np.linspace(0, 1, 30)[None]
    side, phase = np.sign(strands[:, 5, 0])[:, None], head.random.normal(0, 0.5, (len(strands), 1))
    swing = look.wave * smooth(0.25, 0.8, step)
    strands[:, :, 0] += side * swing * np.sin(step * 13 + phase)
    strands[:, :, 1] += swing * 0.7 * np.cos(step * 13 + phase)
    return off_the_face(head, fill_between(head.random, strands, children[0], 0.03, 0.5, 0.18))


def off_the_face(head: Head, strands: Floats) -> Floats:
    """Strands without those that stray over the throat or the face."""
    chin = head.landmark(0, 1.3, 6.35)
    throat = (np.abs(strands[:, :, 0] - chin[0]) < 0.46) & (strands[:, :, 2] < chin[2] + 0.55)
    stray = throat & (strands[:, :, 1] < chin[1] + 0.75)
    return np.asarray(strands[~stray.any(axis=1)])


def gather_back(head: Head, look: Look, guides: Roots, children: Roots) -> Floats:
    """Combed from the parting to behind the ears, where the braids begin."""
    places, normals, _ = guides
    knots = braid_knots(head)

    def flow(points: Floats, t: float) -> Floats:
        goal = np.where((points[:, 0] > look.part)[:, None], knots[1], knots[0])
        way = goal - points
        top = smooth(7.7, 8.25, head.rest_height(points))
        way = unit(way) + np.stack([parting(points, look) * 1.1 * top, 0.35 * top, -0.2 * top], axis=1)
        return np.asarray(way)

    goal = np.where((places[:, 0] > look.part)[:, None], knots[1], knots[0])
    length = np.linalg.norm(goal - places, axis=1) * 1.22 + 0.06
    lift = np.full(len(places), look.lift)
    strands = grow_guides(head, (places, normals), flow, length, 16, lift, 0.4, 0.0, margin=0.022)
    return fill_between(head.random, strands, children[0], 0.012, 0.2, 0.05)


def make_beard(head: Head, look: Look) -> None:
    """Stubble or a beard, growing down and a little out."""
    if not look.stubble_count:
        return
    density = np.clip(beard_mask(head, look), 0, 1) ** 1.5
    places, normals, _ = head.scatter(density, look.stubble_count)
    way = unit(np.array([[0, -0.25, -1.0]]) + normals * 0.45 + head.random.normal(0, 0.2, places.shape))
    length = look.stubble_length * head.random.uniform(0.5, 1.1, len(places))
    step = np.linspace(0, 1, 4)[None, :, None]
    strands = places[:, None] + way[:, None] * step * length[:, None, None]
    strands[:, :, 2] -= step[..., 0] ** 2 * length[:, None] * 0.3
    material = hair_material("beard", look.melanin, 0.5, look.hair_colour, 0.45)
    make_curves("beard", strands, material, look.stubble_radius, look.stubble_radius * 0.5)
