"""What the shell does without its devices, and once they are back."""

from __future__ import annotations

from drivers.simulators.printer_logic import Paper
from kiosk import printing
from kiosk.audit import AuditEvent
from tests.kiosk.shell.rig import BROUGHT, CONTACT, ELDER, Rig, consent, submit_without_paper, to_review


def test_a_terminal_without_devices_shows_a_way_at_each_of_them(tmp_path):
    rig = Rig(tmp_path, None, None, None)
    try:
        rig.to("jn-elderly-card")
        rig.until(lambda: rig.shell.page.body.state == "unavailable")
        assert rig.shell.page.body.ways
        rig.shell.intent("type_instead", "")
        for key in "37010219510908002X":
            rig.shell.intent("key", key)
        rig.shell.intent("forward", "")
        rig.shell.intent("draft", "秦淑兰")
        rig.shell.intent("forward", "")
        for name, value in (*ELDER, *CONTACT, BROUGHT):
            rig.shell.intent(name, value)
        rig.until(lambda: rig.shell.page.body.stage == "unavailable")
        rig.shell.intent("defer", "")
        consent(rig)
        rig.shell.intent("forward", "")
        rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
        assert rig.desk.forms[0]["identified_by"] == "typed"
        assert rig.desk.forms[0]["deferred"] == {"photo": "2026-11-29"}
    finally:
        rig.close()


def test_a_printer_that_comes_back_prints_for_the_next(rig, reader, printer):
    printer.cover_open = True
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
    for name in ("forward", "skip", "forward"):
        rig.shell.intent(name, "")
    rig.at("attract")
    reader.remove()
    rig.until(lambda: "忘" not in rig.shell.page.body.lines[0])
    printer.cover_open = False
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.slip.icon == "receipt-text")
    assert len(printer.slips) == 1
    seen = [error for name, error in rig.desk.devices if name == "receipt_printer"]
    assert "cover_open" in seen, "the city's list of terminals hears of it"
    assert seen[-1] == ""
    assert {"device": "receipt_printer", "code": "cover_open"} in rig.told(AuditEvent.DEVICE_LOST)
    assert rig.told(AuditEvent.DEVICE_BACK)[-1] == {"device": "receipt_printer"}
    assert rig.told(AuditEvent.SLIP) == [{"outcome": "failed", "code": "cover_open"}, {"outcome": "printed"}]


def test_a_printer_mended_while_the_number_shows_prints_the_slip(rig, reader, printer):
    printer.cover_open = True
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.qr != "")
    printer.cover_open = False
    rig.until(lambda: rig.shell.page.body.slip.icon == "receipt-text")
    assert len(printer.slips) == 1


def test_a_slip_that_nobody_takes_is_drawn_back(tmp_path, reader, camera, printer, monkeypatch):
    monkeypatch.setattr(printing, "SLIP_WAIT", 0.3)
    printer.presenter = True
    rig = Rig(tmp_path, reader, camera, printer, model="reliance")
    try:
        to_review(rig, reader)
        submit_without_paper(rig)
        rig.until(lambda: rig.shell.page.name == "done" and rig.shell.page.body.slip.icon == "receipt-text")
        rig.until(lambda: printer.retracted)
        assert rig.shell.page.body.slip.icon == "receipt-text"
    finally:
        rig.close()


def test_a_lost_device_is_said_on_home_and_the_notice_goes_with_it_by_itself(rig, camera, printer):
    rig.shell.intent("start", "")
    assert rig.shell.page.body.notices == ()

    def said():
        rig.shell.pass_time(0.0)
        return [note.icon for note in rig.shell.page.body.notices]

    printer.paper = Paper.OUT
    camera.unplug()
    rig.until(lambda: said() == ["camera", "printer"])
    camera.plug()
    printer.paper = Paper.OK
    rig.until(lambda: said() == [])
    assert rig.shell.page.name == "home"
