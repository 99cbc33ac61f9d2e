"""What one file of a catalogue holds: a service, or one of the other kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Discriminator, RootModel, Tag

from config.catalogue_text import CatalogueError
from config.grouping import Groups, Package
from config.offices import Calendar, Offices
from config.service import Service
from config.toml_files import read_model


def _kind(value: Any) -> Any:
    """A file that does not say what it is, is a service."""
    return value.get("kind", "service") if isinstance(value, dict) else getattr(value, "kind", "service")


AnyItem = Service | Package | Groups | Offices | Calendar

Item = RootModel[
    Annotated[
        Annotated[Service, Tag("service")]
        | Annotated[Package, Tag("package")]
        | Annotated[Groups, Tag("groups")]
        | Annotated[Offices, Tag("offices")]
        | Annotated[Calendar, Tag("calendar")],
        Discriminator(_kind),
    ]
]
"""What one file holds."""


def read(file: Path) -> Item:
    """What one file holds. Raises CatalogueError."""
    return read_model(Item, file, CatalogueError)
