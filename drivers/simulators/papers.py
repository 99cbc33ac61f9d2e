"""Invented papers to lay under the camera, as pictures. Every name and number on them is made up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image as Pictures
from PIL import ImageDraw

from drivers.document_scanner.page import Image
from drivers.receipt_printer.font import han_font

A4 = (1240, 1754)
"""Pixels of an A4 page at 150 dpi."""

INK = (35, 35, 40)
STAMP = (190, 40, 40)


def sheet(title: str, lines: tuple[str, ...], stamp: str = "", size: tuple[int, int] = A4) -> Image:
    """A page with a title, paragraphs and perhaps a round red stamp; rows by columns by 3, blue-green-red."""
    page = Pictures.new("RGB", size, (250, 249, 245))
    draw = ImageDraw.Draw(page)
    scale = size[0] / A4[0]
    draw.text((size[0] / 2, 150 * scale), title, fill=INK, font=han_font(int(64 * scale), True), anchor="mm")
    y = 280 * scale
    for line in lines:
        draw.text((130 * scale, y), line, fill=INK, font=han_font(int(34 * scale)))
        y += 74 * scale
    if stamp:
        x, top = size[0] * 0.64, size[1] * 0.76
        draw.ellipse((x, top, x + 260 * scale, top + 260 * scale), outline=STAMP, width=int(8 * scale))
        draw.text(
            (x + 130 * scale, top + 130 * scale), stamp, fill=STAMP, font=han_font(int(40 * scale), True), anchor="mm"
        )
    return np.ascontiguousarray(np.asarray(page, dtype=np.uint8)[:, :, ::-1])


_LEASE = (
    "出租方（甲方）：范例房东",
    "承租方（乙方）：范例租客",
    "一、房屋坐落：济南市历下区样例路 5 号 12 号楼 2 单元 301 室。",
    "二、租期：自 2026 年 3 月 1 日起至 2027 年 2 月 28 日止。",
    "三、租金：每月人民币贰仟元整，按季支付。",
    "四、甲方保证房屋权属清楚，乙方保证合法使用。",
    "五、水、电、燃气、物业费由乙方按实承担。",
    "六、任何一方提前解约，应提前三十日告知对方。",
    "七、本合同一式两份，双方各执一份，签字生效。",
    "甲方签字：范例房东　　　乙方签字：范例租客",
    "日期：2026 年 2 月 20 日",
)
_LEASE_BACK = (
    "附件：房屋交付清单",
    "床 2 张　　衣柜 1 个　　书桌 1 张　　椅子 4 把",
    "空调 1 台　　热水器 1 台　　洗衣机 1 台",
    "水表底数：0123　　电表底数：4567　　燃气底数：089",
    "钥匙：大门 2 把，单元门 2 把。",
    "双方已当面清点，确认无误。",
    "甲方签字：范例房东　　　乙方签字：范例租客",
)
_LETTER = (
    "兹证明范例员工系我单位职工，",
    "自 2026 年 3 月 1 日起住我单位集体宿舍，",
    "地址：济南市历下区样例路 9 号宿舍楼 3 层 306 室。",
    "特此证明。",
    "范例单位（公章）",
    "2026 年 11 月 1 日",
)

PAPERS: dict[str, Callable[[], Image]] = {
    "lease": lambda: sheet("房屋租赁合同", _LEASE, "范例印章"),
    "lease_back": lambda: sheet("房屋租赁合同 第二页", _LEASE_BACK, "范例印章"),
    "employer_letter": lambda: sheet("住宿证明", _LETTER, "范例单位"),
    "title": lambda: sheet(
        "不动产权证书（样张）", ("权利人：范例业主", "坐落：济南市历下区样例路 7 号", "用途：住宅"), "样张"
    ),
    "bank_card": lambda: sheet("银行卡（样张）", ("6217 **** **** 样张", "范例银行"), size=(1300, 820)),
    "agreement": lambda: sheet("银行代扣协议", ("户名：范例居民", "同意按月代扣社会保险费。", "签字：范例居民")),
    "note": lambda: sheet("情况说明", ("兹证明范例居民住在我家。", "房主签字：范例房东", "日期：2026 年 3 月 1 日")),
    "photo": lambda: sheet("照片", ("（一寸照片样张）",), size=(640, 900)),
}
"""Papers to lay, by a short English key."""
