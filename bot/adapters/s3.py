"""The object store: any S3, reached through aioboto3; links are signed for the host name a browser sees."""

from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Protocol

import aioboto3
from aiobotocore.config import AioConfig
from botocore.exceptions import BotoCoreError, ClientError

from bot.errors import NotFound
from bot.settings import Settings


class ObjectStore(Protocol):
    """Bytes under keys. Writes replace; deleting what is not there is no error."""

    async def put(self, key: str, body: bytes, content_type: str) -> None: ...
    async def put_file(self, key: str, path: Path, content_type: str) -> None: ...
    async def get(self, key: str) -> bytes:
        """The bytes. Raises NotFound."""

    async def exists(self, key: str) -> bool: ...
    async def delete(self, key: str) -> None: ...
    async def delete_under(self, prefix: str) -> None:
        """Deletes everything whose key begins with `prefix`."""

    async def link(self, key: str, seconds: int = 3600, filename: str = "") -> str:
        """A URL that anybody may GET for `seconds`."""

    async def put_link(
        self, key: str, content_type: str, content_length: int, seconds: int
    ) -> tuple[str, dict[str, str]]:
        """A URL that takes one PUT of exactly this type and size within `seconds`, and the headers to send with it."""

    async def ping(self) -> None:
        """Raises when the store does not answer."""


class S3Store:
    """ObjectStore over one bucket of an S3 service."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._bucket = settings.s3_bucket
        self._stack = AsyncExitStack()
        self._client: Any = None
        self._signer: Any = None

    async def open(self) -> None:
        """Connects and makes the bucket where it is missing."""
        self._client = await self._connect(self._settings.s3_endpoint)
        public = self._settings.s3_public_endpoint or self._settings.s3_endpoint
        self._signer = await self._connect(public)
        try:
            await self._client.head_bucket(Bucket=self._bucket)
        except ClientError:
            await self._make_bucket()

    async def _make_bucket(self) -> None:
        try:
            await self._client.create_bucket(Bucket=self._bucket)
        except ClientError as error:
            # Several processes start at once: the one that came second finds it made.
            if error.response["Error"]["Code"] not in ("BucketAlreadyOwnedByYou", "BucketAlreadyExists"):
                raise

    async def _connect(self, endpoint: str) -> Any:
        settings = self._settings
        config = AioConfig(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            connect_timeout=3,
            read_timeout=20,
            retries={"max_attempts": 3, "mode": "standard"},
            max_pool_connections=32,
        )
        return await self._stack.enter_async_context(
            aioboto3.Session().client(
                "s3",
                endpoint_url=endpoint or None,
                region_name=settings.s3_region,
                aws_access_key_id=settings.s3_access_key.get_secret_value() or None,
                aws_secret_access_key=settings.s3_secret_key.get_secret_value() or None,
                config=config,
            )
        )

    async def close(self) -> None:
        await self._stack.aclose()

    async def put(self, key: str, body: bytes, content_type: str) -> None:
        await self._client.put_object(Bucket=self._bucket, Key=key, Body=body, ContentType=content_type)

    async def put_file(self, key: str, path: Path, content_type: str) -> None:
        await self._client.upload_file(str(path), self._bucket, key, ExtraArgs={"ContentType": content_type})

    async def get(self, key: str) -> bytes:
        try:
            answer = await self._client.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in ("NoSuchKey", "404"):
                raise NotFound("error-not-found") from error
            raise
        async with answer["Body"] as stream:
            return bytes(await stream.read())

    async def exists(self, key: str) -> bool:
        try:
            await self._client.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return False
            raise
        return True

    async def delete(self, key: str) -> None:
        await self._client.delete_object(Bucket=self._bucket, Key=key)

    async def delete_under(self, prefix: str) -> None:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix)
        async for page in pages:
            for found in page.get("Contents", ()):
                await self.delete(found["Key"])

    async def link(self, key: str, seconds: int = 3600, filename: str = "") -> str:
        params = {"Bucket": self._bucket, "Key": key}
        if filename:
            params["ResponseContentDisposition"] = f'attachment; filename="{filename}"'
        return str(await self._signer.generate_presigned_url("get_object", Params=params, ExpiresIn=seconds))

    async def put_link(
        self, key: str, content_type: str, content_length: int, seconds: int
    ) -> tuple[str, dict[str, str]]:
        # Type and length are among the signed headers: the store itself refuses anything else.
        headers = {"Content-Type": content_type}
        params: dict[str, Any] = {
            "Bucket": self._bucket,
            "Key": key,
            "ContentType": content_type,
            "ContentLength": content_length,
        }
        if self._settings.s3_put_once:
            params["IfNoneMatch"] = headers["If-None-Match"] = "*"
        url = await self._signer.generate_presigned_url("put_object", Params=params, ExpiresIn=seconds)
        return str(url), headers

    async def ping(self) -> None:
        await self._client.head_bucket(Bucket=self._bucket)


async def describe_files(store: ObjectStore, *keys: str) -> list[dict[str, str]]:
    """Each key that names something, with a link for an hour."""
    return [{"key": key, "link": await store.link(key)} for key in keys if key]


STORE_ERRORS = (BotoCoreError, ClientError, OSError)
