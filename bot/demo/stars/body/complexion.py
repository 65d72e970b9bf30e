"""The shader of skin: a painted colour broken up by blood and freckles, pores, lines and shine."""

from typing import Any

from bot.demo.stars.looks import Look
from bot.demo.stars.nodes import Shader, rgba


def skin_material(look: Look) -> Any:
    shader = Shader("skin")
    rest = shader.attribute("rest")
    lip, oil = shader.attribute("lip", "Fac"), shader.attribute("oil", "Fac")
    bare = shader.minus(1.0, lip)
    mottle, fine, speck = shader.noise(rest, 9, 4), shader.noise(rest, 48, 3), shader.noise(rest, 180, 2, 0.7)
    rough = shader.minus(0.60, shader.times(oil, 0.14))
    rough = shader.add(rough, shader.times(shader.minus(fine, 0.5), 0.34))
    rough = shader.add(rough, shader.times(shader.minus(speck, 0.5), 0.22))
    rough = shader.minus(rough, shader.times(lip, look.gloss))
    surface = shader.principled(
        Base_Color=skin_colour(shader, look, mottle, fine, speck),
        Roughness=rough,
        Normal=skin_relief(shader, look, bare, lip),
        Subsurface_Weight=1.0,
        Subsurface_Radius=(1.0, 0.36, 0.2),
        Subsurface_Scale=0.028,
        Specular_IOR_Level=0.45,
        IOR=1.4,
    )
    return shader.finish(surface)


def skin_colour(shader: Shader, look: Look, mottle: Any, fine: Any, speck: Any) -> Any:
    """The painted colour broken up by blotches, redness, specks and freckles."""
    painted = shader.attribute("skin", "Color")
    pale = shader.mix(1.0, painted, rgba((1.06, 1.05, 1.03)), "MULTIPLY")
    deep = shader.mix(1.0, painted, rgba((0.89, 0.83, 0.81)), "MULTIPLY")
    colour = shader.mix(shader.ramp(mottle, 0.35, 0.65), deep, pale)
    rest = shader.attribute("rest")
    flush = shader.ramp(shader.noise(rest, 4.5, 3), 0.5, 0.75)
    colour = shader.mix(
        shader.times(flush, 0.22), colour, shader.mix(1.0, colour, rgba((1.05, 0.74, 0.68)), "MULTIPLY")
    )
    colour = shader.mix(shader.times(shader.ramp(fine, 0.55, 0.72), 0.12), colour, rgba((0.45, 0.13, 0.08)))
    colour = shader.mix(shader.times(shader.ramp(speck, 0.55, 0.8), 0.14), colour, rgba((0.30, 0.13, 0.07)))
    if look.freckles:
        _, place, height = shader.split(rest)
        zone = shader.times(shader.bell(height, 7.02, 0.28), shader.ramp(place, -0.9, -1.2))
        spots = shader.times(shader.ramp(shader.cells(rest, 17), 0.20, 0.10), zone)
        colour = shader.mix(shader.times(spots, look.freckles), colour, rgba((0.22, 0.085, 0.035)))
    return colour


def skin_relief(shader: Shader, look: Look, bare: Any, lip: Any) -> Any:
    """Pores, lip creases and – on an older face – lines, as a bumped normal."""
    rest = shader.attribute("rest")
    pores = shader.add(
        shader.times(shader.ramp(shader.cells(rest, 80), 0.0, 0.5), 0.5), shader.times(shader.cells(rest, 140), 0.45)
    )
    pores = shader.add(pores, shader.times(shader.noise(rest, 60, 4), 0.6))
    relief = shader.bump(pores, shader.times(bare, look.pores), 0.010)
    creases = shader.noise(shader.stretch(rest, (70, 8, 10)), 1.0, 2)
    relief = shader.bump(creases, shader.times(lip, 0.3), 0.012, relief)
    if not look.lines:
        return relief
    return shader.bump(wrinkles(shader, rest), shader.times(bare, look.lines), 0.05, relief)


def wrinkles(shader: Shader, rest: Any) -> Any:
    """Height of forehead lines and crow's feet; sines bent by noise, each in its own zone."""
    across, depth, height = shader.split(rest)
    side = shader.math("ABSOLUTE", across)
    wander = shader.times(shader.minus(shader.noise(rest, 2.5, 3), 0.5), 0.16)
    brow = shader.math("SINE", shader.times(shader.add(height, shader.add(wander, shader.times(side, -0.10))), 52.0))
    brow = shader.times(brow, shader.times(shader.bell(height, 7.74, 0.14), shader.bell(side, 0.0, 0.42)))
    rise, reach = shader.minus(height, 7.27), shader.minus(side, 0.42)
    angle = shader.math("ARCTAN2", shader.add(rise, shader.times(wander, 0.3)), reach)
    feet = shader.math("SINE", shader.times(angle, 11.0))
    zone = shader.times(shader.bell(side, 0.63, 0.08), shader.bell(height, 7.24, 0.16))
    front = shader.ramp(depth, -0.6, -0.9)
    return shader.times(shader.add(shader.times(brow, 0.65), shader.times(shader.times(feet, zone), 0.22)), front)
