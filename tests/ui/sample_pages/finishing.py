"""Samples of the check page and of what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.page import (
    Action,
    Badge,
    Choice,
    Countdown,
    DoneBody,
    Moment,
    Note,
    NoticeBody,
    Overlay,
    Page,
    RateBody,
    ReviewBody,
    ReviewGroup,
    ReviewRow,
    SealingBody,
    Stage,
    Tone,
)
from sample_pages.book import Book


class Finishing(Book):
    """From the check page to goodbye."""

    def reviewing(self) -> Iterator[Page]:
        """The check page, without and with consent, and what is laid over it."""
        t = self.t
        edit = t("改", "Change")
        person = (
            ReviewRow(t("姓名", "Name"), "欧阳泉"),
            ReviewRow(t("证号", "Number"), "370102********0010", "370102195803140010"),
            ReviewRow(t("户籍", "Household"), "山东省滨州市 ******", "山东省滨州市滨城区渤海七路 1 号"),
        )
        answers = (
            ReviewRow(t("住房", "Home"), t("租的房子", "Rented"), edit=Action("edit", edit, "pencil", "lodging")),
            ReviewRow(
                t("现住址", "Address"), "历下区甸柳新村 5 区 12 号楼", edit=Action("edit", edit, "pencil", "address")
            ),
            ReviewRow(t("手机", "Mobile"), "138 **** 7216", "138 0531 7216", Action("edit", edit, "pencil", "phone")),
        )
        groups = (
            ReviewGroup(t("您本人", "You"), Badge(t("来自身份证", "from your card"), Tone.SPRING), person),
            ReviewGroup(t("您的回答", "Your answers"), None, answers),
        )
        consent = t(
            "我确认以上属实，同意把它们加密后交给市公安局办理这件事。",
            "All this is true, and I agree that it is sent, encrypted, to the Public Security Bureau for this matter.",
        )
        note = t("按住被遮住的号码可以看全。", "Press and hold a hidden number to see it.")
        body = ReviewBody(groups, (Choice(Action("consent", consent), chosen=True),), note)
        page = self.page("review", t("请看一遍，对吗？", "Please check: is this right?"), body, 4)
        yield page
        yield self.spoken(page, withheld=True)
        failed = t("刚才没有存成，请再点一次提交。", "It could not be saved just now. Touch Send again.")
        waiting = replace(body, consents=(Choice(Action("consent", consent)),))
        primary = Action("forward", t("没错，提交", "Yes, send it"), "check", enabled=False)
        yield replace(page, name="review-failed", body=waiting, error=failed, primary=primary)
        overlay = Overlay(
            t("不办了吗？", "Stop here?"),
            t("填好的内容会马上清除，不留在机器里。", "What you filled in is erased at once."),
            (
                Action("close", t("接着办", "Go on"), "arrow-left"),
                Action("leave_confirmed", t("清除，离开", "Erase and leave"), "eraser"),
            ),
        )
        yield replace(page, name="leave", overlay=overlay)
        asked = Overlay(
            t("您还在吗？", "Are you still there?"),
            t(
                "时间一到，您填的内容会自动清除。还要办，点一下屏幕就行。",
                "What you entered is erased. Touch anywhere to go on.",
            ),
            (
                Action("close", t("我还在", "I am still here"), "hand"),
                Action("more_time", t("我要慢慢办，多给些时间", "I need more time"), "hourglass"),
                Action("leave_confirmed", t("清除，离开", "Erase and leave"), "eraser"),
            ),
            countdown=Countdown(17, 20, t("秒", "sec")),
            anywhere=True,
        )
        yield replace(page, name="still-there", overlay=asked)

    def finishing(self) -> Iterator[Page]:
        """From sealing to goodbye."""
        t = self.t
        sealing = SealingBody(
            (
                Stage(t("加密", "Encrypting"), "lock", "done"),
                Stage(t("存好，丢不了", "Storing it safely"), "shield-check", "done"),
                Stage(t("等市里给编号", "Waiting for the city's number"), "receipt-text", "now"),
            )
        )
        yield self.page("sealing", t("正在加密存好", "Sealing your application"), sealing, 5, back=None, primary=None)
        yield from self.done()
        faces = zip(
            ("laugh", "smile", "meh", "frown", "angry"),
            (
                t("非常满意", "Very good"),
                t("满意", "Good"),
                t("基本满意", "Fair"),
                t("不满意", "Poor"),
                t("非常不满意", "Very poor"),
            ),
            strict=True,
        )
        choices = tuple(Choice(Action("level", word, icon, icon), chosen=icon == "smile") for icon, word in faces)
        words = ("说得明白 办得快 字够大 材料少", "Clear Quick Large-type Few-papers")
        tags = tuple(Choice(Action("tag", word, value=word), chosen=False) for word in t(*words).split())
        write = Action("write", t("想多说几句？点这里写", "Want to say more? Touch here"), "pencil")
        report = Choice(
            Action("report", t("哪里不对？找茬", "Something wrong? Tell us"), "message-square-warning", "rate"),
            t("机器、字、说法，都可以说", "Machine, type, wording"),
        )
        rate = RateBody(
            choices,
            t("哪里好，哪里不好？", "What was good or bad?"),
            tags,
            write,
            "",
            report,
            t("不记名。", "No name."),
        )
        yield self.page("rate", t("这次办得怎么样？", "How did it go?"), rate, lead=t("谁也不知道是您。", "Anonymous."))
        written = replace(
            rate,
            written=t("字很大，老人自己能办。", "Large type; my mother managed alone."),
            figures=t("本月 1,204 人办成，好评 98.7%", "This month: 1,204 settled, 98.7 % content"),
        )
        yield self.page("rate-written", t("这次办得怎么样？", "How did it go?"), written)
        lines = (t("您填的内容已经清除。", "What you filled in has been erased."),)
        yield self.page("notice", t("慢走，再见", "Goodbye"), NoticeBody("hand", lines, (self.helper(),)), back=None)

    def done(self) -> Iterator[Page]:
        """The number, with a slip and without."""
        t = self.t
        timeline = (
            Moment(t("今天", "Today"), t("已交到市公安局，您不用再做什么", "Sent to the Bureau"), Tone.SPRING),
            Moment(t("11 月 29 日前", "By 29 November"), t("补交：工作证明", "Bring: a letter"), Tone.ATTENTION),
            Moment(t("5 个工作日内", "Within 5 work days"), t("居住证免费寄到您家", "Your permit comes by courier")),
        )
        slip = Note(
            t("凭条正在打印，请从下面取走", "Your slip is printing; take it below"),
            "printer",
            t("出纸口的灯在闪", "The light at the slot is blinking"),
        )
        body = DoneBody(
            t("您的申请已受理", "Your application is accepted"),
            t("受理编号", "Acceptance number"),
            "3701 0226 1124 0007 6",
            "",
            t("接下来", "What happens next"),
            timeline,
            slip,
            "",
        )
        yield self.page("done", "", body, 5, back=None)
        note = t("市里还没有回话，已为您妥善保存。", "The city has not answered yet; it is safe here.")
        photograph = Note(
            t("用手机拍下来", "Photograph this"), "qr-code", t("扫它就能查进度", "It shows your progress")
        )
        safe = t("您的申请已收好", "Your application is safe here")
        offline = replace(
            body, headline=safe, number="L 0001 2611 2400 17", number_note=note, slip=photograph, qr="L000126112400017"
        )
        title = t("凭条没打出来，申请已存好。", "The slip did not print. Your application is safe.")
        yield self.page("done-no-paper", title, offline, 5, back=None)
