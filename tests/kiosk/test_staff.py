"""Staff: the way in, the PIN and its waits across restarts, the lights and what they tell."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from datetime import datetime

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from drivers.model import ADVICE, ErrorCode, Health, Mender, Status
from kiosk.pages.present import present
from kiosk.staff import pin as staff_pin
from kiosk.staff.pin import FILE, FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, PinRefused, StaffPin, set_pin
from kiosk.visit import delays
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.steps import PinVerdict, Staffing, Unlocking
from kiosk.visit.steps import Choosing, Guiding, Welcome
from offline_queue.transport import Trouble

PIN = "271828"
KEYS = tuple(ev.KeyPressed(key) for key in PIN)
WELL = Health(Status.ONLINE)
QUEUE = QueueLights(0, 0, 0, None, "", None, 61 << 30, True, 0.0)
LIGHTS = Lights((("id_card_reader", WELL), ("document_scanner", WELL), ("receipt_printer", WELL)), QUEUE)
IN = (se.StaffCalled(), se.PinAnswered(PinVerdict.READY), *KEYS, ev.Forward(), se.PinAnswered(PinVerdict.OPEN))


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(autouse=True)
def _light_hash(monkeypatch):
    """The same function with as little memory as it takes, since what is tried here is the counting."""

    def light(*, salt, length, **_):
        return Argon2id(salt=salt, length=length, iterations=1, lanes=1, memory_cost=8)

    light.verify_phc_encoded = Argon2id.verify_phc_encoded
    monkeypatch.setattr(staff_pin, "Argon2id", light)


def test_staff_come_in_from_rest_and_from_home_only(player, services, now):
    player.play(se.StaffCalled())
    assert isinstance(player.step, Unlocking)
    player.play(ev.Back(), ev.Started(now), se.StaffCalled())
    assert isinstance(player.step, Unlocking)
    player.play(ev.Back(), ev.Started(now), ev.ServiceChosen(next(iter(services))), se.StaffCalled())
    assert isinstance(player.step, Guiding)


def test_the_right_pin_opens_and_no_digit_is_shown(player, scene):
    player.play(se.StaffCalled())
    assert present(player.visit, scene).primary.enabled is False
    player.play(se.PinAnswered(PinVerdict.READY), *KEYS)
    page = present(player.visit, scene)
    assert page.body.text == "•" * len(PIN)
    assert PIN not in repr(player.visit)
    player.play(ev.Forward())
    assert PIN not in repr(player.effects)
    player.play(ev.KeyPressed("1"))
    assert player.step.digits == PIN, "while it is compared nothing is typed"
    player.play(se.PinAnswered(PinVerdict.OPEN))
    assert player.step == Staffing()
    assert player.effects[-1] == sf.LookAround()


def test_an_answer_that_nobody_asked_for_opens_nothing(player):
    player.play(se.StaffCalled(), se.PinAnswered(PinVerdict.READY), *KEYS, se.PinAnswered(PinVerdict.OPEN))
    assert isinstance(player.step, Unlocking)


def test_a_wait_runs_down_and_then_digits_are_taken_again(player, scene):
    player.play(se.StaffCalled(), se.PinAnswered(PinVerdict.LOCKED, 20.0), *KEYS)
    assert player.step.digits == ""
    assert "20 秒" in present(player.visit, scene).error
    player.play(ev.TimePassed(20.0), *KEYS)
    assert player.step.digits == PIN


def test_without_a_pin_it_is_said_how_to_set_one(player, scene):
    player.play(se.StaffCalled(), se.PinAnswered(PinVerdict.UNSET))
    page = present(player.visit, scene)
    assert page.name == "staff-unset"
    assert "kiosk staff set-pin" in page.body.lines[0]


def test_the_lights_are_looked_at_again_and_the_page_leaves_by_itself(player):
    player.play(*IN)
    looks = player.effects.count(sf.LookAround())
    for _ in range(int(delays.LIGHTS_LOOK / 0.25)):
        player.play(ev.TimePassed(0.25))
    player.play(se.LightsSeen(LIGHTS))
    assert player.effects.count(sf.LookAround()) == looks + 1
    player.play(se.SendingAsked())
    assert sf.SendNow() in player.effects
    for _ in range(int(delays.STAFF_STAY / 0.25)):
        player.play(ev.TimePassed(0.25), se.LightsSeen(LIGHTS))
    assert isinstance(player.step, Welcome)
    assert player.effects[-1] == ef.Forget()


def test_who_leaves_the_staffs_pages_finds_the_terminal_as_new(player):
    player.play(*IN, ev.Forward())
    assert isinstance(player.step, Welcome)
    player.play(ev.Started(datetime(2026, 11, 24, 10, 30)))
    assert isinstance(player.step, Choosing)


BROKEN = Health(Status.OFFLINE, ErrorCode.PAPER_OUT)
EVENING = datetime(2026, 11, 24, 20, 41)


@pytest.mark.parametrize(
    ("lights", "tasks"),
    [
        (LIGHTS, []),
        (replace(LIGHTS, devices=(("receipt_printer", BROKEN),)), ["装一卷新纸"]),
        (replace(LIGHTS, devices=(("receipt_printer", Health(Status.ONLINE, None, ("paper_low",))),)), ["纸快用完了"]),
        (replace(LIGHTS, devices=(("receipt_printer", replace(BROKEN, warnings=("paper_low",))),)), ["装一卷新纸"]),
        (replace(LIGHTS, queue=replace(QUEUE, line="portal", line_since=EVENING)), ["登录页"]),
        (replace(LIGHTS, queue=replace(QUEUE, line="not-trusted")), ["重新登记"]),
        (replace(LIGHTS, queue=replace(QUEUE, set_aside=2)), ["2 件"]),
        (replace(LIGHTS, queue=replace(QUEUE, room=False, clock_offset=-600.0)), ["存满了", "时间差得多"]),
        (replace(LIGHTS, queue=None), ["打不开"]),
    ],
)
def test_what_is_wrong_is_said_as_what_to_do(player, scene, lights, tasks):
    player.play(*IN, se.LightsSeen(lights))
    body = present(player.visit, scene).body
    assert len(body.tasks) == len(tasks)
    for task, said in zip(body.tasks, tasks, strict=True):
        assert said in task.action.label


@pytest.mark.parametrize("kind", ["busy", "server"])
def test_for_the_citys_own_trouble_nobody_is_sent_to_mend(player, scene, kind):
    player.play(*IN, se.LightsSeen(replace(LIGHTS, queue=replace(QUEUE, line=kind))))
    body = present(player.visit, scene).body
    assert not body.tasks
    assert "不用做什么" in body.heading.title
    assert "一切正常" not in body.heading.title


@pytest.mark.parametrize("code", [code for code in ErrorCode if ADVICE[code].mender is not Mender.RESIDENT])
def test_what_staff_read_of_a_device_needs_no_technician_and_calls_nobody(player, scene, code):
    lights = replace(LIGHTS, devices=(("document_scanner", Health(Status.OFFLINE, code)),))
    player.play(*IN, se.LightsSeen(lights))
    (task,) = present(player.visit, scene).body.tasks
    player.play(se.PlaceChosen("camera"), ev.PageFailed(code))
    tried = present(player.visit, scene).error
    for said in (task.action.label, tried):
        assert not re.search("配置|端口|波特率|固件|驱动|招呼", said), said
    assert task.hint == "拍照仪：没准备好", "which device, and what it says of itself"


def test_every_trouble_of_the_line_and_every_warning_has_its_remedy(words):
    for kind in Trouble:
        assert words.has(f"staff.remedy_{kind.value}")
    for status in Status:
        assert words.has(f"staff.status_{status.value}")
    for warning in ("paper_low", "slip_waiting", "small_picture"):
        assert words.has(f"staff.warning_{warning}")


def test_wrong_pins_cost_ever_longer_waits_also_after_a_restart(tmp_path, clock):
    set_pin(tmp_path, PIN)
    pin = StaffPin(tmp_path, clock)
    assert pin.check("") == (PinVerdict.READY, 0.0)
    for _ in range(FREE_TRIES - 1):
        assert pin.check("000000") == (PinVerdict.WRONG, 0.0)
    waits = []
    for _ in range(10):
        verdict, wait = pin.check("000000")
        assert verdict is PinVerdict.WRONG
        pin = StaffPin(tmp_path, clock)
        assert pin.check(PIN) == (PinVerdict.LOCKED, wait), "the right one is not looked at either"
        waits.append(wait)
        clock.now += wait
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits[-1] == LONGEST_WAIT
    assert pin.check(PIN) == (PinVerdict.OPEN, 0.0)
    assert pin.check("000000") == (PinVerdict.WRONG, 0.0), "what was wrong before is over"


def test_a_clock_that_is_set_neither_frees_nor_locks_for_ever(tmp_path, clock):
    set_pin(tmp_path, PIN)
    pin = StaffPin(tmp_path, clock)
    for _ in range(FREE_TRIES):
        pin.check("000000")
    clock.now -= 10 * 365 * 86400
    assert pin.check(PIN) == (PinVerdict.LOCKED, FIRST_WAIT)
    clock.now += FIRST_WAIT
    assert pin.check(PIN) == (PinVerdict.OPEN, 0.0)


def test_a_try_counts_before_it_is_compared(tmp_path, clock, monkeypatch):
    set_pin(tmp_path, PIN)
    for _ in range(FREE_TRIES):

        def pulled(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr(staff_pin.Argon2id, "verify_phc_encoded", pulled)
        with pytest.raises(KeyboardInterrupt):
            StaffPin(tmp_path, clock).check("000000")
    assert StaffPin(tmp_path, clock).check(PIN)[0] is PinVerdict.LOCKED


def test_a_disk_that_takes_nothing_does_not_stop_the_counting(tmp_path, clock, monkeypatch):
    set_pin(tmp_path, PIN)
    pin = StaffPin(tmp_path, clock)

    def full(*_):
        raise OSError

    monkeypatch.setattr(staff_pin, "write_durably", full)
    for _ in range(FREE_TRIES):
        pin.check("000000")
    assert pin.check(PIN) == (PinVerdict.LOCKED, FIRST_WAIT)


def test_no_file_or_a_broken_one_opens_nothing(tmp_path, clock):
    pin = StaffPin(tmp_path, clock)
    assert pin.check(PIN) == (PinVerdict.UNSET, 0.0)
    (tmp_path / FILE).write_text("{}")
    assert pin.check(PIN) == (PinVerdict.UNSET, 0.0)
    (tmp_path / FILE).write_text('{"pin": "$argon2id$nonsense"}')
    assert pin.check(PIN)[0] is PinVerdict.WRONG


@pytest.mark.parametrize("digits", ["", "12345", "1234567890123", "27182x", "٢٧١٨٢٨", "111111", "123456", "987654"])
def test_what_is_no_pin_to_have_is_refused(tmp_path, digits):
    with pytest.raises(PinRefused):
        set_pin(tmp_path, digits)


def test_the_command_sets_it_and_keeps_it_to_itself(tmp_path, run_kiosk):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path / "data"}"\n')
    done = run_kiosk("staff", "set-pin", config=config, input=f"{PIN}\n{PIN}\n")
    assert done.returncode == 0, done.stderr
    kept = tmp_path / "data" / FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert PIN not in kept.read_text() + done.stdout + done.stderr
    assert StaffPin(tmp_path / "data").check(PIN)[0] is PinVerdict.OPEN
    weak = run_kiosk("staff", "set-pin", config=config, input="123456\n123456\n")
    assert weak.returncode == 2
    assert "choose another" in weak.stderr
