"""The day that the city promises with the acceptance, in working days; and what follows a refusal."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from intake.cli import app
from intake.promises import Limit, limit_of, promised, years_in
from offline_queue import credentials
from offline_queue.client import Client
from offline_queue.enquiry import ask_case
from offline_queue.outbox import Outbox
from offline_queue.sync import Agent
from offline_queue.wire import CaseState

CALENDAR = """
kind = "calendar"
code = "days-off"
[years.2026]
off = [2026-10-01, 2026-10-02, 2026-10-05, 2026-10-06, 2026-10-07]
work = [2026-10-10]
"""
YEARS = years_in(CALENDAR.encode())


@pytest.mark.parametrize(
    ("accepted", "days", "working", "day", "exact"),
    [
        ("2026-09-30", 1, True, "2026-10-08", True),
        ("2026-09-30", 3, True, "2026-10-10", True),
        ("2026-09-30", 4, True, "2026-10-12", True),
        ("2026-11-27", 5, True, "2026-12-04", True),
        ("2026-12-30", 5, True, "2027-01-06", False),
        ("2026-12-30", 5, False, "2027-01-04", True),
        ("2026-10-03", 0, True, "2026-10-03", True),
    ],
)
def test_working_days_are_counted_with_days_off(accepted, days, working, day, exact):
    promise = promised(Limit(days, working), date.fromisoformat(accepted), YEARS)
    assert (promise.day.isoformat(), promise.exact) == (day, exact)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["days", "unit", "x"]), inner),
    max_leaves=6,
)


@given(values, st.binary(max_size=100) | st.text(max_size=60).map(lambda text: f"kind='calendar'\n{text}".encode()))
def test_what_is_no_limit_and_no_year_is_none(value, raw):
    found = limit_of(value)
    assert found is None or 0 <= found.days <= 365
    assert isinstance(years_in(raw), dict)


@pytest.fixture
def client(enrolled, intake):
    made = Client(intake.url, None, credentials.load(enrolled))
    yield made
    made.close()


@pytest.fixture
def number(enrolled, client, intake, tmp_path):
    """The acceptance number of a case whose service is published with a limit of five working days."""
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "days-off.toml").write_text(CALENDAR)
    (folder / "x.toml").write_text('code = "jn-x"\noffice = "police"\nlimit = { days = 5, unit = "working_days" }\n')
    intake.call("publish-catalogue", str(folder))
    with Outbox.open(enrolled) as outbox:
        submitted = outbox.submit({"service_code": "jn-x", "answers": {}}, [], now=datetime(2026, 11, 24, 10, 30))
        assert Agent(outbox, client, jitter=lambda low, high: 0.0).drain(20)
        return outbox.acceptance_number(submitted.id)


def test_the_city_tells_the_promised_day(number, client):
    case = ask_case(client, number)
    promise = promised(Limit(5, working=True), datetime.fromisoformat(case.received_at).date(), YEARS)
    assert (case.promised, case.promised_about) == (promise.day.isoformat(), not promise.exact)


def test_a_refusal_names_its_rule_an_office_and_what_can_be_had_instead(number, client, intake):
    words = ("--zh", "先办登记", "--en", "Register first")
    refused = ("move", number, "--state", "refused", *words, "--reason", "half_a_year", "--successor", "jn-1a")
    intake.call(*refused)
    told = ask_case(client, number)
    assert (told.state, told.reason, told.office, told.successor) == (
        CaseState.REFUSED,
        "half_a_year",
        "police",
        "jn-1a",
    )
    intake.call(*refused, "--office", "civil_affairs")
    assert ask_case(client, number).office == "civil_affairs"
    [case] = client.news(1).cases
    assert (case.reason, case.office) == ("half_a_year", "civil_affairs")
    for wrong in (("--reason", "Zu jung!"), ("--zh", "x" * 501)):
        done = CliRunner().invoke(app, [*refused, *wrong, "--data", str(intake.data)])
        assert (done.exit_code, "too long" in done.stderr) == (3, True)
