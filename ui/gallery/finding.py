"""What stands on home, on lists and on the guide, in every state."""

from __future__ import annotations

from dataclasses import replace

from kiosk.page import Action, Badge, CaseBody, CaseCard, Choice, Fact, HomeBody, MaterialCard, Note, Tone
from ui.gallery.state import CONTENT, Say, State


def home(say: Say) -> HomeBody:
    """What several components show a part of."""
    matters = (
        Choice(Action("group", say("住在这里", "Living here"), "map-pin-house"), say("居住登记", "Residence")),
        Choice(Action("group", say("社保", "Insurance"), "shield-check"), say("灵活就业参保", "Self-employed")),
        Choice(Action("group", say("老人与帮扶", "Elders, support"), "heart-handshake"), say("优待证", "Senior card")),
    )
    packages = (
        Choice(Action("package", say("我新搬来", "Moving here"), "house-plus"), say("居住登记等", "Residence…")),
        Choice(Action("package", say("我要退休", "Retiring"), "sun"), say("老年人优待证等", "Senior citizen card…")),
        Choice(Action("package", say("我开小店", "A small shop"), "store"), say("个体工商户登记等", "Registration…")),
    )
    return HomeBody(
        (),
        Action("search", say("搜事项：输入拼音首字母，如 jzdj", "Search, for example: residence"), "search"),
        say("一件事，一次办", "One event, all at once"),
        packages,
        say("全部事项", "All matters"),
        matters,
        Action("departments", say("按部门找", "By department"), "landmark"),
        (),
    )


def search_entry(say: Say) -> tuple[State, ...]:
    """What leads to the search."""
    action = home(say).search
    return (
        State("free", {"action": action}, CONTENT),
        State("pressed", {"action": action, "pressed": True}, CONTENT),
        State("focused", {"action": action}, CONTENT, focused=True),
    )


def package_tile(say: Say) -> tuple[State, ...]:
    """An event of life."""
    choice = home(say).packages[0]
    return (
        State("free", {"choice": choice}, 296),
        State("pressed", {"choice": choice, "pressed": True}, 296),
        State("flat", {"choice": choice, "flat": True}, 560),
        State("flat focused", {"choice": choice, "flat": True}, 560, focused=True),
    )


def package_tiles(say: Say) -> tuple[State, ...]:
    """All of them."""
    packages = home(say).packages
    return (
        State("side by side", {"packages": packages}, CONTENT),
        State("two", {"packages": packages[:2]}, CONTENT),
        State("one above the other", {"packages": packages, "flat": True}, 560),
    )


def matter_tiles(say: Say) -> tuple[State, ...]:
    """All matters, and the way by department."""
    body = home(say)
    all_of_them = Choice(Action("matters", body.matters_heading, "layers"))
    folded = replace(body, departments=None, matters_heading="", matters=(all_of_them,))
    return (
        State("with departments", {"body": body}, CONTENT),
        State("without", {"body": replace(body, departments=None, matters=body.matters[:1])}, CONTENT),
        State("one way to all", {"body": folded}, CONTENT),
    )


def way_tile(say: Say) -> tuple[State, ...]:
    """A quiet way at the foot of home."""
    action = Action("cases", say("我的办件", "My cases"), "folder-clock")
    choice = Choice(action, say("进度、补材料", "Progress, papers"))
    return (
        State("free", {"choice": choice}, 296),
        State("pressed", {"choice": choice, "pressed": True}, 296),
        State("with its hint", {"choice": choice, "told": True}, 296),
        State("flat", {"choice": choice, "flat": True, "told": True}, 440),
        State("focused", {"choice": choice}, 296, focused=True),
    )


def material_tile(say: Say) -> tuple[State, ...]:
    """One paper of a guide, by whether it must be there."""
    card = Action("sample", say("身份证", "Identity card"), value="card")
    lease = Action("sample", say("租房合同、房产证，选一样", "One of: lease, property title"), value="lease")
    photo = Action("sample", say("证件照片", "Photograph"), value="photo")
    needed, later, exempt = (
        Badge(say("必须", "Needed"), Tone.SPRING),
        Badge(say("可以后补", "May follow"), Tone.ATTENTION),
        Badge(say("免提交", "Not needed"), Tone.GOOD),
    )
    must = MaterialCard(say("放在读卡器上，自动填好", "Lay it on the reader"), "id-card", needed, card)
    return (
        State("needed", {"material": must}, CONTENT),
        State("pressed", {"material": must, "pressed": True}, CONTENT),
        State(
            "may follow",
            {"material": MaterialCard(say("没带？5 天内补", "Bring it within 5 days"), "lease", later, lease)},
            CONTENT,
        ),
        State(
            "not needed",
            {"material": MaterialCard(say("市里已有", "The city has it"), "photo", exempt, photo)},
            CONTENT,
        ),
    )


def drawing(say: Say) -> tuple[State, ...]:
    """The papers, as they are drawn."""
    del say
    names = ("agreement", "household", "id-card", "lease", "letter", "note", "paper", "photo", "title")
    return tuple(State(name, {"name": name}, 256, 224) for name in names)


def case_line(say: Say) -> tuple[State, ...]:
    """A case on the list, by where it stands."""
    when = say("2026 年 11 月 24 日受理", "Accepted 24 November 2026")
    action = Action("case", say("居住登记、居住证", "Residence registration and permit"), "map-pin-house")
    bring = CaseCard(action, when, Badge(say("要补材料", "Papers to bring"), Tone.ATTENTION))
    done = replace(bring, badge=Badge(say("办好了", "Done"), Tone.GOOD))
    return (
        State("to bring", {"line": bring}, CONTENT),
        State("done", {"line": done}, CONTENT),
        State("under way", {"line": replace(bring, badge=Badge(say("正在办", "Under way"), Tone.SPRING))}, CONTENT),
        State("pressed", {"line": done, "pressed": True}, CONTENT),
        State("focused", {"line": done}, CONTENT, focused=True),
    )


def case_standing(say: Say) -> tuple[State, ...]:
    """Where a case stands."""
    facts = (
        Fact(say("5 个工作日", "5 work days"), say("承诺办好", "promised")),
        Fact(say("2 天", "2 days"), say("已经用了", "so far")),
    )
    hint = say("请在这里补上缺的材料，补齐了接着办。", "Please hand in here what is missing; then it goes on.")
    way = Note(say("正在办", "Under way"), "badge-check", hint, Tone.SPRING)
    body = CaseBody(way, say("受理编号", "Number"), "3701 0226 1124 0007 6", facts, "", (), ())
    wait = replace(way, title=say("要等线路恢复才能查到", "Waits for the line"), icon="wifi-off", tone=Tone.ATTENTION)
    return (
        State("under way", {"view": body}, CONTENT),
        State("not known yet", {"view": replace(body, state=wait, facts=())}, CONTENT),
    )
