"""Terminals of a province: numbers beyond four digits, and a terminal that moves to another station."""

from __future__ import annotations

import pytest

from intake.objects import Folder
from intake.store import Store
from intake.tables import TERMINAL


@pytest.fixture
def store(tmp_path):
    made = Store(f"sqlite:///{tmp_path / 'intake.sqlite'}", Folder(tmp_path / "parts"))
    yield made
    made.close()


def enrol(store, key, area="370102", station="甸柳社区"):
    return store.register(store.new_code(), key, area, station)


def test_after_the_9999th_terminal_come_more(store):
    with store.engine.begin() as connection:
        connection.execute(TERMINAL.insert().values(number=9999, public_key="a", area="370102", station="甸柳社区"))
    made = enrol(store, "b")
    assert made.number == "010000"
    assert store.terminal("010000").public_key == "b"
    assert store.terminal("10000") is None, "one terminal has one number"
    assert [row["number"] for row in store.terminals()] == ["9999", "010000"]


def test_a_terminal_that_moved_keeps_its_number_and_has_its_new_place(store):
    assert enrol(store, "a").number == enrol(store, "a", "370103", "泉景社区").number == "0001"
    assert store.terminal("0001").area == "370103"
    assert [row["station"] for row in store.terminals()] == ["泉景社区"]


def test_a_terminal_whose_answer_was_lost_is_answered_again_and_nobody_else_is(store):
    code = store.new_code()
    first = store.register(code, "a", "370102", "甸柳社区")
    assert store.register(code, "a", "370102", "甸柳社区") == first
    assert store.register(code, "b", "370102", "甸柳社区") is None, "its code is used up"
    assert store.register(code, "a", "370103", "泉景社区") is None, "to move it needs a new one"
    assert [row["station"] for row in store.terminals()] == ["甸柳社区"]
