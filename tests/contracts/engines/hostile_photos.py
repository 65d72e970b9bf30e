"""Fifty files that somebody might send instead of a photo, each with what is said to it."""

import io
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pillow_heif
from PIL import Image

from tests.flows.quiz.quiz_world import portrait_of

SLUG = "humora-sadafli"
BROKEN, KIND, HUGE, SMALL = "quiz-photo-broken", "quiz-photo-type", "quiz-photo-huge", "quiz-photo-small"
MOVES, NOBODY, EMPTY, FINE = "quiz-photo-animated", "quiz-no-face", "quiz-photo-empty", ""


@lru_cache
def face(side: int = 640) -> Image.Image:
    with Image.open(io.BytesIO(portrait_of(SLUG))) as portrait:
        return portrait.convert("RGB").resize((side, side))


def pack(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb(width: int, height: int, rows: int = 0, colour: int = 2, depth: int = 8) -> bytes:
    """A PNG whose header promises `width` × `height`; `rows` of zeros really follow."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    each = 1 + width * {0: 1, 2: 3, 6: 4}[colour] * depth // 8
    data = zlib.compress(bytes(each) * rows, 9)
    parts = [png_chunk(b"IHDR", header), png_chunk(b"IDAT", data), png_chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg_of_size(width: int, height: int) -> bytes:
    """A small JPEG whose frame header claims other sides."""
    body = bytearray(pack(face(128), "JPEG"))
    at = body.index(b"\xff\xc0") + 5
    body[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(body)


def webp_of_size(width: int, height: int) -> bytes:
    """A WebP with an extended header that claims other sides."""
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sides
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def heif(image: Image.Image) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, quality=70)
    return out.getvalue()


def frames(kind: str) -> bytes:
    return pack(face(200), kind, save_all=True, append_images=[face(200).rotate(9), face(200)], duration=90)


def hostile_files() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes, and the key of the refusal ("" for a photo that is fine after all)."""
    jpeg, png, webp, heic = (pack(face(), "JPEG"), pack(face(320), "PNG"), pack(face(), "WEBP"), heif(face(320)))
    noise = np.random.default_rng(3).bytes(40_000)
    deep = Image.fromarray(np.asarray(face(320).convert("L"), np.uint16) * 257)
    clear = face(320).convert("RGBA")
    clear.putalpha(0)
    turned = Image.Exif()
    turned[0x0112] = 6

    yield "no bytes", b"", EMPTY
    yield "one byte", b"\xff", KIND
    yield "noise", noise, KIND
    yield "text", b"hello, I am a photo\n" * 50, KIND
    yield "html", b"<html><script>alert(1)</script></html>", KIND
    yield "svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', KIND
    yield "pdf", b"%PDF-1.7\n" + noise, KIND
    yield "zip", b"PK\x03\x04" + noise, KIND
    yield "elf", b"\x7fELF" + noise, KIND
    yield "mp4", b"\0\0\0\x20ftypisom" + noise, KIND
    yield "gif", pack(face(200), "GIF"), KIND
    yield "gif that moves", frames("GIF"), KIND
    yield "bmp", pack(face(200), "BMP"), KIND
    yield "tiff", pack(face(200), "TIFF"), KIND
    yield "ico", pack(face(64), "ICO"), KIND
    yield "ppm", pack(face(200), "PPM"), KIND
    yield "eps", pack(face(64), "EPS"), KIND
    yield "jpeg 2000", b"\0\0\0\x0cjP  \r\n\x87\n" + noise, KIND
    yield "magic of a jpeg, then noise", b"\xff\xd8\xff\xe0" + noise, BROKEN
    yield "magic of a png, then noise", b"\x89PNG\r\n\x1a\n" + noise, BROKEN
    yield "magic of a webp, then noise", b"RIFF\xff\xff\0\0WEBP" + noise, BROKEN
    yield "magic of a heic, then noise", b"\0\0\0\x18ftypheic" + noise, BROKEN
    yield "magic of a jpeg alone", b"\xff\xd8\xff", BROKEN
    yield "half a jpeg", jpeg[: len(jpeg) // 2], BROKEN
    yield "a jpeg without its end mark", jpeg[:-2], FINE
    yield "a jpeg without its last rows", jpeg[:-600], FINE
    yield "a progressive jpeg without its end mark", pack(face(), "JPEG", progressive=True)[:-2], FINE
    yield "a jpeg of 50 megapixels", pack(face().resize((8160, 6120)), "JPEG", quality=60), FINE
    yield "a jpeg of 80 megapixels", jpeg_of_size(8950, 8950), HUGE
    yield "half a png", png[: len(png) // 2], BROKEN
    yield "half a webp", webp[: len(webp) // 2], BROKEN
    yield "half a heic", heic[: len(heic) // 2], BROKEN
    yield "a png with a wrong checksum", png[:40] + b"\0\0\0\0" + png[44:], BROKEN
    yield "png bomb by its header", png_bomb(60_000, 60_000), HUGE
    yield "png bomb that unpacks", png_bomb(20_000, 20_000, 200), HUGE
    yield "a png just within the limit", png_bomb(5000, 4999, 4999), NOBODY
    yield "a png of sixteen bits within the limit", png_bomb(4990, 4990, 4990, colour=6, depth=16), NOBODY
    yield "a png whose rows are missing", png_bomb(4000, 4000, 20), NOBODY
    yield "12 000 pixels, jpeg", jpeg_of_size(12_000, 12_000), HUGE
    yield "12 000 pixels, one way", jpeg_of_size(12_000, 300), HUGE
    yield "65 500 pixels, jpeg", jpeg_of_size(65_500, 65_500), HUGE
    yield "12 000 pixels, png", png_bomb(12_000, 12_000), HUGE
    yield "16 000 pixels, webp", webp_of_size(16_000, 16_000), HUGE
    yield "a jpeg that lies about its sides", jpeg_of_size(3000, 3000), NOBODY
    yield "one pixel", pack(face(64).resize((1, 1)), "PNG"), SMALL
    yield "a png that moves", frames("PNG"), MOVES
    yield "a webp that moves", frames("WEBP"), MOVES
    yield "no face", pack(Image.new("RGB", (640, 640), "teal"), "JPEG"), NOBODY
    yield "wholly transparent", pack(clear, "PNG"), NOBODY
    yield (
        "png of text bombs",
        png[:33] + png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(90_000_000))) + png[33:],
        BROKEN,
    )
    yield "cmyk", pack(face().convert("CMYK"), "JPEG"), FINE
    yield "sixteen bits of grey", pack(deep, "PNG"), FINE
    yield "palette", pack(face(320).quantize(64), "PNG"), FINE
    yield "progressive", pack(face(), "JPEG", progressive=True), FINE
    yield "polyglot: jpeg and zip", jpeg + b"PK\x03\x04" + noise, FINE
    yield "polyglot: jpeg and html", pack(face(), "JPEG", comment=b"<script>alert(1)</script>"), FINE
    yield ("exif that is broken", pack(face(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + noise[:999]), FINE)
    yield "lies on its side, as exif says", pack(face().rotate(90), "JPEG", exif=turned), FINE
    yield "heic", heic, FINE
