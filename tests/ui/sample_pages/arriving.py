"""Samples of the resting screen and of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import (
    Action,
    AttractBody,
    Choice,
    Fact,
    IdentifyBody,
    Note,
    Page,
    ReaderState,
)
from sample_pages.book import Book


class Arriving(Book):
    """Before anything is asked."""

    def arriving(self) -> Iterator[Page]:
        """Rest: as ever, full, and with what the city says."""
        t = self.t
        facts = (
            Fact(t("3 项", "3 services"), t("这里能办", "available here")),
            Fact(t("24 小时", "24 hours"), t("不打烊", "always open")),
            Fact(t("0 元", "¥0"), t("办理不收费", "no charge to apply")),
        )
        attract = AttractBody(
            "20:46",
            (t("家门口，", "Done here,"), t("就能办。", "near home.")),
            (
                t("身份证放好，材料扫好，凭条拿好。", "Place your card, scan your papers, take your slip."),
                t("全天开放，断网也收。", "Open day and night, even without a network."),
            ),
            None,
            Note(t("线路通畅，正在上报 3 件", "Online, sending 3"), "wifi"),
            Action("start", t("轻触屏幕开始", "Touch to begin")),
            facts,
        )
        rest = self.page("attract", "", attract, back=None, primary=None, lower=None)
        calm = tuple(tool for tool in rest.header.tools if tool.value != "spoken" and tool.intent != "help")
        rest = replace(rest, header=replace(rest.header, tools=calm))
        yield rest
        closed = Action("start", t("本机暂停收件", "Paused for now"), enabled=False)
        lines = (
            t("先不收新的申请；已收的都在，不会丢。", "No more for now; all that it took is safe."),
            t("请告诉工作人员，或拨打 12345，帮您就近办。", "Please tell the staff, or call 12345 for help nearby."),
        )
        headline = (t("本机满了，", "Full now;"), t("请换一处。", "go nearby."))
        full = replace(attract, headline=headline, lines=lines, start=closed, facts=())
        yield replace(rest, name="attract-full", body=full)
        said = t(
            "本周六（11 月 28 日）8:00–12:00 全市社保系统升级，申请照收，升级后自动上报，您不用再来。",
            "On Saturday 28 November from 8:00 to 12:00 the insurance system is renewed. We take applications as ever.",
        )
        figures = (
            Fact("98.7%", t("本月好评", "good ratings this month")),
            Fact("1 204", t("本月办成", "completed this month")),
            *facts[:2],
        )
        notice = Note(t("市里通知", "From the city"), "megaphone", said)
        down = Note(t("断网也收，3 件已存好", "Offline, still open; 3 kept safe"), "wifi-off")
        spoken = replace(attract, lines=(), notice=notice, state=down, facts=figures)
        yield replace(rest, name="attract-notice", body=spoken)

    def identifying(self) -> Iterator[Page]:
        """The reader in each of its states."""
        t = self.t
        ways = (
            Choice(
                Action("type_instead", t("没带身份证？手动填写", "No card? Type your details"), "keyboard"),
                t("也能办；工作人员会与您核对", "This works too; staff will check with you"),
            ),
            Choice(
                Action("retry_card", t("再试一次读卡器", "Try the reader again"), "rotate-ccw"),
                t("工作人员处理过以后，点这里", "Once staff have seen to it"),
            ),
            self.helper(),
        )
        typed = Choice(Action("type_instead", t("改为手动填写", "Type instead"), "keyboard"), ways[0].hint)
        words = {
            ReaderState.WAITING: t("读卡器已就绪，等您放卡", "The reader is ready for your card"),
            ReaderState.READING: t("看到卡了，正在读…", "Card found, reading…"),
            ReaderState.FAILED: t(
                "卡动了一下，请拿起来，重新平放", "The card moved; pick it up and place it flat again"
            ),
            ReaderState.UNAVAILABLE: t("没有找到读卡器，请招呼工作人员", "No reader was found, please call the staff"),
        }
        title = t("请把身份证放在亮灯处", "Place your identity card on the light")
        lead = t("人像面朝上，平放，不要移动。约 2 秒。", "Face up and flat; leave it there. About 2 seconds.")
        for state, status in words.items():
            shown = (typed, *ways[1:]) if state is ReaderState.UNAVAILABLE else (ways[0], ways[2])
            yield self.page(
                f"identify-{state.value}", title, IdentifyBody(state, status, shown), 1, lead=lead, primary=None
            )
        again = Choice(
            Action("retry_card", t("再读一次", "Read it again"), "rotate-ccw"),
            t("先擦干净，换一面放平", "Wipe it, turn it over, place it flat"),
        )
        status = t("没有读清楚，擦一擦，重新平放", "Not read clearly; wipe the card, place it flat again")
        yield self.page(
            "identify-unread",
            t("这张卡没有读出来", "This card could not be read"),
            IdentifyBody(ReaderState.FAILED, status, (typed, again, ways[2])),
            1,
            lead=t(
                "擦一擦，换一面，平放。也可以选别的办法。", "Wipe it, turn it over, lay it flat. Or choose another way."
            ),
            primary=None,
        )
