"""The table of the audit log's events, from their catalogue.

python docs/audit_table.py            prints it
python docs/audit_table.py --write    puts it into docs/audit.md
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.audit.events import CATALOGUE

PAGE = Path(__file__).parent / "audit.md"
BEGIN, END = "<!-- events: made by docs/audit_table.py -->", "<!-- end of events -->"


def table() -> str:
    """As Markdown."""
    lines = ["| event | when | fields |", "|---|---|---|"]
    for event, entry in CATALOGUE.items():
        fields = "; ".join(f"`{name}` ({kind})" for name, kind in entry.fields.items())
        lines.append(f"| `{event}` | {entry.meaning} | {fields or '–'} |")
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
