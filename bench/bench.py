"""Measurements beside their peers: `python -m bench.bench [NAME …]`; a table, and `build/bench/summary.json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench import catalogue, drain, fleet, hostile, load, pages, preview, queue, receipt, start, taps, visits
from bench.postgres import NotInstalled
from bench.row import Row

MEASUREMENTS: dict[str, Callable[[], list[Row]]] = {
    "receipt": receipt.rows,
    "pages": pages.rows,
    "preview": preview.rows,
    "hostile": hostile.rows,
    "queue": queue.rows,
    "drain": drain.rows,
    "fleet": fleet.rows,
    "load": load.rows,
    "start": start.rows,
    "taps": taps.rows,
    "visits": visits.rows,
    "catalogue": catalogue.rows,
}
OUT = Path("build/bench")


def main() -> None:
    """Measure what is named, or all; print each row as it comes and write them."""
    names = sys.argv[1:] or list(MEASUREMENTS)
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        sys.exit(f"no measurement {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
    print(f"{'measurement':56} {'ours':>12} {'peer':>12}  {'ratio':>7}  unit")
    found = []
    for name in names:
        try:
            for row in MEASUREMENTS[name]():
                found.append(asdict(row) | {"ratio": row.ratio})
                print(_line(row), flush=True)
        except NotInstalled as missing:
            print(f"{name}: not measured, {missing}")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "summary.json").write_text(json.dumps(found, ensure_ascii=False, indent=1))


def _line(row: Row) -> str:
    peer = "" if row.peer is None else _figure(row.peer)
    ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
    return f"{row.name:56} {_figure(row.ours):>12} {peer:>12}  {ratio:>7}  {row.unit}  {row.peer_name}"


def _figure(value: float) -> str:
    return f"{value:,.3f}" if abs(value) < 10 else f"{value:,.1f}"


if __name__ == "__main__":
    main()
