"""Pages are turned so that they can be read; a page that does not tell stays as it is, and none is turned wrongly."""

from __future__ import annotations

import numpy as np
import pytest

from drivers.document_scanner.upright import quarter_turns, upright
from drivers.simulators.papers import PAPERS, sheet
from drivers.simulators.printed_pages import Kind, printed, worn


def pages(kind, count):
    return [worn(printed(kind, seed), seed) for seed in range(count)]


@pytest.mark.parametrize("kind", [Kind.HAN, Kind.LATIN])
@pytest.mark.parametrize("lying", [1, 2, 3])
def test_running_text_is_turned_upright(kind, lying):
    right = 0
    for page in pages(kind, 8):
        turns = quarter_turns(np.ascontiguousarray(np.rot90(page, lying)))
        assert turns in (0, lying), "never to a wrong side"
        right += turns == lying
    assert right >= 5, f"{right} of 8"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("lying", [0, 1, 2, 3])
def test_no_page_is_turned_wrongly(kind, lying):
    for page in pages(kind, 4):
        assert quarter_turns(np.ascontiguousarray(np.rot90(page, lying))) in (0, lying)


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_an_upright_paper_stays(name):
    assert quarter_turns(PAPERS[name]()) == 0


def test_a_turned_page_comes_back_as_it_was():
    page = printed(Kind.HAN, 3)
    assert (upright(np.ascontiguousarray(np.rot90(page, 2))) == page).all()


@pytest.mark.parametrize(
    "page",
    [
        np.full((900, 640, 3), 250, np.uint8),
        np.zeros((3, 3, 3), np.uint8),
        np.random.default_rng(1).integers(0, 255, (400, 300, 3), np.uint8),
        sheet("样例卡", ("范例", "号码 0000"), size=(856, 540)),
    ],
    ids=["blank", "tiny", "noise", "card"],
)
def test_what_tells_nothing_stays(page):
    assert quarter_turns(page) == 0
