"""The table of the audit log's events, from their catalogue.

python docs/audit_table.py            prints it
python docs/audit_table.py --write    puts it into docs/audit.md
"""

from __future__ import annotations

from generated import Parts

from kiosk.audit.events import CATALOGUE


def table() -> str:
    """As Markdown."""
    lines = ["| event | when | fields |", "|---|---|---|"]
    for event, entry in CATALOGUE.items():
        fields = "; ".join(f"`{name}` ({kind})" for name, kind in entry.fields.items())
        lines.append(f"| `{event}` | {entry.meaning} | {fields or '–'} |")
    return "\n".join(lines)


PARTS = Parts("audit.md", __file__, {"events": table})

if __name__ == "__main__":
    PARTS.main()
