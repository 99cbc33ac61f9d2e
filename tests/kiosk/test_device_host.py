"""The host of a device: jobs end once, a lost device comes back by itself, and everything is counted."""

from __future__ import annotations

import threading

import pytest

from drivers.model import CancelToken, Capabilities, DeviceError, ErrorCode, Health, Status
from kiosk import device_host
from kiosk.device_host import DeviceHost


class Fake:
    """A device that can be unplugged and put in trouble."""

    def __init__(self):
        self.plugged, self.trouble, self.open_now, self.opened = True, None, False, 0

    def open(self):
        if not self.plugged:
            raise DeviceError(ErrorCode.NO_DEVICE, "nothing there")
        self.open_now, self.opened = True, self.opened + 1

    def close(self):
        self.open_now = False

    def status(self):
        return Health(Status.USER_ERROR, self.trouble) if self.trouble else Health(Status.ONLINE)

    def capabilities(self):
        return Capabilities("fake")

    def counters(self):
        return {}

    def work(self, cancel: CancelToken):
        if not self.plugged:
            raise DeviceError(ErrorCode.NO_DEVICE, "gone")
        if self.trouble:
            raise DeviceError(self.trouble, "in trouble")


class Heard:
    """Keeps what was said, and waits for it."""

    def __init__(self):
        self.said, self._more = [], threading.Condition()

    def __call__(self, what):
        with self._more:
            self.said.append(what)
            self._more.notify_all()

    def wait(self, condition, seconds=10.0):
        with self._more:
            assert self._more.wait_for(lambda: condition(self.said), seconds), self.said


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(device_host, "BACKOFF", (0.02, 0.04))
    monkeypatch.setattr(device_host, "FIRST_LOOK", 0.02)
    monkeypatch.setattr(device_host, "IDLE_LOOK", 0.05)


@pytest.fixture
def fake(quick):
    return Fake()


@pytest.fixture
def host(fake):
    made = DeviceHost("fake", lambda: fake)
    yield made
    made.close()


def test_a_device_is_looked_at_soon_after_the_start(host):
    heard = Heard()
    host.listen(heard)
    heard.wait(lambda said: said and said[-1].status is Status.ONLINE)


@pytest.mark.parametrize("how", ["unplugged", "paper"])
def test_a_device_in_trouble_is_told_and_comes_back_by_itself(host, fake, how):
    health, ended = Heard(), Heard()
    host.listen(health)
    if how == "unplugged":
        fake.plugged = False
    else:
        fake.trouble = ErrorCode.PAPER_OUT
    host.ask(lambda driver, cancel: driver.work(cancel), ended)
    code = ErrorCode.NO_DEVICE if how == "unplugged" else ErrorCode.PAPER_OUT
    ended.wait(lambda said: said == [code])
    health.wait(lambda said: any(item.error is code for item in said))
    assert host.health.error is code
    fake.plugged, fake.trouble = True, None
    health.wait(lambda said: said[-1].error is None)
    assert host.counters.errors[code] == 1
    assert host.counters.last_fault is not None
    assert host.counters.reconnects == (how == "unplugged")


def test_what_a_resident_did_wrong_is_no_trouble_of_the_device(host):
    ended, done = Heard(), Heard()

    def no_card(driver, cancel):
        raise DeviceError(ErrorCode.NO_CARD, "none")

    host.ask(no_card, ended)
    ended.wait(lambda said: said == [ErrorCode.NO_CARD])
    host.ask(lambda driver, cancel: done("done"), ended)
    done.wait(lambda said: said == ["done"])
    assert host.health.error is None
    assert host.counters.failed == 1


def test_a_cancelled_job_says_nothing_and_the_next_one_runs(host):
    begun, ended, done = Heard(), Heard(), Heard()

    def long_job(driver, cancel):
        begun("begun")
        cancel.wait(30)
        cancel.raise_if_cancelled()

    host.ask(long_job, ended)
    begun.wait(lambda said: said)
    host.ask(lambda driver, cancel: done("done"), ended)
    done.wait(lambda said: said == ["done"])
    assert ended.said == []
    assert host.counters.cancelled == 1


def test_a_mistake_of_a_driver_does_not_end_the_worker(host):
    ended = Heard()

    def broken(driver, cancel):
        raise ZeroDivisionError("欧阳泉")

    host.ask(broken, ended)
    ended.wait(lambda said: said == [ErrorCode.HARDWARE])
    health = Heard()
    host.listen(health)
    health.wait(lambda said: said and said[-1].error is None)


def test_a_look_leaves_the_device_as_it_found_it(host, fake):
    seen = Heard()
    host.listen(seen)
    seen.wait(lambda said: said)
    opened = fake.opened
    for _ in range(3):
        done = Heard()
        host.ask(lambda driver, cancel, done=done: done(driver.open_now), done)
        done.wait(lambda said: said == [True])
    assert fake.opened == opened + 1, "a job keeps the device open for the next"


def test_no_device_at_all():
    host, ended = DeviceHost("none", None), Heard()
    try:
        assert host.health.status is Status.NO_DEVICE
        host.ask(lambda driver, cancel: None, ended)
        ended.wait(lambda said: said == [ErrorCode.NO_DEVICE])
    finally:
        host.close()


def test_whoever_watches_sees_a_pulled_plug_and_its_return_before_the_next_look_of_the_host(fake, monkeypatch):
    for name, never in (("IDLE_LOOK", 3600.0), ("BACKOFF", (3600.0,))):
        monkeypatch.setattr(device_host, name, never)
    monkeypatch.setattr(device_host, "WATCHED_LOOK", 0.0)
    host, heard = DeviceHost("fake", lambda: fake), Heard()
    try:
        host.listen(heard)
        heard.wait(lambda said: said and said[-1].status is Status.ONLINE)
        for plugged, then in ((False, ErrorCode.NO_DEVICE), (True, None)):
            fake.plugged = plugged
            watch_until(host, lambda then=then: host.health.error is then)
    finally:
        host.close()


def watch_until(host, condition):
    """As the staff's pages do, again and again."""
    tick, rounds = threading.Event(), 1000
    while not condition() and rounds:
        host.look()
        tick.wait(0.01)
        rounds -= 1
    assert condition()


def test_a_watched_device_that_is_well_is_not_opened_again_and_again(fake, monkeypatch):
    monkeypatch.setattr(device_host, "IDLE_LOOK", 3600.0)
    host, heard = DeviceHost("fake", lambda: fake), Heard()
    try:
        host.listen(heard)
        heard.wait(lambda said: said and said[-1].status is Status.ONLINE)
        for _ in range(100):
            host.look()
        done = threading.Event()
        host.ask(lambda driver, cancel: done.set(), lambda code: None)
        assert done.wait(10)
        assert fake.opened == 2, "the first look, and the job"
    finally:
        host.close()
