"""Samples up to the card: rest, home, guide, reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import (
    Action,
    AttractBody,
    Badge,
    Choice,
    Fact,
    GuideBody,
    HomeBody,
    IdentifyBody,
    MaterialCard,
    Note,
    Page,
    ReaderState,
    Tone,
)
from sample_pages.book import Book


class Arriving(Book):
    """Before anything is asked."""

    def arriving(self) -> Iterator[Page]:
        """Rest, home, guide."""
        t = self.t
        facts = (
            Fact(t("3 项", "3 matters"), t("这里能办", "settled here")),
            Fact(t("24 小时", "24 hours"), t("不打烊", "always open")),
            Fact(t("0 元", "¥0"), t("办理不收费", "no charge to apply")),
        )
        attract = AttractBody(
            (t("家门口，", "Done here,"), t("就能办。", "near home.")),
            (
                t("身份证放好，材料扫好，凭条拿好。", "Lay your card, scan your papers, take your slip."),
                t("全天开放，断网也收。", "Open day and night, even with the line down."),
            ),
            Action("start", t("轻触屏幕开始", "Touch to begin")),
            facts,
        )
        yield self.page("attract", "", attract, back=None, primary=None)
        closed = Action("start", t("本机暂停收件", "Paused for now"), enabled=False)
        lines = (
            t("本机存满了，先不收新的申请；已收的都在。", "This terminal is full; all that it took is safe."),
            t("请告诉工作人员，或拨打 12345，帮您就近办。", "Please tell the staff, or call 12345 for help nearby."),
        )
        full = replace(attract, lines=lines, start=closed)
        yield self.page("attract-full", "", full, back=None, primary=None)
        services = (
            ("刚搬来，登记住址", "I have moved here", "居住登记", "Residence registration", "map-pin-house"),
            ("满 60 岁，领优待证", "Over 60: senior card", "老年人优待证", "Senior citizen card", "heart-handshake"),
            (
                "没有单位，自己交社保",
                "Insure myself",
                "灵活就业参保",
                "Insurance for the self-employed",
                "shield-check",
            ),
        )
        choices = tuple(
            Choice(Action("choose_service", t(zh, en), icon, str(number)), t(hint, hint_en))
            for number, (zh, en, hint, hint_en, icon) in enumerate(services)
        )
        home = HomeBody(t("这里能办的事", "What you can do here"), choices, (self.helper(),))
        lead = t("点一件事，先看要带什么，再决定办不办。", "Touch a matter to see what it needs, then decide.")
        yield self.page("home", t("您好，今天办什么？", "Hello, what can we do today?"), home, lead=lead, primary=None)
        yield self.guide()

    def guide(self) -> Page:
        """What a matter needs."""
        t = self.t
        facts = (
            Fact(t("6 分钟", "6 min"), t("在这里用时", "at this terminal")),
            Fact(t("5 个工作日", "5 work days"), t("最晚办好", "at the latest")),
            Fact(t("0 元", "¥0"), t("不收费", "no fee")),
            Fact(t("寄到家", "By courier"), t("或到站取", "or pick it up here")),
        )
        materials = (
            MaterialCard(
                t("身份证", "Identity card"),
                t("放在读卡器上，自动填好", "Lay it on the reader; it fills itself in"),
                "id-card",
                Badge(t("必须", "Needed"), Tone.SPRING),
            ),
            MaterialCard(
                t("租房合同、房产证，选一样", "One of: lease, property title, employer's letter"),
                t("没带？先受理，5 天内补", "Not with you? Bring it within 5 days"),
                "file-text",
                Badge(t("可以后补", "May follow"), Tone.ATTENTION),
            ),
            MaterialCard(
                t("证件照片", "Photograph"),
                t("市里已有，不用交", "The city has it already"),
                "image",
                Badge(t("免提交", "Not needed"), Tone.GOOD),
            ),
        )
        results = (
            Note(t("一张受理凭条，上面有编号", "A slip with your number"), "receipt-text"),
            Note(
                t("不符合条件也请点开始，我们告诉您怎么办", "Not sure? Begin anyway; we tell you what to do"),
                "message-circle-question",
            ),
        )
        body = GuideBody(
            facts, t("要准备什么", "What to have ready"), materials, t("办完您会拿到", "What you get"), results
        )
        lead = t("外地户口、住在本市的人办。住满半年可领居住证。", "For people registered elsewhere who live here.")
        return self.page("guide", t("居住登记、居住证", "Residence registration"), body, lead=lead)

    def identifying(self) -> Iterator[Page]:
        """The reader in each of its states."""
        t = self.t
        ways = (
            Choice(
                Action("type_instead", t("没带身份证？手动填写", "No card? Type instead"), "keyboard"),
                t("也能办；工作人员会与您核对", "Works too; staff will check with you"),
            ),
            Choice(
                Action("retry_card", t("再试一次读卡器", "Try the reader again"), "rotate-ccw"),
                t("工作人员处理过以后，点这里", "After staff has seen to it"),
            ),
            self.helper(),
        )
        words = {
            ReaderState.WAITING: t("读卡器已就绪，等您放卡", "The reader is ready for your card"),
            ReaderState.READING: t("看到卡了，正在读…", "Card found, reading…"),
            ReaderState.FAILED: t("卡动了一下，请拿起来，重新平放", "The card moved; lift it and lay it flat again"),
            ReaderState.UNAVAILABLE: t("没有找到读卡器，请招呼工作人员", "No reader was found, please call staff"),
        }
        title = t("请把身份证放在亮灯处", "Lay your identity card on the light")
        lead = t("人像面朝上，平放，不要移动。约 2 秒。", "Face up, flat, and leave it still. About 2 seconds.")
        for state, status in words.items():
            shown = ways if state is ReaderState.UNAVAILABLE else (ways[0], ways[2])
            yield self.page(
                f"identify-{state.value}", title, IdentifyBody(state, status, shown), 1, lead=lead, primary=None
            )
