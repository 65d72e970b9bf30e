"""Personal text is kept sealed: AES-256-GCM, bound to its table and column, the key outside the database."""

import os
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from tortoise.fields.base import Field

_NONCE = 12
_ciphers: dict[int, AESGCM] = {}


class SealingError(RuntimeError):
    """No key, or a key that does not open what is stored."""


def use_key(master: bytes, number: int = 1) -> None:
    """Registers a 32-byte master key under its number (1–255); the highest number seals, every number opens."""
    if len(master) != 32 or not 0 < number < 256:
        raise SealingError("a sealing key has 32 bytes and a number from 1 to 255")
    derived = HKDF(SHA256(), 32, salt=None, info=b"stario/sealing").derive(master)
    _ciphers[number] = AESGCM(derived)


def seal(plain: bytes, place: str) -> bytes:
    """Key number (1 byte) + nonce (12 bytes) + ciphertext; opens only for the same `place`."""
    if not _ciphers:
        raise SealingError("no sealing key is set")
    number = max(_ciphers)
    nonce = os.urandom(_NONCE)
    return bytes([number]) + nonce + _ciphers[number].encrypt(nonce, plain, place.encode())


def unseal(sealed: bytes, place: str) -> bytes:
    """The plain bytes. Raises SealingError for an unknown key number, cryptography's InvalidTag for tampering."""
    cipher = _ciphers.get(sealed[0])
    if cipher is None:
        raise SealingError(f"sealing key {sealed[0]} is not known")
    return cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], place.encode())


class SealedText(Field[str], str):  # type: ignore[misc]
    """A text column that Postgres only sees as sealed bytes."""

    SQL_TYPE = "BYTEA"
    field_type = str

    @property
    def _place(self) -> str:
        return f"{self.model._meta.db_table}.{self.model_field_name}"

    def to_db_value(self, value: Any, instance: Any) -> Any:
        return value if value is None else seal(str(value).encode(), self._place)

    def to_python_value(self, value: Any) -> Any:
        if isinstance(value, (bytes, bytearray, memoryview)):
            return unseal(bytes(value), self._place).decode()
        return value
