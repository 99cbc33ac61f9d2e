"""Where sealed parts lie: a folder, or a bucket of S3-compatible storage. Names are ours, contents ciphertext."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol
from urllib.parse import urlsplit


class Objects(Protocol):
    """Bytes by name. `put` is durable when it returns."""

    def put(self, name: str, content: bytes) -> None:
        """Keep, replacing what had this name."""

    def get(self, name: str) -> bytes | None:
        """The bytes, None when there are none of this name."""

    def piece(self, name: str, first: int, length: int) -> bytes:
        """Some of the bytes of a name that is there."""

    def size(self, name: str) -> int | None:
        """How many bytes, None when there are none of this name."""

    def names(self, prefix: str) -> list[str]:
        """Names that begin so, in order."""

    def older(self, prefix: str, than: datetime) -> list[str]:
        """Names that begin so, at any depth, and were put before."""

    def delete(self, name: str) -> None:
        """Forget; nothing happens when there is none of this name."""


class Folder:
    """Files under a folder; a `/` in a name is a folder of its own."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, content: bytes) -> None:
        """Write, flush, rename, flush the folder."""
        path = self._root / name
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        with _new(temporary) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        for folder in {path.parent, self._root}:
            descriptor = os.open(folder, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)

    def get(self, name: str) -> bytes | None:
        """The file's bytes."""
        try:
            return (self._root / name).read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            return None

    def piece(self, name: str, first: int, length: int) -> bytes:
        """Read from there."""
        with (self._root / name).open("rb") as file:
            file.seek(first)
            return file.read(length)

    def size(self, name: str) -> int | None:
        """The file's length."""
        path = self._root / name
        return path.stat().st_size if path.is_file() else None

    def names(self, prefix: str) -> list[str]:
        """Files of one folder."""
        folder = self._root / prefix
        if not folder.is_dir():
            return []
        return sorted(f"{prefix}{path.name}" for path in folder.iterdir() if not path.name.startswith("."))

    def older(self, prefix: str, than: datetime) -> list[str]:
        """Files of a folder and those below it, also what a server that was killed left half written."""
        found = []
        for path in (self._root / prefix).rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime < than.timestamp():
                    found.append(str(path.relative_to(self._root)))
        return sorted(found)

    def delete(self, name: str) -> None:
        """Remove the file, and its folder when it was the last in it."""
        path = self._root / name
        path.unlink(missing_ok=True)
        if path.parent != self._root:
            with suppress(OSError):
                path.parent.rmdir()


def _new(path: Path) -> BinaryIO:
    """A new file, its folders made: once more when another worker just found one of them empty and removed it."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            return path.open("xb")


def storage_errors() -> tuple[type[Exception], ...]:
    """What a bucket raises when it cannot be reached; nothing where there is no client for buckets."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        return ()
    return BotoCoreError, ClientError


class Bucket:
    """A bucket. Keys and region come from where boto3 looks for them (environment, files, the machine's role)."""

    def __init__(self, bucket: str, endpoint: str | None) -> None:
        import boto3

        self._bucket = bucket
        self._client: Any = boto3.client("s3", endpoint_url=endpoint)

    def put(self, name: str, content: bytes) -> None:
        """Store; the service checks the SHA-256 on its side."""
        self._client.put_object(Bucket=self._bucket, Key=name, Body=content, ChecksumAlgorithm="SHA256")

    def get(self, name: str) -> bytes | None:
        """Fetch."""
        try:
            return bytes(self._client.get_object(Bucket=self._bucket, Key=name)["Body"].read())
        except self._client.exceptions.NoSuchKey:
            return None

    def piece(self, name: str, first: int, length: int) -> bytes:
        """Fetch a range."""
        asked = f"bytes={first}-{first + length - 1}"
        return bytes(self._client.get_object(Bucket=self._bucket, Key=name, Range=asked)["Body"].read())

    def size(self, name: str) -> int | None:
        """Ask for the length."""
        from botocore.exceptions import ClientError

        try:
            return int(self._client.head_object(Bucket=self._bucket, Key=name)["ContentLength"])
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return None
            raise

    def names(self, prefix: str) -> list[str]:
        """List."""
        return [item["Key"] for item in self._list(prefix)]

    def older(self, prefix: str, than: datetime) -> list[str]:
        """List what was last changed before."""
        return [item["Key"] for item in self._list(prefix) if item["LastModified"] < than]

    def _list(self, prefix: str) -> Iterator[dict[str, Any]]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix)
        for page in pages:
            yield from page.get("Contents", [])

    def delete(self, name: str) -> None:
        """Delete."""
        self._client.delete_object(Bucket=self._bucket, Key=name)


def open_objects(where: str) -> Objects:
    """`s3://bucket`, `s3+https://host:port/bucket` (any S3-compatible service), or a folder. Raises OSError."""
    parts = urlsplit(where)
    if parts.scheme == "s3":
        return Bucket(parts.netloc, None)
    if parts.scheme in ("s3+https", "s3+http"):
        return Bucket(parts.path.strip("/"), f"{parts.scheme[3:]}://{parts.netloc}")
    return Folder(Path(where))
