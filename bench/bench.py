"""Measurements beside their peers; a table, and `build/bench/*.json`. None yet: they come with what they measure."""

from __future__ import annotations

import json
from pathlib import Path

MEASUREMENTS: tuple[str, ...] = ()


def main() -> None:
    """Print the table and write it."""
    out = Path("build/bench")
    out.mkdir(parents=True, exist_ok=True)
    (out / "summary.json").write_text(json.dumps(list(MEASUREMENTS)))
    print("measurement | ours | peer | ratio")


if __name__ == "__main__":
    main()
