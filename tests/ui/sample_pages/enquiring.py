"""Samples of an enquiry: the ways to a case, the list of a card, one case in each of its states, papers to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import (
    Action,
    Badge,
    CaseBody,
    CaseCard,
    CasesBody,
    Choice,
    ChoiceBody,
    Fact,
    IdentifyBody,
    Moment,
    Note,
    NumberBody,
    Page,
    ReaderState,
    ScanBody,
    ScanStage,
    Tone,
)
from sample_pages.book import Book


class Enquiring(Book):
    """My cases."""

    def by_slip(self) -> Choice:
        """The way by a slip's code."""
        t = self.t
        hint = t("把凭条放到镜头下面，自动认", "Hold it under the camera; it is read automatically")
        return Choice(Action("slip", t("扫凭条上的二维码", "Scan the code on a slip"), "qr-code"), hint)

    def by_number(self) -> Choice:
        """The way by a slip's number."""
        t = self.t
        hint = t("L 开头的离线受理号也可以", "Offline numbers, beginning with L, work too")
        return Choice(Action("type_instead", t("输入受理编号", "Type the number on a slip"), "keyboard"), hint)

    def ways(self) -> Iterator[Page]:
        """Card, code or number."""
        t = self.t
        lead = t(
            "也可以用凭条，不用身份证。替家人查，用他的凭条。",
            "A slip works too, without the card. For a relative, use their slip.",
        )
        title = t("查我的办件，请放身份证", "My cases: place your identity card on the light")
        status = t("读卡器已就绪，等您放卡", "The reader is ready for your card")
        body = IdentifyBody(ReaderState.WAITING, status, (self.by_slip(), self.by_number()))
        yield self.page("cases", title, body, lead=lead, primary=None)
        number = Action("type_instead", t("输入编号", "Type the number"), "keyboard")
        looking = ScanBody(ScanStage.LIVE, t("正在找二维码", "Looking for the code"), actions=(number,))
        yield self.page(
            "cases-slip",
            t("请放好凭条，二维码朝上", "Place your slip, code side up"),
            looking,
            lead=t("二维码朝上，铺平。看到二维码就自动查。", "Code side up. Your case shows as soon as it is seen."),
            error=t("这里没有看到凭条的二维码。请铺平再放一次。", "The code of a slip was not seen here."),
            primary=Action("take", t("拍照", "Take picture"), "camera"),
        )
        keys = [Action("key", digit, value=digit) for digit in "123456789"]
        keys += [Action("key", "L", value="L"), Action("key", "0", value="0")]
        keys.append(Action("key", t("退格", "Delete"), "delete", value="erase"))
        pad = NumberBody(
            "L000 1261 1240 0017",
            t("凭条上的编号", "Number on the slip"),
            t("输完了", "Complete"),
            tuple(keys),
            t("离线受理号最前面有一个 L，先点 L 再输数字。", "An offline number begins with an L: touch L first."),
        )
        yield self.page(
            "cases-number",
            t("受理编号是多少？", "What is the number on the slip?"),
            pad,
            lead=t("在凭条最上面，大字的那一行。", "It stands at the top of the slip in large type."),
        )

    def listing(self) -> Iterator[Page]:
        """The cases of a card, and none of them."""
        t = self.t
        cases = (
            ("居住登记、居住证", "Residence registration and permit", "map-pin-house", "要补材料", "Papers missing"),
            ("老年人优待证", "Senior citizen card", "heart-handshake", "办好了", "Done"),
            ("灵活就业参保", "Insurance for the self-employed", "shield-check", "正在办", "In progress"),
        )
        tones = (Tone.ATTENTION, Tone.GOOD, Tone.SPRING)
        cards = tuple(
            CaseCard(
                Action("case", t(zh, en), icon, str(place)),
                t("2026 年 11 月 24 日受理", "Accepted 24 November 2026"),
                Badge(t(state, state_en), tones[place]),
            )
            for place, (zh, en, icon, state, state_en) in enumerate(cases)
        )
        finish = Action("forward", t("查好了", "Finish"), "check")
        heading = t("没看到要找的？", "Not the one you are looking for?")
        body = CasesBody(cards, heading, (self.by_slip(), self.by_number()))
        lead = t("点一件看进度。要补材料的，在里面补。", "Touch one to see its progress and to add missing papers.")
        yield self.page("cases-list", t("您的办件", "Your cases"), body, lead=lead, primary=finish)
        empty = CasesBody((), "", (self.by_slip(), self.by_number(), self.asking()))
        lead = t("刷卡查要等线路恢复。有凭条的，现在就能看。", "Looking up by card has to wait.")
        title = t("线路暂时不通", "The network is down just now")
        yield self.page("cases-unreached", title, empty, lead=lead, primary=finish)

    def asking(self) -> Choice:
        """The way to a person."""
        t = self.t
        hint = t("全天有人接，报编号就能问", "Answered day and night; your number is all they need")
        return Choice(
            Action("help", t("打 12345，或请人帮", "Call 12345, or ask a person"), "hand-helping", "way"), hint
        )

    def reading(self) -> Iterator[Page]:
        """One case: with papers to bring, refused, and known to this terminal alone."""
        t = self.t
        timeline = (
            Moment(
                t("2026 年 11 月 24 日 10:30", "24 November 2026, 10:30"),
                t("您的申请受理了", "Your application was accepted"),
                Tone.SPRING,
            ),
            Moment(
                t("2026 年 11 月 25 日", "25 November 2026"),
                t("正在办：正在核对住址", "Under way: your address is being checked"),
                Tone.SPRING,
            ),
            Moment(
                t("2026 年 11 月 29 日前", "By 29 November 2026"),
                t("补交：租房合同", "Bring: lease"),
                Tone.ATTENTION,
            ),
            Moment(t("5 个工作日内", "Within 5 work days"), t("居住证免费寄到您家", "Your permit comes by courier")),
        )
        facts = (
            Fact(t("5 个工作日", "5 work days"), t("承诺办好", "promised")),
            Fact(t("2 天", "2 days"), t("已经用了", "so far")),
        )
        supplement = Action("supplement", t("补交材料", "Hand in papers"), "camera", "jn-x")
        finish = Action("forward", t("查好了", "Finish"), "check")
        ended = Choice(finish, t("结束，屏幕上的内容马上清除", "End here; the screen is cleared at once"))
        next_step = t(
            "请在这里补上缺的材料，补齐了接着办。", "Please hand in here what is missing; then your case continues."
        )
        body = CaseBody(
            Note(t("正在办", "In progress"), "badge-check", next_step, Tone.SPRING),
            t("受理编号", "Number"),
            "3701 0226 1124 0007 6",
            facts,
            t("经过", "What happened"),
            timeline,
            (self.asking(), ended),
        )
        title = t("居住登记、居住证", "Residence registration and permit")
        page = self.page("case", title, body, primary=supplement)
        yield page
        way = t(
            "租的房子没有备案，先请房东备案；可以先办居住登记，当天就好。",
            "The lease is not on record yet: have the owner record it. You can register at once, on the same day.",
        )
        refused = replace(
            body,
            state=Note(t("这件事没能办成", "It could not be granted"), "message-circle-question", way, Tone.ATTENTION),
            timeline=timeline[:2],
            ways=(self.asking(),),
        )
        yield replace(page, name="case-refused", body=refused, primary=finish)
        hint = t("这个编号不是在本机办的。线路恢复后再查，或打 12345。", "It was not handed in here. Look again later.")
        again = Action("type_instead", t("重新输入编号", "Type the number again"), "keyboard")
        adds = replace(supplement, value="")
        unheard = replace(
            body,
            state=Note(t("要等线路恢复才能查到", "Waiting for the network"), "wifi-off", hint, Tone.ATTENTION),
            number="L000 1261 1240 0017",
            facts=(),
            timeline_heading="",
            timeline=(),
            ways=(Choice(again, t("对照凭条", "Compare it")), Choice(adds, t("现在就拍", "Scan now")), self.asking()),
        )
        lead = t("线路暂时不通，下面是本机知道的。", "The network is down; this is what the terminal knows.")
        yield self.page("case-unheard", t("办件进度", "Your case"), unheard, lead=lead, primary=finish)

    def picking(self) -> Iterator[Page]:
        """Papers to choose."""
        t = self.t
        papers = (("租房合同", "Lease"), ("房产证", "Property title"), ("工作证明", "Letter of your employer"))
        choices = tuple(
            Choice(Action("draft", t(zh, en), "file-text", str(place)), t("每一页都要", "Every page"), place == 0)
            for place, (zh, en) in enumerate(papers)
        )
        body = ChoiceBody(choices, t("带了哪样点哪样，可以点几样。", "Touch each one that you have."), several=True)
        title = t("这次补哪几样？", "Which papers do you have with you?")
        yield self.page("supplement-papers", title, body, lead=t("居住登记、居住证", "Residence registration"))
