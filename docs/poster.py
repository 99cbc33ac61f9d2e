"""Writes the poster for the station's door (A3, upright): what can be done here, how, and what if something is missing.

`python docs/poster.py` writes docs/handbooks/poster-a3.html, which a test holds against the catalogue. A station makes
its own with `--station NAME --hours TEXT --phone NUMBER --out poster.html` and prints it from a browser.
"""

from __future__ import annotations

import argparse
import html
import re
from pathlib import Path
from string import Template

from config import catalogue
from config.catalogue import Catalogue

HERE = Path(__file__).parent
UI = HERE.parent / "ui"
POSTER = HERE / "handbooks" / "poster-a3.html"

PRINT = {"ink": "#17262B", "tone": "#B9C6C4", "soft": "#E2EFEC", "sheet": "#FFFFFF", "spring": "#0B5A5E"}
"""The theme's roles in drawings, as they are printed (the day's colours of ui/qml/theme)."""

STEPS = (
    ("id-card", "放身份证", "没带也行：手动输入", "Lay your card, or type its number"),
    ("note", "一次一问", "大字、朗读、English", "One question at a time"),
    ("lease", "拍材料", "没带的，先受理后补交", "Photograph your papers, or bring them later"),
    ("printer-take", "拿凭条", "编号、期限都在上面", "Take the slip with your number"),
)
"""What a resident does: drawing, in Chinese, what if it cannot be done, in English."""


def poster(services: Catalogue, station: str, hours: str, phone: str) -> str:
    """The page, with everything in it."""
    events = "".join(_event(item.icon, item.everyday.zh, item.name.en) for item in services.packages)
    matters = "".join(f"<li>{html.escape(item.name.zh)}</li>" for item in services)
    steps = "".join(_step(number, *step) for number, step in enumerate(STEPS, start=1))
    told = {"station": station, "hours": hours, "phone": phone}
    return Template((HERE / "poster.template.html").read_text("utf-8")).substitute(
        events=events, matters=matters, steps=steps, **{name: html.escape(text) for name, text in told.items()}
    )


def _event(icon: str, chinese: str, english: str) -> str:
    return f"<li>{_icon(icon)}<b>{html.escape(chinese)}</b><i>{html.escape(english)}</i></li>"


def _step(number: int, drawing: str, what: str, otherwise: str, english: str) -> str:
    return (
        f"<li><span>{number}</span>{_drawing(drawing)}<b>{html.escape(what)}</b>"
        f"<p>{html.escape(otherwise)}</p><i>{html.escape(english)}</i></li>"
    )


def _drawing(name: str) -> str:
    text = _svg(UI / "drawings" / f"{name}.svg")
    return re.sub(r'"(ink|tone|soft|sheet|spring)"', lambda role: f'"{PRINT[role[1]]}"', text)


def _icon(name: str) -> str:
    return _svg(UI / "icons" / f"{name}.svg")


def _svg(path: Path) -> str:
    text = path.read_text("utf-8")
    return text[text.index("<svg") :].strip()


def main() -> None:
    """As the module says."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--station", default="甸柳社区便民服务站")
    options.add_argument("--hours", default="白天黑夜都能办")
    options.add_argument("--phone", default="12345")
    options.add_argument("--out", type=Path, default=POSTER)
    told = options.parse_args()
    told.out.write_text(poster(catalogue.load(), told.station, told.hours, told.phone), "utf-8")


if __name__ == "__main__":
    main()
