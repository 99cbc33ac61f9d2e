"""One way to read a TOML file into a model, with every mistake named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from config.settings import explain

M = TypeVar("M", bound=BaseModel)

MAX_FILE_BYTES = 1 << 20
"""Larger files are refused: none of ours comes near."""


def read_model(model: type[M], file: Path, error: type[Exception]) -> M:
    """The model out of a file. Raises `error` with a line for each mistake: file, key, what is wrong."""
    try:
        raw = file.read_bytes()
    except OSError as failure:
        raise error(f"{file}: cannot be read: {failure.strerror}") from None
    return model_of(model, raw, file, error)


def model_of(model: type[M], raw: bytes, file: Path, error: type[Exception]) -> M:
    """The model out of the bytes of a file. Raises `error` as above."""
    try:
        if len(raw) > MAX_FILE_BYTES:
            raise error(f"{file}: larger than {MAX_FILE_BYTES} bytes")
        return model.model_validate(tomllib.loads(raw.decode("utf-8")))
    except UnicodeDecodeError:
        raise error(f"{file}: not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        raise error(f"{file}: not TOML: {failure}") from None
    except ValidationError as failure:
        raise error("\n".join(f"{file}: {line}" for line in explain(failure))) from None
