"""Invented printed pages of many layouts, drawn from a seed: contracts, letters, notes without full stops, tables."""

from __future__ import annotations

from enum import StrEnum
from typing import cast

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from drivers.document_scanner.page import Image
from drivers.receipt_printer.font import han_font
from drivers.simulators.papers import A4, INK, STAMP

_HAN = (
    "甲方保证房屋权属清楚，乙方保证合法使用。",
    "水、电、燃气、物业费由乙方按实承担，按季结算。",
    "本人承诺所填内容真实有效，如有不实，愿承担相应责任。",
    "任何一方提前解约，应提前三十日书面告知对方。",
    "经核实，该同志系我单位职工，现住单位集体宿舍。",
    "申请人应当提交身份证明、住所证明和其他有关材料。",
    "本合同一式两份，双方各执一份，自签字之日起生效。",
    "受理窗口收到材料后，五个工作日内作出答复；逾期请来电查询。",
)
_LATIN = (
    "The tenant shall keep the flat in good order and pay all bills on time.",
    "This is to certify that the person named above works for our company.",
    "Either party may end this agreement by giving thirty days of notice.",
    "Please bring your passport, a recent photograph and the signed form.",
    "The landlord confirms that the property is free of any other claim.",
)
_SHORT = (
    "姓名",
    "范例居民",
    "性别",
    "住址",
    "样例路 5 号",
    "联系电话",
    "备注",
    "申请日期",
    "2026 年 3 月",
    "盖章",
    "面积",
)


class Kind(StrEnum):
    """What is printed: running text in Chinese or English, lines without punctuation, a form of boxes."""

    HAN = "han"
    LATIN = "latin"
    LABELS = "labels"
    TABLE = "table"


def printed(kind: Kind, seed: int) -> Image:
    """An A4 page, upright; rows by columns by 3, blue-green-red."""
    rng = np.random.default_rng(seed)
    page = Pictures.new("RGB", A4, (250, 249, 245))
    draw = ImageDraw.Draw(page)
    top = int(rng.integers(90, 260))
    if rng.random() < 0.7:
        draw.text(
            (A4[0] / 2, top), "样例文件" if kind is not Kind.LATIN else "Sample letter", INK, _font(60), anchor="mm"
        )
        top += 130
    if kind is Kind.TABLE:
        _table(draw, rng, top)
    else:
        _lines(draw, rng, kind, top)
    if rng.random() < 0.5:
        x, y = (int(v) for v in rng.integers((150, 300), (900, 1450)))
        draw.ellipse((x, y, x + 240, y + 240), outline=STAMP, width=8)
        draw.text((x + 120, y + 120), "样张", STAMP, _font(52), anchor="mm")
    return np.ascontiguousarray(np.asarray(page, dtype=np.uint8)[:, :, ::-1])


def worn(page: Image, seed: int) -> Image:
    """The page as a camera gives it once straightened: a little askew, shaded, soft, grainy, through JPEG."""
    rng = np.random.default_rng(seed)
    height, width = page.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    bent = (flat + rng.uniform(-0.006, 0.006, (4, 2)) * width).astype(np.float32)
    image = cv2.warpPerspective(
        page, cv2.getPerspectiveTransform(flat, bent), (width, height), borderValue=(90, 90, 90)
    )
    scale = rng.uniform(0.55, 1.0)
    image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    shade = np.linspace(rng.uniform(0.6, 1.0), rng.uniform(0.6, 1.0), image.shape[1])[None, :, None]
    soft = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.1)).astype(np.float32) * shade
    grainy = np.clip(soft + rng.normal(0, 4, soft.shape), 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", grainy, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(60, 92))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)


def _lines(draw: ImageDraw.ImageDraw, rng: np.random.Generator, kind: Kind, top: int) -> None:
    size = int(rng.integers(24, 40))
    left, right = int(rng.integers(90, 170)), A4[0] - int(rng.integers(90, 170))
    pool = {Kind.HAN: _HAN, Kind.LATIN: _LATIN, Kind.LABELS: _SHORT}[kind]
    y = float(top)
    for _ in range(int(rng.integers(2, 9))):
        chosen = [pool[int(i)] for i in rng.integers(0, len(pool), int(rng.integers(1, 5)))]
        if kind is Kind.LABELS:
            text = "　".join(chosen)
        else:
            text = ("　　" if kind is Kind.HAN else "") + (" " if kind is Kind.LATIN else "").join(chosen)
        for line in _wrapped(text, size, right - left, kind is Kind.LATIN):
            if y > A4[1] - 120:
                return
            draw.text((left, y), line, INK, _font(size))
            y += size * 1.7
        y += size * float(rng.uniform(0, 1.2))


def _wrapped(text: str, size: int, width: int, words: bool) -> list[str]:
    lines, line = [], ""
    for piece in text.split(" ") if words else text:
        longer = f"{line} {piece}".lstrip(" ") if words else line + piece
        if line and _font(size).getlength(longer) > width:
            lines.append(line)
            longer = piece
        line = longer
    return [*lines, line]


def _table(draw: ImageDraw.ImageDraw, rng: np.random.Generator, top: int) -> None:
    rows, columns = int(rng.integers(5, 12)), int(rng.integers(2, 5))
    left, width, height = 100, (A4[0] - 200) // columns, int(rng.integers(70, 110))
    size = int(rng.integers(24, 34))
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * width, top + row * height
            draw.rectangle((x, y, x + width, y + height), outline=INK, width=3)
            if rng.random() < 0.7:
                text = _SHORT[int(rng.integers(0, len(_SHORT)))]
                draw.text((x + width / 2, y + height / 2), text, INK, _font(size), anchor="mm")


def _font(size: int) -> ImageFont.FreeTypeFont:
    return cast(ImageFont.FreeTypeFont, han_font(size))
