"""What is wrong with a file, for whoever writes it: at which key, and what to write there. Never the value itself."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from config.key_words import KEY_WORDS
from config.toml_lines import Key

_PATTERNS = {
    "^[a-z][a-z0-9_]{0,47}$": "write small letters, digits and _, a letter first",
    "^[A-Za-z0-9-]{1,50}$": "write letters, digits and -, 50 at most",
    "^[a-z0-9-]{1,48}$": "write the name of a drawing: small letters, digits and -",
    "^[a-z]{2,3}$": "is no language; write its code of two or three letters",
    r"^[0-9-]{3,20}$": "write a telephone number: digits and -",
}
_KINDS = {
    "int": "write a whole number without quotes",
    "float": "write a number without quotes",
    "bool": "write true or false",
    "string": "write text in quotes",
    "tuple": "write a list in [ ]",
    "model": "write a table, { … } or [ … ]",
    "date": "write a day, for example 2026-05-01",
}


def mistakes_of(
    failure: ValidationError, model: type[BaseModel], data: Mapping[str, Any]
) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Each mistake as the path of its key, and the words."""
    for item in failure.errors(include_url=False, include_input=False):
        path = item["loc"]
        kind = data.get("kind", "service")
        if path[:1] == (kind,):  # the union of all kinds of files puts the kind in front
            path = path[1:]
        yield path, _words(item, _owner(_of_kind(model, kind), path[:-1]), path)


def _words(item: ErrorDetails, owner: type[BaseModel] | None, path: tuple[Key, ...]) -> str:
    kind, context, key = item["type"], item.get("ctx", {}), str(path[-1]) if path else ""
    match kind:
        case "missing":
            about = KEY_WORDS.get(owner.__name__, {}).get(key, "") if owner else ""
            return f"is missing; add {key} = …" + (f" ({about})" if about else "")
        case "extra_forbidden":
            return _unknown(key, owner)
        case "union_tag_invalid":
            return f"kind is one of {context['expected_tags']}, or left out for a service"
        case "enum" | "literal_error":
            return f"write one of: {context['expected']}"
        case "string_pattern_mismatch":
            return _PATTERNS.get(context["pattern"], f"must look like {context['pattern']}")
        case "string_too_short":
            return "must not be empty"
        case "string_too_long" | "too_long":
            return f"is too long; at most {context['max_length']}"
        case "too_short":
            return f"needs at least {context['min_length']}"
        case "value_error":
            return str(context["error"])
    base = kind.partition("_")[0]
    return _KINDS[base] if base in _KINDS and kind.endswith(("_type", "_parsing", "_from_float")) else item["msg"]


def _unknown(key: str, owner: type[BaseModel] | None) -> str:
    known = sorted(owner.model_fields) if owner else []
    close = difflib.get_close_matches(key, known, 1)
    if close:
        return f"is no key here; write {close[0]}"
    return f"is no key here; keys are: {', '.join(known)}"


def _owner(model: type[BaseModel] | None, path: tuple[Key, ...]) -> type[BaseModel] | None:
    """The model that the table at `path` is read into."""
    for key in path:
        if isinstance(key, int):
            continue
        field = model.model_fields.get(key) if model else None
        model = None if field is None else _model_in(field.annotation)
    return model


def _of_kind(model: type[BaseModel], kind: object) -> type[BaseModel] | None:
    """Of the union of all kinds of files the one that this file says it is."""
    if "root" not in model.model_fields:
        return model
    members = typing.get_args(model.model_fields["root"].annotation)
    found = [one for one in map(_model_in, members) if one and _says(one, kind)]
    return found[0] if found else None


def _says(model: type[BaseModel], kind: object) -> bool:
    return "kind" in model.model_fields and kind in typing.get_args(model.model_fields["kind"].annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X`, `X | None`, `tuple[X, ...]`, `Annotated[X, …]`, `Mapping[str, X]`."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for found in map(_model_in, typing.get_args(annotation)) if found), None)
