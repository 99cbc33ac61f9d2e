"""What each key of the catalogue's files means: for editors (JSON Schema) and mistakes, read by nothing that runs."""

from __future__ import annotations

from collections.abc import Mapping

_KIND = "What kind of file this is; a file without it is a service."
_VERSION = "Counts up with every change that is published."
_ORDER = "Smaller numbers are shown first."
_ICON = "A drawing of ui/icons, by its name."
_WHEN = "A condition on the answers and the card, such as \"age >= 60 and lodging == 'rented'\"; left out: always."
_OFFICE = "An office of the directory, by its id."
_ID = "A name of its own within the list: small letters, digits and _."
_SERVICE = "A service of this catalogue, by its code."
_CODE = "The code under which the city knows it; unique among all files."

KEY_WORDS: Mapping[str, Mapping[str, str]] = {
    "Text": {
        "zh": "In Chinese: short, said with 您, and never a refusal.",
        "en": "In English, complete.",
    },
    "Service": {
        "kind": _KIND,
        "code": _CODE,
        "basic_code": "The code of the national or provincial basic list (基本编码).",
        "implementation_code": "The code of the body's own list (实施编码).",
        "version": _VERSION,
        "order": _ORDER,
        "group": "The group of the home page in which residents look for it, by its id.",
        "name": "The official name.",
        "everyday": "What residents call it: the large words of its tile.",
        "also": "Other words that residents look for it by.",
        "summary": "For whom it is and what it gives, in a sentence or two.",
        "icon": _ICON,
        "department": "Who decides; the same words in all services of one department.",
        "minutes": "How long it takes at the terminal.",
        "limit": "The promised limit: how long it takes at most. 0 days: decided at once.",
        "limits": "Other promised limits; the first whose condition holds goes before `limit`.",
        "legal_limit": "The limit of the law, where it is longer.",
        "fee": "The cost in a few characters, such as 0 元.",
        "fee_note": "What the cost covers, or what comes on top.",
        "delivery": "How the result comes, in a few characters.",
        "delivery_note": "What else is to know of it, in a few characters.",
        "result": "What one gets, and what happens next.",
        "otherwise": "What to do without a terminal: where, with what, when.",
        "office": _OFFICE + " It settles the matter without a terminal.",
        "stops": "For whom it is not, each with the way that leads on.",
        "consents": "Ticks of their own: sensitive data, and data of other people.",
        "excludes": "Services that cannot go together with this one.",
        "successors": "Services worth having next.",
        "fields": "The questions, one a page, in the order in which they are asked; a signature is the last.",
        "materials": "The papers; [] when the identity card alone is enough.",
    },
    "Limit": {
        "days": "So many; 0: decided at once.",
        "unit": "working_days (without weekends and days off), or days by the calendar.",
        "note": "What holds in special cases.",
    },
    "LimitWhen": {
        "days": "So many; 0: decided at once.",
        "unit": "working_days or days.",
        "note": "What holds in special cases.",
        "when": _WHEN,
    },
    "FromDay": {
        "age": "The birthday from which it is possible.",
        "field": "A field with a date, from which months are counted.",
        "months": "So many months after the date of `field`.",
    },
    "Stop": {
        "id": _ID + " It is what the city counts.",
        "when": _WHEN,
        "reason": "Why, as what is so: never a refusal. May hold {day}, the day of `possible`.",
        "way": "What to do instead, in full sentences.",
        "office": _OFFICE,
        "bring": "What to take along, a few words each.",
        "possible": "From when it is possible, where that can be said.",
        "instead": _SERVICE + " It can be had today.",
    },
    "Consent": {"id": _ID, "text": "What is agreed to, and for what alone.", "when": _WHEN},
    "Related": {"service": _SERVICE, "why": "The reason, for the resident.", "when": _WHEN},
    "FormField": {
        "id": _ID + " Fields of one meaning have one id in all services, so that a package asks once.",
        "kind": "How it is answered.",
        "label": "Its name on the check page and the slip.",
        "question": "The question: the title of its page.",
        "help": "A line below: an example, or what to do if unsure.",
        "why": "Why it is asked, and what follows from the answer.",
        "when": _WHEN + " It speaks of fields that stand before this one.",
        "options": "What can be chosen.",
        "max_length": "Characters of an answer in words.",
        "check": "What a number or a word must be.",
        "twice": "Typed twice, so that a slip of the finger shows.",
        "latest": "today: not a later day.",
        "latest_days": "So many days after today are taken as well.",
        "earliest": "today: not an earlier day; of a month: not before this one.",
        "not_before": "A field before this one, with a day or month that this one does not precede.",
        "differs_from": "A field before this one, whose answer this one must not repeat.",
        "least": "The least whole yuan, or the least count.",
        "most": "The most whole yuan, or the highest count.",
    },
    "Option": {
        "value": "What the answer is called in rules and in the form.",
        "label": "The words of the tile.",
        "hint": "What follows from choosing it.",
        "icon": _ICON,
    },
    "Material": {
        "id": _ID + " The same paper has one id in all services, so that a package scans it once.",
        "name": "The paper's name.",
        "hint": "Which part or kind of it.",
        "icon": _ICON,
        "sample": "A drawing of ui/drawings that shows one.",
        "checks": "What a reviewer looks at, four at most.",
        "source": "Where to get it.",
        "demand": "required; deferrable (may follow); declared (a signed word replaces it); exempt (the city has it).",
        "otherwise": "Of an exempt paper: what holds when the city does not answer.",
        "defer_days": "Calendar days until a paper that may follow, within the promised limit.",
        "declaration": "What is signed instead of the paper.",
        "original": "false: a copy will do.",
        "max_pages": "Pages at most.",
        "one_of": "Papers of one name here stand for each other; their conditions decide which.",
        "when": _WHEN,
    },
    "Declaration": {
        "duty": "What the law asks for.",
        "text": "What is declared, in the first person.",
        "consequence": "What follows when it is not true.",
    },
    "Package": {
        "kind": _KIND,
        "code": _CODE,
        "version": _VERSION,
        "order": _ORDER,
        "name": "The official name.",
        "everyday": "What residents call it: the large words of its tile.",
        "summary": "What it is for, in a sentence.",
        "icon": _ICON,
        "fields": "Questions of its own, asked first: they tell which services apply.",
        "services": "The services, in the order in which they are settled.",
        "elsewhere": "What belongs to it and is settled by somebody else.",
    },
    "Part": {
        "code": _SERVICE,
        "when": _WHEN,
        "otherwise": "To whom it does not apply: why, and what then.",
    },
    "Groups": {"kind": _KIND, "code": _CODE, "groups": "The groups, in the order in which they are shown."},
    "Group": {
        "id": _ID,
        "name": "The words of its tile.",
        "icon": _ICON,
        "elsewhere": "Matters that residents look for here and that somebody else settles.",
    },
    "Elsewhere": {
        "name": "The matter.",
        "way": "Who settles it, where, when, with what.",
        "office": _OFFICE,
    },
    "Offices": {"kind": _KIND, "code": _CODE, "offices": "The directory; one of them is `hotline`."},
    "Office": {
        "id": _ID,
        "name": "The office.",
        "address": "Where, or how to find out.",
        "hours": "When.",
        "phone": "Under which number.",
        "takes": "Services that it takes in, by code; not only those of this catalogue.",
    },
    "Calendar": {"kind": _KIND, "code": _CODE, "years": "The announced years, each as a table [years.2026]."},
    "Year": {
        "off": "Days off from Monday to Friday.",
        "work": "Days worked at a weekend.",
    },
}
