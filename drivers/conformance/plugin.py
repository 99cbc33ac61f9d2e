"""The conformance kit as a pytest plugin: `pytest --kiosk-driver NAME --port URL` tries any driver by the contract.

It does nothing unless `--kiosk-driver` is given. A driver class may say in `exempt` which rules do not apply to it,
each with the reason; and in `todo` which are not kept yet.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

import pytest

from drivers.conformance.hand import Hand, NoHand
from drivers.conformance.report import Report, Standing
from drivers.conformance.rules import BY_ID, SCANNER
from drivers.model import GROUPS, Device

HERE = Path(__file__).parent
REPORT = pytest.StashKey[Report]()
DRIVER = pytest.StashKey[Any]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our options."""
    group = parser.getgroup("kiosk", "conformance of device drivers to the kiosk's contract")
    group.addoption("--kiosk-driver", metavar="NAME", help="entry-point name of the driver to try")
    group.addoption("--port", metavar="URL", help="where the device is (a scanner's source)")
    group.addoption("--kiosk-option", metavar="KEY=VALUE", action="append", default=[], help="a setting of the driver")
    group.addoption("--kiosk-bench", metavar="URL", help="bench page that lays cards and papers; else you are asked")
    group.addoption("--kiosk-report", metavar="FILE", help="write the report as Markdown")


def pytest_configure(config: pytest.Config) -> None:
    """Find the driver and point pytest at the rules of its class."""
    config.addinivalue_line("markers", "rule(id): the rule of the driver contract that a test tries")
    name = config.getoption("--kiosk-driver")
    if name is None:
        return
    kind, point = _find(name)
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "unknown"
    config.stash[DRIVER] = point.load()
    config.stash[REPORT] = Report(name, kind, package)
    config.args[:] = [str(HERE / "check_common.py"), str(HERE / f"check_{kind}.py")]


def _find(name: str) -> tuple[str, EntryPoint]:
    found = [(kind, point) for kind, group in GROUPS.items() for point in entry_points(group=group, name=name)]
    if not found:
        known = sorted(point.name for group in GROUPS.values() for point in entry_points(group=group))
        raise pytest.UsageError(f"no installed driver is named {name!r}; installed: {', '.join(known)}")
    return found[0]


def pytest_itemcollected(item: pytest.Item) -> None:
    """What the driver says of itself: exempt rules are skipped, rules to do may fail."""
    driver, rule = item.config.stash.get(DRIVER, None), _rule(item)
    if driver is None or rule is None:
        return
    exempt: dict[str, str] = getattr(driver, "exempt", {})
    if rule in exempt:
        item.config.stash[REPORT].note(rule, Standing.EXEMPT, exempt[rule])
        item.add_marker(pytest.mark.skip(reason=exempt[rule]))
    elif rule in getattr(driver, "todo", ()):
        item.add_marker(pytest.mark.xfail(reason="the driver says that this is to do", strict=False))


def _rule(item: pytest.Item) -> str | None:
    marker = item.get_closest_marker("rule")
    return None if marker is None or marker.args[0] not in BY_ID else str(marker.args[0])


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Note how each rule ended. A rule that needs a hand and finds none is left to do."""
    outcome: Any = yield
    report, rule = item.config.stash.get(REPORT, None), _rule(item)
    if report is None or rule is None:
        return
    if call.excinfo is not None and call.excinfo.errisinstance(NoHand):
        result = outcome.get_result()
        result.outcome, result.longrepr = "skipped", (str(item.path), 0, f"nobody to {call.excinfo.value}")
        report.note(rule, Standing.TO_DO, f"nobody was there to {call.excinfo.value}")
    elif call.excinfo is not None and call.excinfo.errisinstance(pytest.skip.Exception):
        report.note(rule, Standing.EXEMPT, str(call.excinfo.value))
    elif call.excinfo is not None:
        text = str(call.excinfo.value).splitlines()
        report.note(rule, Standing.TO_DO, text[0] if text else "failed")
    elif call.when == "call" and call.excinfo is None:
        report.note(rule, Standing.DONE)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the report, and write it where asked."""
    report = config.stash.get(REPORT, None)
    if report is None:
        return
    page = report.markdown(datetime.now(UTC).date())
    terminalreporter.write_line("")
    terminalreporter.write_line(page)
    target = config.getoption("--kiosk-report")
    if target:
        Path(target).write_text(page, "utf-8")


@pytest.fixture
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The driver's settings."""
    report = request.config.stash[REPORT]
    given = dict(option.split("=", 1) for option in request.config.getoption("--kiosk-option"))
    found: dict[str, Any] = {key: int(value) if value.isdigit() else value for key, value in given.items()}
    port = request.config.getoption("--port")
    if port:
        found["source" if report.kind == SCANNER else "port"] = port
    return found


@pytest.fixture
def driver(request: pytest.FixtureRequest) -> Any:
    """The driver's class."""
    return request.config.stash[DRIVER]


@pytest.fixture
def device(request: pytest.FixtureRequest, driver: Any, options: dict[str, Any]) -> Iterator[Device]:
    """The device, open."""
    with driver(**options) as opened:
        request.config.stash[REPORT].model = opened.capabilities().model
        yield opened


@pytest.fixture
def closed(driver: Any, options: dict[str, Any]) -> Iterator[Device]:
    """The device, not open."""
    made = driver(**options)
    yield made
    made.close()


@pytest.fixture
def hand(request: pytest.FixtureRequest) -> Hand:
    """Who lays cards and papers."""
    return Hand(request.config.getoption("--kiosk-bench"))


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that is logged."""
    caplog.set_level(logging.DEBUG)
    return caplog
