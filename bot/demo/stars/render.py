"""One portrait from start to finish: builds the star, renders it, and develops the picture into a JPEG."""

from pathlib import Path

import bpy
import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from bot.demo.stars.body.eyes import make_eyes
from bot.demo.stars.body.figure import build_figure
from bot.demo.stars.body.head import Head
from bot.demo.stars.body.mouth import make_mouth
from bot.demo.stars.body.skin import paint_skin
from bot.demo.stars.hair.brows import make_brows, make_lashes
from bot.demo.stars.hair.cuts import make_beard, make_hair, scalp_mask
from bot.demo.stars.looks import Look
from bot.demo.stars.scene import clear_scene
from bot.demo.stars.stage import camera_place, set_backdrop, set_camera, set_lights
from bot.demo.stars.wear.cloth import make_collar, make_garment
from bot.demo.stars.wear.hats import make_hat
from bot.demo.stars.wear.jewels import make_earrings

FINISHED = 1024  # pixels a side of the picture that is kept


def build_star(data: Path, look: Look) -> None:
    """Fills Blender's scene. Raises FileNotFoundError where `data` lacks a mesh, target or mask."""
    clear_scene()
    figure = build_figure(data, look)
    head = Head(figure, look.seed)
    scalp = scalp_mask(head, look)
    camera, target = camera_place(figure, look)
    paint_skin(head, look, scalp)
    make_eyes(head, look, camera)
    make_mouth(head)
    make_brows(head, look)
    make_lashes(head, look)
    make_hair(head, look, scalp)
    make_beard(head, look)
    make_hat(head, look.hat)
    for number, layer in enumerate(look.clothes):
        make_garment(head, number, layer)
    for collar in look.collars:
        make_collar(head, collar)
    if look.earrings:
        make_earrings(head)
    set_camera(figure, look)
    set_lights(look, target)
    set_backdrop(look, target)


def render_scene(path: Path, look: Look, size: int, samples: int) -> None:
    """Path-traces the scene on the CPU into a PNG of size × size."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples = "CPU", samples
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.03
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.transparent_max_bounces = 4, 2, 16
    cycles.sample_clamp_indirect = 4
    cycles.caustics_reflective = cycles.caustics_refractive = False
    scene.cycles_curves.shape = "RIBBONS"
    scene.cycles_curves.subdivisions = 2
    scene.render.resolution_x = scene.render.resolution_y = size
    scene.render.image_settings.file_format = "PNG"
    scene.view_settings.view_transform, scene.view_settings.look = "AgX", "AgX - Punchy"
    scene.view_settings.exposure = look.exposure
    scene.render.filepath = str(path.resolve())
    bpy.ops.render.render(write_still=True)


def develop(raw: Path, path: Path, seed: int) -> None:
    """Enlarges a smaller render, grades, sharpens, adds the grain that a denoised picture lacks; saves a JPEG."""
    picture = Image.open(raw).convert("RGB").resize((FINISHED, FINISHED), Image.Resampling.LANCZOS)
    picture = picture.filter(ImageFilter.UnsharpMask(1.6, 55, 2))
    picture = ImageEnhance.Contrast(ImageEnhance.Color(picture).enhance(1.16)).enhance(1.05)
    pixels = np.asarray(picture, np.float32)
    random = np.random.default_rng(seed)
    grain = random.normal(0, 1, (*pixels.shape[:2], 1)) * 2.2 + random.normal(0, 0.7, pixels.shape)
    Image.fromarray(np.clip(pixels + grain, 0, 255).astype(np.uint8)).save(path, quality=88, optimize=True)
