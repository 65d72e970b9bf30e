"""Which media type a photo has: what its sender calls it is read kindly, and its first bytes know better."""

UNKNOWN = "application/octet-stream"  # what computers say that do not know
PHOTO_TYPES = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif")
_OTHER_NAMES = {
    "image/jpg": "image/jpeg",
    "image/jpe": "image/jpeg",
    "image/jfif": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/pjp": "image/jpeg",
    "image/x-jpeg": "image/jpeg",
    "image/x-jpg": "image/jpeg",
    "image/x-citrix-jpeg": "image/jpeg",
    "image/mpo": "image/jpeg",
    "image/x-png": "image/png",
    "image/x-citrix-png": "image/png",
    "image/x-webp": "image/webp",
    "image/x-heic": "image/heic",
    "image/x-heif": "image/heif",
    "image/heic-sequence": "image/heic",
    "image/heif-sequence": "image/heif",
}
_SAYS_NOTHING = ("", "image", "image/*", "*/*", "binary/octet-stream", "application/binary", "application/unknown")
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif")


def read_type(said: str) -> str:
    """The type that is meant, without parameters; a name of no photo stays as it is."""
    name = said.partition(";")[0].strip().lower()
    return UNKNOWN if name in _SAYS_NOTHING else _OTHER_NAMES.get(name, name)


def is_photo_type(said: str) -> bool:
    """True unless the name is one of something else; the bytes are judged by whoever opens them."""
    return read_type(said) in (*PHOTO_TYPES, UNKNOWN)


def sniff_type(body: bytes) -> str:
    """The type that the first bytes tell; "" for what is no photo that we take."""
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    return "image/heic" if body[4:8] == b"ftyp" and body[8:12] in _HEIF_BRANDS else ""
