"""One way to read a TOML file into a model, with every mistake named: file, line, key, what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import rtoml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)

MAX_FILE_BYTES = 1 << 20
"""Larger files are refused: none of ours comes near."""

_AT_LINE = re.compile(r"(?P<what>.*) at line (?P<line>\d+) column \d+")


def read_model(model: type[M], file: Path, error: type[Exception]) -> M:
    """The model out of a file. Raises `error` with a line for each mistake: file, line, key, what to write."""
    try:
        raw = file.read_bytes()
    except OSError as failure:
        raise error(f"{file}: cannot be read: {failure.strerror}") from None
    return model_of(model, raw, file, error)


def model_of(model: type[M], raw: bytes, file: Path, error: type[Exception]) -> M:
    """The model out of the bytes of a file. Raises `error` as above."""
    if len(raw) > MAX_FILE_BYTES:
        raise error(f"{file}: larger than {MAX_FILE_BYTES} bytes")
    try:
        text = raw.decode("utf-8")
        return model.model_validate(rtoml.loads(text))
    except UnicodeDecodeError:
        raise error(f"{file}: not UTF-8") from None
    except rtoml.TomlParsingError as failure:
        raise error(_not_toml(file, str(failure))) from None
    except ValidationError as failure:
        raise error("\n".join(_explained(model, text, file, failure))) from None


def _not_toml(file: Path, words: str) -> str:
    found = _AT_LINE.fullmatch(words)
    return f"{file}:{found['line']}: not TOML: {found['what']}" if found else f"{file}: not TOML: {words}"


def _explained(model: type[BaseModel], text: str, file: Path, failure: ValidationError) -> Iterator[str]:
    """Only what is wrong needs its words and lines; a start has no time for them."""
    from config.explaining import mistakes_of
    from config.toml_lines import line_of

    for path, words in mistakes_of(failure, model, rtoml.loads(text)):
        key = ".".join(str(part) for part in path)
        yield f"{file}:{line_of(text, path) or 1}: {key + ': ' if key else ''}{words}"
