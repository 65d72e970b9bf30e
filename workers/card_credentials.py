"""Content credentials of a card: a composite, whose likeness was judged by a machine, for fun."""

import io
import json

from c2pa import Builder, C2paSignerInfo, Signer

from bot.settings import Settings
from workers.provenance import ensure_certificates

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"


def sign_card(picture: bytes, artist: str, settings: Settings) -> bytes:
    """The JPEG with its signed manifest. Raises C2paError."""
    folder = ensure_certificates(settings.data_dir / "provenance")
    chain = (folder / "leaf.pem").read_bytes() + (folder / "root.pem").read_bytes()
    info = C2paSignerInfo(b"es256", chain, (folder / "leaf.key").read_bytes(), None)
    signed = io.BytesIO()
    with Builder(json.dumps(describe_card(artist))) as builder, Signer.from_info(info) as signer:
        builder.sign(signer, "image/jpeg", io.BytesIO(picture), signed)
    return signed.getvalue()


def describe_card(artist: str) -> dict[str, object]:
    """The manifest: what made the card, from what."""
    action = {
        "action": "c2pa.created",
        "digitalSourceType": SOURCE_TYPE,
        "softwareAgent": {"name": "Stario"},
        "description": f"A quiz result laid over a picture of {artist}, with the artist's consent",
    }
    return {
        "claim_generator_info": [{"name": "Stario", "version": "0.1.0"}],
        "title": "Which star do I look like",
        "format": "image/jpeg",
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}],
    }
