"""The way of one submission, from touch to intake: which function holds each step, and what it hands on.

python docs/submission_way.py            prints the table
python docs/submission_way.py --write    puts it into docs/architecture.md
Raises ValueError where a step is no longer in its file, or no longer speaks of what it hands on.
"""

from __future__ import annotations

from ast import AST, AsyncFunctionDef, ClassDef, FunctionDef, get_source_segment, iter_child_nodes, parse
from pathlib import Path

from generated import DOCS, Parts

WAY: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "a touch, an intent",
        (
            ("ui/qml/components/Touchable.qml", "", "root.intent("),
            ("ui/screens.py", "Screens._heard", "self.intent.emit("),
            ("kiosk/terminal.py", "Terminal._intent", "self.shell.intent("),
        ),
    ),
    (
        "an event",
        (
            ("kiosk/shell.py", "Shell.intent", "event_for("),
            ("kiosk/intents.py", "event_for", "ev.ServiceChosen("),
            ("kiosk/shell.py", "Shell.handle", "advance("),
        ),
    ),
    (
        "a card, answers, papers: an application",
        (
            ("kiosk/device_jobs.py", "read_card", "ev.CardRead("),
            ("kiosk/visit/identify.py", "identifying", "ev.CardRead("),
            ("kiosk/visit/filling.py", "filling", "ev.Drafted("),
            ("kiosk/device_jobs.py", "take_page", "ev.PageTaken("),
            ("kiosk/visit/scanning.py", "scanning", "ev.PageTaken("),
        ),
    ),
    (
        "agreed: a step, an effect",
        (
            ("kiosk/visit/finishing.py", "reviewing", "Sealing("),
            ("kiosk/visit/consequences.py", "_submission_effects", "ef.Submit("),
            ("kiosk/shell.py", "Shell._submit", "forms_of("),
        ),
    ),
    (
        "a form and its scans for each service",
        (
            ("kiosk/form.py", "forms_of", "scans_of("),
            ("kiosk/desk.py", "OutboxDesk.submit_all", "self._outbox.submit_all("),
        ),
    ),
    (
        "sealed, durable, numbered",
        (
            ("offline_queue/outbox.py", "Outbox._sealed", "seal("),
            ("offline_queue/outbox.py", "Outbox._keep", "write_all_durably("),
            ("offline_queue/outbox.py", "Outbox._store", "self.database.insert("),
            ("offline_queue/outbox.py", "Outbox.submit_all", "doorbell.ring("),
        ),
    ),
    (
        "its numbers, a slip",
        (
            ("kiosk/visit/finishing.py", "sealing", "Numbering("),
            ("kiosk/city_jobs.py", "ask_numbers", "ev.NumberKnown("),
            ("kiosk/visit/receipts.py", "receipt_of", "Receipt("),
            ("kiosk/receipt.py", "acceptance_slip", "_Slip("),
            ("kiosk/printing.py", "print_slip", "host.ask("),
        ),
    ),
    (
        "sent, by the other process",
        (
            ("offline_queue/dispatch.py", "Dispatch.next_fresh", "_take("),
            ("offline_queue/sync.py", "Agent._bring", "self._client.put_part("),
            ("offline_queue/client.py", "Client.put_submission", 'self._send("PUT", f"/v1/submissions/'),
        ),
    ),
    (
        "at the city: checked, opened, kept, signed",
        (
            ("intake/signed.py", "check", "_Verifier("),
            ("intake/server.py", "_add_submissions", "check_opens("),
            ("intake/store.py", "Store.put_submission", "insert_new("),
        ),
    ),
    (
        "the proof back",
        (
            ("offline_queue/client.py", "Client.proof", "verify("),
            ("offline_queue/dispatch.py", "Dispatch.acknowledged_and_next", "_acknowledge("),
        ),
    ),
)
"""What it is on its way, and the places there: file, function (none: the whole file), and words that hand it on."""


def source_of(file: str, name: str) -> str:
    """The source of a function or method; of a file where no name is given. Raises ValueError, OSError."""
    text = (DOCS.parent / Path(file)).read_text("utf-8")
    if not name:
        return text
    node: AST = parse(text)
    for part in name.split("."):
        named = (one for one in iter_child_nodes(node) if isinstance(one, ClassDef | FunctionDef | AsyncFunctionDef))
        found = next((one for one in named if one.name == part), None)
        if found is None:
            raise ValueError(f"{file} holds no {name}")
        node = found
    return get_source_segment(text, node) or ""


def table() -> str:
    """The table, each row held against the code."""
    rows = ["| it is | where | hands on |", "|---|---|---|"]
    for state, places in WAY:
        for number, (file, name, hands) in enumerate(places):
            if hands not in source_of(file, name):
                raise ValueError(f"{file}: {name} says nothing of {hands}")
            what = hands.rpartition(".")[2] if hands.startswith(("self.", "root.")) else hands
            place = f"`{file}`" + (f" `{name}`" if name else "")
            rows.append(f"| {state if number == 0 else ''} | {place} | `{what.split('(')[0]}` |")
    return "\n".join(rows)


PARTS = Parts("architecture.md", __file__, {"submission": table})

if __name__ == "__main__":
    PARTS.main()
