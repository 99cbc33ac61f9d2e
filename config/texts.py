"""Every text of a file of the catalogue, with the key that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from config.catalogue_text import Text


def texts_of(item: BaseModel, place: str = "") -> Iterator[tuple[str, str, Text]]:
    """Key, name of the model that has it, and text; items of a list are called by their own name, else by number."""
    for key in type(item).model_fields:
        value, path = getattr(item, key), f"{place}.{key}".removeprefix(".")
        for step, inner in enumerate(value) if isinstance(value, tuple) else [(-1, value)]:
            if isinstance(inner, Text):
                yield path if step < 0 else f"{path}.{step}", type(item).__name__, inner
            elif isinstance(inner, BaseModel):
                yield from texts_of(inner, path if step < 0 else f"{path}.{_called(inner, step)}")


def _called(item: BaseModel, number: int) -> str:
    return str(next((getattr(item, key) for key in ("id", "value", "code", "service") if hasattr(item, key)), number))
