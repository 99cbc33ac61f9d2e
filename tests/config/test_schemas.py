"""JSON Schemas for editors: every key is explained, what ships is not stale, and every file names its own."""

from __future__ import annotations

import json

import pytest
import rtoml

from config import schemas
from config.catalogue import SHIPPED

FILES = [file for folder in SHIPPED for file in sorted(folder.glob("*.toml"))]


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_the_schemas_that_ship_are_not_stale(kind):
    assert (schemas.FOLDER / f"{kind}.json").read_text("utf-8") == schemas.schema_of(kind), (
        "write them anew: kiosk catalogue schema --all config/schemas"
    )


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_every_key_says_what_it_is_for(kind):
    schema = json.loads(schemas.schema_of(kind))
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, found in part.get("properties", {}).items():
            assert found["description"].endswith("."), key


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_names_the_schema_of_its_kind(file):
    first = file.read_text("utf-8").split("\n", 1)[0]
    kind = rtoml.loads(file.read_text("utf-8")).get("kind", "service")
    assert first == f"#:schema ../schemas/{kind}.json"
    assert (file.parent / first.removeprefix("#:schema ")).resolve().is_file()


def test_all_are_written_into_a_folder(tmp_path):
    written = schemas.write(tmp_path / "new")
    assert [file.stem for file in written] == list(schemas.KINDS)
