"""The contract of drivers as rules: what a driver promises, one sentence each, and why it matters."""

from __future__ import annotations

from dataclasses import dataclass

COMMON = "common"
READER, SCANNER, PRINTER = "id_card_reader", "document_scanner", "receipt_printer"


@dataclass(frozen=True)
class Rule:
    """One promise. `kind` is a device class, or `common`."""

    id: str
    kind: str
    promise: str
    why: str


RULES = (
    Rule("opens-and-closes", COMMON, "opens, closes, and opens again", "a lost device is opened anew many times a day"),
    Rule("close-twice", COMMON, "may be closed twice, and before it was opened", "ways out cross each other"),
    Rule("open-twice", COMMON, "may be opened twice without harm", "who opens need not know who opened before"),
    Rule(
        "no-device", COMMON, "raises NO_DEVICE when nothing is at the port", "staff are then told to look at the plug"
    ),
    Rule(
        "bad-port",
        COMMON,
        "raises DeviceError for a port that makes no sense",
        "a typing mistake must not end the terminal",
    ),
    Rule(
        "not-open", COMMON, "raises NOT_OPEN when used before it was opened", "a mistake of ours must be seen as ours"
    ),
    Rule(
        "status-never-raises",
        COMMON,
        "answers a status question at any time, closed or open",
        "the terminal asks often",
    ),
    Rule("status-of-closed", COMMON, "never says that a closed device is online", "silence is not good"),
    Rule("capabilities", COMMON, "names its model, and only features that are known", "pages follow capabilities"),
    Rule("counters", COMMON, "counts in whole numbers that never go back", "staff see wear before it hurts"),
    Rule("cancelled-before", COMMON, "does nothing when its token is cancelled already", "the resident has gone"),
    Rule("no-card", READER, "raises NO_CARD when none is laid in time", "the page then shows where to lay it"),
    Rule("cancel-waiting", READER, "ends within two seconds when cancelled while waiting", "the next job waits for it"),
    Rule("reads-card", READER, "reads a card whole: number, name, birth date", "that is what it is for"),
    Rule("tells-seen", READER, "tells that a card lies there before it has read it", "the resident holds still"),
    Rule("reads-again", READER, "reads a card again that was left lying", "a visit may begin anew"),
    Rule("hides-person", READER, "shows nothing of the person in reprs and logs", "logs are read by others"),
    Rule("sees-removal", READER, "notices that the card was taken away", "a forgotten card is spoken of"),
    Rule("live-picture", SCANNER, "shows live frames, or raises UNSUPPORTED and says so in `live`", "pages follow it"),
    Rule("preview-ends", SCANNER, "ends the live picture when cancelled", "the light goes out when its page is left"),
    Rule("empty-desk", SCANNER, "gives no page when none lies there", "a wrong crop is worse than none"),
    Rule("takes-page", SCANNER, "gives four corners and a JPEG of the page laid there", "that is what it is for"),
    Rule(
        "prints",
        PRINTER,
        "prints a slip once, and says PRINTED only when the printer confirmed it",
        "a slip is a word given",
    ),
    Rule("taken", PRINTER, "says what became of the slip; UNKNOWN where no sensor tells", "a slip left is private"),
    Rule("paper-out", PRINTER, "raises PAPER_OUT without paper, and prints nothing", "staff load paper"),
    Rule("cover-open", PRINTER, "raises COVER_OPEN with the cover open, and prints nothing", "staff close it"),
    Rule("nothing-for-the-next", PRINTER, "never prints a failed slip later", "it would go to another person"),
)
"""All rules, in the order of the report."""

BY_ID = {rule.id: rule for rule in RULES}
