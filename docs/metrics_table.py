"""The table of all metrics, from the one in the program.

python docs/metrics_table.py            prints it
python docs/metrics_table.py --write    puts it into docs/metrics.md
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.metrics.table import METRICS, full_name

PAGE = Path(__file__).parent / "metrics.md"
BEGIN, END = "<!-- metrics: made by docs/metrics_table.py -->", "<!-- end of metrics -->"


def table() -> str:
    """As Markdown."""
    lines = ["| metric | kind | what | labels |", "|---|---|---|---|"]
    for name, metric in METRICS.items():
        labels = "; ".join(f"`{label}` ({kind})" for label, kind in metric.labels.items())
        lines.append(f"| `{full_name(name)}` | {metric.sort} | {metric.meaning} | {labels or '–'} |")
    return "\n".join(lines)


def page(text: str) -> str:
    """The page with the table of now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    else:
        sys.stdout.write(f"{table()}\n")
