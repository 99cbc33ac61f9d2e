"""The table of all metrics, from the one in the program.

python docs/metrics_table.py            prints it
python docs/metrics_table.py --write    puts it into docs/metrics.md
"""

from __future__ import annotations

from generated import Parts

from kiosk.metrics.table import METRICS, full_name


def table() -> str:
    """As Markdown."""
    lines = ["| metric | kind | what | labels |", "|---|---|---|---|"]
    for name, metric in METRICS.items():
        labels = "; ".join(f"`{label}` ({kind})" for label, kind in metric.labels.items())
        lines.append(f"| `{full_name(name)}` | {metric.sort} | {metric.meaning} | {labels or '–'} |")
    return "\n".join(lines)


PARTS = Parts("metrics.md", __file__, {"metrics": table})

if __name__ == "__main__":
    PARTS.main()
