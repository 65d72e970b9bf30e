"""Content credentials (C2PA 2): every film and poster says, signed, that a machine made it and who agreed to it.

A re-mux strips them, so signing comes last. Without certificates of your own a root and a leaf are made once in
`data_dir/provenance`; a viewer trusts them when given that root.
"""

import datetime as dt
import io
import json
from pathlib import Path

from c2pa import Builder, C2paSignerInfo, Signer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from bot.settings import Settings
from db.posters import Poster
from db.videos import Video
from workers.engines.contracts import Film

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
COMPOSITE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
_YEARS = 10


def sign_film(film: Film, video: Video, settings: Settings) -> None:
    """Replaces the film's file by a signed one. Raises C2paError."""
    folder = ensure_certificates(settings.data_dir / "provenance")
    signed = film.path.with_name("signed.mp4")
    manifest = describe_film(str(video.code), video.artist.name, f"{settings.base_url}/v/{video.code}")
    with Builder(json.dumps(manifest)) as builder, _open_signer(folder) as signer:
        builder.sign_file(film.path, signed, signer)
    signed.replace(film.path)


def describe_film(code: str, artist: str, page: str) -> dict[str, object]:
    """The manifest: what made it, from what, and where to read more."""
    made = f"A greeting animated from the portrait of {artist}, with the artist's consent"
    more: dict[str, object] = {"label": "stario.greeting", "data": {"code": code, "page": page}}
    return write_manifest(f"Greeting {code}", "video/mp4", SOURCE_TYPE, made, more)


def write_manifest(title: str, mime: str, source: str, made: str, *more: dict[str, object]) -> dict[str, object]:
    """A C2PA manifest with one action: how it was made; `source` is IPTC's digital source type."""
    action = {
        "action": "c2pa.created",
        "digitalSourceType": source,
        "softwareAgent": {"name": "Stario"},
        "description": made,
    }
    return {
        "claim_generator_info": [{"name": "Stario", "version": "0.1.0"}],
        "title": title,
        "format": mime,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}, *more],
    }


def sign_poster(png: bytes, poster: Poster, settings: Settings) -> bytes:
    """The PNG of a poster with its credentials. Raises C2paError."""
    page = f"{settings.base_url}/p/{poster.code}"
    return sign_picture(png, describe_poster(str(poster.code), poster.artist.name, page), settings)


def sign_picture(picture: bytes, manifest: dict[str, object], settings: Settings) -> bytes:
    """A picture with its signed manifest, which names the format. Raises C2paError."""
    folder = ensure_certificates(settings.data_dir / "provenance")
    signed = io.BytesIO()
    with Builder(json.dumps(manifest)) as builder, _open_signer(folder) as signer:
        builder.sign(signer, str(manifest["format"]), io.BytesIO(picture), signed)
    return signed.getvalue()


def describe_poster(code: str, artist: str, page: str) -> dict[str, object]:
    """The manifest of a poster."""
    made = f"A poster composed around an AI-made portrait of {artist}, with the artist's consent"
    more: dict[str, object] = {"label": "stario.poster", "data": {"code": code, "page": page}}
    return write_manifest(f"Poster {code}", "image/png", COMPOSITE_TYPE, made, more)


def _open_signer(folder: Path) -> Signer:
    chain = (folder / "leaf.pem").read_bytes() + (folder / "root.pem").read_bytes()
    return Signer.from_info(C2paSignerInfo(b"es256", chain, (folder / "leaf.key").read_bytes(), None))


def ensure_certificates(folder: Path) -> Path:
    """`root.pem`, `leaf.pem`, `leaf.key` in `folder`, made where they are missing; the root's key is not kept."""
    if not (folder / "leaf.pem").exists():
        folder.mkdir(parents=True, exist_ok=True)
        root_key, leaf_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _certify(_name("Stario Root"), root_key, _name("Stario Root"), root_key, is_root=True)
        leaf = _certify(_name("Stario Greetings"), leaf_key, root.subject, root_key, is_root=False)
        key = leaf_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        _write_private(folder / "leaf.key", key)
        (folder / "root.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
        (folder / "leaf.pem").write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    return folder


def _write_private(path: Path, body: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(body)


def _name(common: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Stario"), x509.NameAttribute(NameOID.COMMON_NAME, common)]
    )


def _certify(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    is_root: bool,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_root:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())
