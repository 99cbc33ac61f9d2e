"""Visits through the shell, over real wires."""

from __future__ import annotations

import cv2
import numpy as np

from drivers.simulators.papers import PAPERS
from drivers.simulators.people import PEOPLE
from kiosk.audit import AuditEvent
from tests.kiosk.shell.rig import ANSWERS, CASE, consent, submit_without_paper, to_review


def test_a_visit_over_real_wires(rig, reader, camera, printer):
    camera.lay(PAPERS["photo"]())
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.until(lambda: rig.frames)
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.body.stage == "check")
    rig.shell.intent("forward", "")
    rig.at("review")
    consent(rig)
    rig.shell.intent("forward", "")
    page = rig.at("done")
    rig.until(lambda: rig.shell.page.body.slip.icon == "receipt-text")
    assert "3701 0226 1124 0001 3" in printer.wait_slip().text
    assert page.body.number == "3701 0226 1124 0001 3"
    [form] = rig.desk.forms
    assert form["applicant"] == PEOPLE["elder"].person.as_json()
    assert form["answers"] == ANSWERS
    assert form["identified_by"] == "card"
    assert [scan.part for scan in rig.desk.scans[0]] == ["photo"]
    for name, value in (("forward", ""), ("level", "5"), ("forward", ""), ("forward", "")):
        rig.shell.intent(name, value)
    rig.at("attract")
    rig.until(lambda: rig.desk.ratings)
    assert rig.screen.forgotten >= 2
    assert rig.told(AuditEvent.SUBMISSION_SEALED) == [
        {"number": "L000126112400017", "service": "jn-elderly-card", "parts": 2}
    ]
    assert rig.told(AuditEvent.SLIP) == [{"outcome": "printed"}]
    ended = {"how": "finished", "seconds": 0, "handed_in": 1, "service": "jn-elderly-card"}
    assert [rig.told(AuditEvent.VISIT_BEGAN), rig.told(AuditEvent.VISIT_ENDED)] == [[{}], [ended]]
    person = PEOPLE["elder"].person
    for private in (person.name, person.id_number, person.address, *ANSWERS.values()):
        assert private not in str(rig.noted)


def test_a_slip_under_the_camera_finds_its_case(rig, reader, camera, printer):
    to_review(rig, reader)
    submit_without_paper(rig)
    rig.at("done")
    slip = printer.wait_slip()
    for name in ("forward", "skip", "forward"):
        rig.shell.intent(name, "")
    rig.cases.answers = (CASE,)
    for name in ("start", "cases", "slip"):
        rig.shell.intent(name, "")
    rig.until(lambda: rig.frames)
    assert rig.shell.page.name == "cases-slip"
    camera.lay(np.asarray(cv2.imdecode(np.frombuffer(slip.png, np.uint8), cv2.IMREAD_COLOR)))
    assert rig.at("case").body.number == "3701 0226 1124 0001 3"
    assert rig.cases.asked == [(None, "37010226112400013")]
    rig.until(lambda: camera.watching == 0)


def test_a_picture_taken_of_something_else_says_so(rig, camera):
    for name in ("start", "cases", "slip"):
        rig.shell.intent(name, "")
    rig.until(lambda: rig.frames)
    camera.lay(PAPERS["photo"]())
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert (rig.shell.page.name, rig.shell.page.body.stage) == ("cases-slip", "live")


def test_a_card_finds_its_cases_and_without_the_line_the_slip_still_does(rig, reader):
    rig.cases.answers = None
    for name in ("start", "cases"):
        rig.shell.intent(name, "")
    reader.insert(PEOPLE["elder"])
    assert rig.at("cases-list").body.cases == ()
    rig.cases.here = (CASE,)
    rig.shell.intent("type_instead", "")
    for key in CASE.number:
        rig.shell.intent("key", key)
    rig.shell.intent("forward", "")
    assert "线路暂时不通" in rig.at("case").lead
    assert [asked[1] for asked in rig.cases.asked] == ["", CASE.number]
    assert rig.cases.asked[0][0] == PEOPLE["elder"].person


def test_nobody_looks_through_the_camera_once_its_page_is_left(rig, reader, camera):
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.until(lambda: rig.frames)
    assert camera.watching == 1
    rig.shell.intent("defer", "")
    rig.at("review")
    rig.until(lambda: camera.watching == 0)


def test_a_card_read_for_someone_who_left_does_not_reach_the_next(rig, reader):
    rig.to("jn-elderly-card")
    rig.at("identify")
    reader.insert(PEOPLE["elder"])
    late = rig.inbox.get(timeout=10)
    rig.shell.intent("leave", "")
    rig.shell.intent("leave_confirmed", "")
    rig.to("jn-elderly-card")
    reader.remove()
    rig.shell.handle(*late)
    assert rig.shell.page.name == "identify"
    ended = {"how": "cancelled", "seconds": 0, "handed_in": 0, "service": "jn-elderly-card"}
    assert rig.told(AuditEvent.VISIT_ENDED) == [ended]
    rig.shell.end()
    assert rig.told(AuditEvent.VISIT_ENDED)[1]["how"] == "terminal"


def test_what_cannot_be_stored_is_said_and_nothing_of_it_leaks(rig, reader, capfd):
    rig.desk.broken = True
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.shell.intent("defer", "")
    rig.at("review")
    consent(rig)
    rig.shell.intent("forward", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert rig.shell.page.name == "review"
    assert "欧阳泉" not in "".join(capfd.readouterr())
    assert rig.told(AuditEvent.SUBMISSION_NOT_SEALED) == [{"service": "jn-elderly-card", "kind": "OSError"}]
    rig.desk.broken = False
    rig.shell.intent("forward", "")
    rig.at("done")


def test_a_page_that_the_city_would_not_take_is_said_at_once(rig, reader, camera):
    rig.desk.largest = 1000
    camera.lay(PAPERS["photo"]())
    to_review(rig, reader)
    rig.at("scan-photo")
    rig.shell.intent("take", "")
    rig.until(lambda: "市里收不下" in rig.shell.page.error)
    assert rig.shell.page.name == "scan-photo"
    rig.desk.largest = 32 << 20
    rig.shell.intent("take", "")
    rig.until(lambda: rig.shell.page.body.picture)


def test_help_asked_in_the_middle_is_a_letter_and_nothing_is_lost(rig, reader, capfd):
    to_review(rig, reader)
    before = rig.at("scan-photo")
    for name in ("help", "assistance"):
        rig.shell.intent(name, "")
    rig.shell.intent("topic", "papers")
    for key in "13805317216":
        rig.shell.intent("key", key)
    rig.shell.intent("forward", "")
    rig.shell.intent("draft", "下午方便")
    rig.desk.broken = True
    rig.shell.intent("forward", "")
    rig.until(lambda: rig.shell.page.error != "")
    assert "13805317216" not in "".join(capfd.readouterr())
    rig.desk.broken = False
    rig.shell.intent("forward", "")
    page = rig.at("assistance-kept")
    assert page.body.number == "3029 1764 5518"
    [letter] = rig.desk.letters
    assert (letter.about, letter.topic, letter.phone, letter.words) == (
        "jn-elderly-card",
        "papers",
        "13805317216",
        "下午方便",
    )
    rig.shell.intent("forward", "")
    assert rig.shell.page.name == before.name
