"""Samples of looking for a matter: home, search, lists, guide, the sample of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import (
    Action,
    Badge,
    Choice,
    Fact,
    GuideBody,
    HomeBody,
    ListBody,
    MaterialCard,
    Note,
    Page,
    SampleBody,
    SearchBody,
    Section,
    Tone,
)
from sample_pages.book import Book

SERVICES = (
    ("刚搬来，登记住址", "I have moved here", "居住登记", "Residence registration", "map-pin-house"),
    ("满 60 岁，领优待证", "Over 60: senior card", "老年人优待证", "Senior citizen card", "heart-handshake"),
    ("没有单位，自己交社保", "Insure myself", "灵活就业参保", "Insurance for the self-employed", "shield-check"),
)
PACKAGES = (
    ("我新搬来", "Moving here", "居住登记、灵活就业参保等", "Residence registration…", "house-plus"),
    ("我要退休", "Retiring", "老年人优待证等", "Senior citizen card…", "sun"),
    ("我开小店", "A small shop", "灵活就业参保、个体工商户登记", "Insurance for the self-employed…", "store"),
)
GROUPS = (
    ("住在这里", "Living here", "居住登记", "Residence registration", "map-pin-house"),
    ("社保", "Insurance", "灵活就业参保", "Insurance for the self-employed", "shield-check"),
    ("看病", "Doctor", "异地就医备案", "Treatment in another city", "stethoscope"),
    ("老人与帮扶", "Elders, support", "老年人优待证等", "Senior citizen card…", "heart-handshake"),
    ("工作与开店", "Work, shops", "个体工商户登记等", "Opening a small shop…", "briefcase"),
    ("孩子与家", "Family", "生育登记等", "Registering a birth…", "baby"),
)


class Finding(Book):
    """Up to the decision to begin."""

    def finding(self) -> Iterator[Page]:
        """Home, search, lists, guide, sample."""
        yield self.home()
        yield self.home_reduced()
        yield from self.search()
        yield from self.lists()
        yield self.guide()
        yield self.guide_closed()
        yield from self.samples()

    def choices(self, intent: str, things: tuple[tuple[str, str, str, str, str], ...]) -> tuple[Choice, ...]:
        """A choice for each, its number as its value."""
        t = self.t
        return tuple(
            Choice(Action(intent, t(zh, en), icon, str(number)), t(hint, hint_en))
            for number, (zh, en, hint, hint_en, icon) in enumerate(things)
        )

    def home(self) -> Page:
        """Everything there is."""
        t = self.t
        body = HomeBody(
            (),
            Action("search", t("搜事项：输入拼音首字母，如 jzdj", "Search, for example: residence"), "search"),
            t("一件事，一次办", "Life events, all in one go"),
            self.choices("package", PACKAGES),
            t("全部事项", "All services"),
            self.choices("group", GROUPS),
            Action("departments", t("按部门找", "By department"), "landmark"),
            (
                Choice(
                    Action("cases", t("我的办件", "My cases"), "folder-clock"), t("进度、补材料", "Progress, papers")
                ),
                Choice(
                    Action("report", t("评一评 · 找茬", "Rate · report"), "message-square-heart"),
                    t("不用留名", "No name needed"),
                ),
                self.helper(),
            ),
        )
        back = Action("back", t("不办了", "Leave"), "arrow-left")
        return self.page("home", t("您好，今天办什么？", "What can we do for you?"), body, back=back, primary=None)

    def home_reduced(self) -> Page:
        """All three devices out of service at once."""
        t = self.t
        notes = (
            Note(
                t("身份证暂时读不了", "Cards cannot be read just now"),
                "id-card",
                t(
                    "手动输入身份证号和姓名，一样能办。查进度，请用凭条上的二维码或编号。",
                    "Type your number and name instead. For a case, use the code or the number on your slip.",
                ),
                Tone.ATTENTION,
            ),
            Note(
                t("照片暂时拍不了", "Papers cannot be scanned just now"),
                "camera",
                t(
                    "不用拍材料的事照常办；材料能后补的，可以先申请；其余的，点开就告诉您去哪里办。",
                    "What needs no paper goes on as ever; what may follow can be applied for; else we say where to go.",
                ),
                Tone.ATTENTION,
            ),
            Note(
                t("凭条暂时打不出来", "Slips cannot be printed just now"),
                "printer",
                t(
                    "照常能办。编号和二维码显示在屏幕上，请用手机拍下来，或者抄下编号。",
                    "You can still apply. Number and code stand on the screen: photograph them, or note it down.",
                ),
                Tone.ATTENTION,
            ),
        )
        home = self.home()
        return replace(home, name="home-reduced", body=replace(home.body, notices=notes))

    def search(self) -> Iterator[Page]:
        """Before anything was typed, with results, without."""
        t = self.t
        results = self.choices("choose_service", SERVICES)
        placeholder = t("如 jzdj、社保、60", "For example: residence")
        body = SearchBody("", placeholder, "draft", 40, t("常办的事", "Often used"), results)
        title = t("您要办什么？", "What do you need?")
        lead = t("打拼音、首字母、汉字、数字都行，边打边找。", "Type a word; matches appear as you type.")
        page = self.page("search", title, body, lead=lead, primary=None)
        yield page
        many = (*self.choices("package", PACKAGES), *results)
        found = replace(body, text="s", heading=t("找到这些", "Matches"), results=many)
        yield replace(page, name="search-found", body=found)
        heading = t("还没找到。换个说法，或者：", "Nothing found yet. Try another word, or:")
        nothing = replace(body, text="qqq", heading=heading, results=(self.helper(), self.by_department()))
        yield replace(page, name="search-nothing", body=nothing)

    def by_department(self) -> Choice:
        """The way by department."""
        action = Action("departments", self.t("按部门找", "By department"), "landmark")
        return Choice(action, self.t("看看各部门在这里办什么", "See what each department does here"))

    def lists(self) -> Iterator[Page]:
        """All groups (from home in large print), one of them, and a package."""
        t = self.t
        services = self.choices("choose_service", SERVICES)
        groups = (Section("", self.choices("group", GROUPS)), Section("", (self.by_department(), self.helper())))
        yield self.page("list-matters", t("全部事项", "All services"), ListBody(groups), primary=None)
        way = t(
            "参保地的医保局办。带身份证和医保卡，工作日到区政务服务中心医保窗口；或打 12393。",
            "Settled by the insurance bureau where you are insured: bring both cards on a working day, or call 12393.",
        )
        elsewhere = Section(
            t("在别处办的", "Available elsewhere"),
            notes=(Note(t("异地就医备案", "Treatment in another city"), "map-pin", way),),
        )
        here = Section(t("在这里能办", "Available here"), services[:1])
        body = ListBody((here, elsewhere, Section("", (self.helper(),))))
        lead = t("点一件事，先看要带什么，再决定办不办。", "Touch a service to see what it needs, then decide.")
        yield self.page("list", t("看病", "Doctor"), body, lead=lead, primary=None)
        bring = Section(
            t("都要带什么", "What to have ready"),
            notes=(
                Note(t("身份证", "Identity card"), "id-card", t("放在读卡器上，自动填好", "Lay it on the reader")),
                Note(
                    t("租房合同、房产证等，选一样", "One of: Lease, Property title…"),
                    "file-text",
                    t("没带？先受理，5 天内补", "Not with you? Bring it within 5 days"),
                ),
            ),
        )
        joined = Section(t("在这里一件一件办", "One after another, here"), services)
        first = Action("choose_service", t("从第一件开始", "Begin with the first"), "arrow-right", "first")
        lead = t("刚到济南住下：登记住址，参加社保。", "New in Jinan: register your home, join the insurance.")
        body = ListBody((joined, bring, elsewhere))
        yield self.page("list-package", t("我新搬来", "Moving here"), body, lead=lead, primary=first)

    def guide(self) -> Page:
        """What a matter needs."""
        t = self.t
        facts = (
            Fact(t("6 分钟", "6 min"), t("在这里用时", "at this terminal")),
            Fact(t("5 个工作日", "5 work days"), t("最晚办好", "at the latest")),
            Fact(t("0 元", "¥0"), t("不收费", "no fee")),
            Fact(t("寄到家", "By courier"), t("或到站取", "or pick it up here")),
        )
        papers = (
            ("身份证", "Identity card", "放上去自动填好；没带，手动填写", "It fills in the form; without it, you type"),
            (
                "租房合同、房产证等，选一样",
                "One of: Lease, title…",
                "没带？先受理，5 天内补",
                "Not here? Within 5 days",
            ),
            ("证件照片", "Photograph", "市里已有，不用交", "The city has it already"),
        )
        marks = (("id-card", self.wanted()), ("lease", self.later()), ("photo", self.exempt()))
        materials = tuple(
            MaterialCard(t(hint, hint_en), drawing, badge, Action("sample", t(zh, en), value=drawing))
            for (zh, en, hint, hint_en), (drawing, badge) in zip(papers, marks, strict=True)
        )
        results = (
            Note(t("一张受理凭条，上面有编号", "A slip with your number"), "receipt-text"),
            Note(
                t("拿不准也请点开始，我们告诉您怎么办", "Not sure? Just begin; we will tell you what to do"),
                "message-circle-question",
            ),
            Note(
                t("也可以去住处的派出所，带身份证，工作日办。", "Or go to the police station where you live."),
                "map-pin",
            ),
        )
        heading, results_heading = t("要准备什么", "What to have ready"), t("办完您会拿到", "What you get")
        body = GuideBody((), facts, heading, materials, results_heading, results)
        lead = t("外地户口、住在本市的人办。住满半年可领居住证。", "For people registered elsewhere who live here.")
        return self.page("guide", t("居住登记、居住证", "Residence registration"), body, lead=lead)

    def guide_closed(self) -> Page:
        """A matter that cannot be done while there is no scanner, and who does it."""
        t = self.t
        closed = Note(
            t("照片暂时拍不了：这件事现在办不了", "No scanning just now: this cannot be done here"),
            "camera",
            t(
                "修好以后，这里会自动恢复。着急的，可以去这里办，或者请人帮您：\n历下区政务服务中心：经十路 1 号"
                "\n周一到周五 8:30–17:00，电话 12345",
                "It goes on by itself once the camera is mended. If you cannot wait, go here or ask for help:\n"
                "Service Centre of Lixia District: 1 Jingshi Road\nMon to Fri 8:30–17:00, telephone 12345",
            ),
            Tone.ATTENTION,
        )
        guide = self.guide()
        helps = Action("assistance", t("请人帮我办", "Ask someone to help"), "hand-helping")
        return replace(guide, name="guide-closed", body=replace(guide.body, notices=(closed,)), primary=helps)

    def samples(self) -> Iterator[Page]:
        """A paper of several that will do, and the card."""
        t = self.t
        checks = tuple(
            Note(t(zh, en), "circle-check")
            for zh, en in (
                ("双方都签了名，租期没到", "Signed by both, and still running"),
                ("四个角都露出来，每一页都要", "All four corners, every page"),
                ("合同丢了，请房东写一份，或打 12345 问", "Lost it? Ask your landlord for another, or call 12345"),
            )
        )
        names = (("租房合同", "Lease"), ("房产证", "Property title"), ("单位住宿证明", "Employer's letter"))
        others = tuple(
            Choice(Action("sample", t(zh, en), "file-text", en), chosen=number == 0)
            for number, (zh, en) in enumerate(names)
        )
        seen = Action("forward", t("看明白了", "I see"), "check")
        heading, others_heading = t("看好这几样", "Please check"), t("这几样，选一样就行", "Any one of these will do")
        body = SampleBody("lease", self.later(), heading, checks, others_heading, others)
        lead = t("没带？先受理，5 天内补", "Not with you? Bring it within 5 days")
        yield self.page("sample", t("租房合同", "Lease"), body, lead=lead, primary=seen)
        own = (
            Note(t("要本人的；过期了也能先申请", "Your own; if it has expired you can still apply"), "circle-check"),
            Note(t("人像面朝上，平放在亮灯处", "Face up, flat on the light"), "circle-check"),
        )
        card = SampleBody("id-card", self.wanted(), heading, own, "", ())
        yield self.page("sample-card", t("身份证", "Identity card"), card, primary=seen)

    def wanted(self) -> Badge:
        """It goes on without it too."""
        return Badge(self.t("最好带", "Best brought"), Tone.SPRING)

    def later(self) -> Badge:
        """May follow."""
        return Badge(self.t("可以后补", "Can follow"), Tone.ATTENTION)

    def exempt(self) -> Badge:
        """The city has it."""
        return Badge(self.t("免提交", "Not needed"), Tone.GOOD)
