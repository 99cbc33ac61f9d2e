"""The report on scenarios: a page for people with every picture, and JUnit's XML for programs."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from xml.etree import ElementTree as Xml

from kiosk.rehearsal.record import Record, Stand, StepSeen

_STYLE = (Path(__file__).parent / "report.css").read_text("utf-8")


def prepare(folder: Path) -> None:
    """Empty the place of the pictures: those of an earlier run would mislead."""
    shutil.rmtree(folder / "pictures", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def write(folder: Path, records: Sequence[Record]) -> None:
    """Writes `index.html` and `junit.xml` into `folder`, where the pictures lie already."""
    (folder / "index.html").write_text(page(folder, records), "utf-8")
    Xml.ElementTree(junit(records)).write(folder / "junit.xml", encoding="utf-8", xml_declaration=True)


def junit(records: Sequence[Record]) -> Xml.Element:
    """One testcase for each scenario; a failure carries step, page, what was expected, and its picture."""
    failures = sum(bool(record.failure) for record in records)
    suite = Xml.Element(
        "testsuite",
        name="kiosk scenarios",
        tests=str(len(records)),
        failures=str(failures),
        errors="0",
        time=f"{sum(record.seconds for record in records):.1f}",
    )
    for record in records:
        case = Xml.SubElement(suite, "testcase", classname="scenario", name=record.name, time=f"{record.seconds:.1f}")
        if record.failure:
            Xml.SubElement(case, "failure", message=_clean(record.failure)).text = _clean(_missed(record))
    return suite


def page(folder: Path, records: Sequence[Record]) -> str:
    """The report as HTML; links to pictures go from `folder`."""
    failed = sum(bool(record.failure) for record in records)
    verdict = f"{failed} of {len(records)} did not pass" if failed else f"all {len(records)} passed"
    rows = "".join(
        f'<li class="{_how(record)}"><a href="#{escape(record.name)}">{escape(record.title)}</a>'
        f"<span>{record.seconds:.1f} s</span></li>"
        for record in records
    )
    whole = "".join(_scenario(folder, record) for record in records)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Scenarios: {verdict}</title><style>{_STYLE}</style>"
        f'<header class="{"failed" if failed else "passed"}"><p>Scenarios of the kiosk</p>'
        f"<h1>{verdict.capitalize()}</h1>"
        f"<p>{sum(record.seconds for record in records):.0f} s in all</p></header>"
        f"<main><ol class=index>{rows}</ol>{whole}</main></html>\n"
    )


def _scenario(folder: Path, record: Record) -> str:
    steps = "".join(_step(folder, step, record, step is record.steps[-1]) for step in record.steps)
    failure = f'<p class="failure">{escape(record.failure)}</p>' if record.failure else ""
    # a scenario that passed is folded: what went wrong is what is looked for
    opened = " open" if record.failure else ""
    return (
        f'<details class="scenario {_how(record)}"{opened}><summary>'
        f"<h2>{escape(record.title)}</h2><span>{escape(record.name)} · {len(record.steps)} steps · "
        f"{record.seconds:.1f} s</span></summary>"
        f"<div id='{escape(record.name)}'>{failure}{_timeline(record)}<ol class=steps>{steps}</ol>"
        f"{_end(record.stand)}</div></details>"
    )


def _timeline(record: Record) -> str:
    """A bar for each step, as wide as it took."""
    bars = "".join(
        f'<i style="flex-grow:{max(step.took, 0.02):.2f}" class="{_mark(record, step)}" '
        f'title="{step.number} {escape(step.page)}: {step.took:.1f} s"></i>'
        for step in record.steps
    )
    return f'<div class="timeline">{bars}</div>'


def _step(folder: Path, step: StepSeen, record: Record, last: bool) -> str:
    failed = bool(record.failure) and last
    lines = [_line("fault", fault) for fault in step.faults]
    lines += [_line("missed" if failed and line == step.expected[-1] else "seen", line) for line in step.expected]
    lines += [_line("done", line) for line in step.done]
    pictures = "".join(
        f'<a href="{href}"><img loading="lazy" src="{href}" alt="{what} of step {step.number}"></a>'
        for path, what in ((step.picture, "screen"), (step.slip, "slip"))
        if path is not None and path.is_file() and (href := escape(path.relative_to(folder).as_posix()))
    )
    return (
        f'<li class="{_mark(record, step)}"><div class=words><h3><b>{step.number}</b> {escape(step.page)}</h3>'
        f"<p class=time>{step.began:.1f} s + {step.took:.1f} s</p><ul>{''.join(lines)}</ul></div>"
        f"<div class=pictures>{pictures}</div></li>"
    )


def _line(kind: str, words: str) -> str:
    return f'<li class="{kind}">{escape(words)}</li>'


def _end(stand: Stand) -> str:
    arrived = "".join(f"<li>{escape(code)} <b>{escape(number)}</b></li>" for code, number in stand.arrived)
    trouble = f", line: {escape(stand.trouble)}" if stand.trouble else ""
    return (
        f"<footer><div><h3>Queue at the end</h3><p>{stand.waiting} waiting, {stand.set_aside} set aside, "
        f"{stand.letters} letters{trouble}</p></div>"
        f"<div><h3>With the city</h3><ul>{arrived or '<li>nothing</li>'}</ul></div></footer>"
    )


def _how(record: Record) -> str:
    return "failed" if record.failure else "passed"


def _mark(record: Record, step: StepSeen) -> str:
    if record.failure and step is record.steps[-1]:
        return "failed"
    return "faulty" if step.faults else "passed"


def _missed(record: Record) -> str:
    if not record.steps:
        return record.failure
    step = record.steps[-1]
    lines = [f"step {step.number}", f"page waited for: {step.page}"]
    lines += [f"expected: {line}" for line in step.expected]
    if step.picture is not None:
        lines.append(f"picture: pictures/{record.name}/{step.picture.name}")
    return "\n".join([*lines, record.failure])


def _clean(words: str) -> str:
    """Without what XML 1.0 cannot say."""
    return "".join(letter for letter in words if letter in "\t\n" or letter >= " ")
