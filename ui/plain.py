"""Page values as QML reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ui.pictures import token_of


def plain(value: Any, pictures: dict[str, bytes]) -> Any:
    """A page value as QML reads it: dataclasses as objects, pictures as addresses, a body with its type's name.

    The pictures that were found are put into `pictures`, for the provider to hold.
    """
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: plain(getattr(value, field.name), pictures) for field in fields(value)}
        if type(value).__name__.endswith("Body"):
            found["type"] = type(value).__name__
        return found
    if isinstance(value, Mapping):
        return {name: plain(item, pictures) for name, item in value.items()}
    if isinstance(value, bytes):
        if not value:
            return ""
        token = token_of(value)
        pictures[token] = value
        return f"image://page/{token}"
    if isinstance(value, tuple):
        return [plain(item, pictures) for item in value]
    return str(value) if isinstance(value, str) else value
