"""A picture with a fault report: offered, taken with the document scanner, made small, sealed with the words."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from drivers.model import ErrorCode
from kiosk.pages.present import present
from kiosk.report_picture import LARGEST, small_enough
from kiosk.visit import effects as ef
from kiosk.visit import events as ev
from kiosk.visit import letter_events as le
from kiosk.visit.asides import Lens, LetterSafe, PictureOffered, Picturing, WordsAsked
from kiosk.visit.steps import Scanning, Welcome

TO_OFFER = (le.ReportAsked("home"), le.TopicChosen("papers"), ev.Drafted("多要了一张"), ev.Forward())


@pytest.fixture
def offered(player, now):
    return player.play(ev.Started(now), *TO_OFFER)


def kept(player):
    return [effect.letter for effect in player.effects if isinstance(effect, ef.KeepLetter)]


def test_without_a_picture_it_is_one_touch(offered):
    assert isinstance(offered.visit.aside, PictureOffered)
    offered.play(ev.Forward(), le.LetterKept("302917645518"))
    [letter] = kept(offered)
    assert (letter.words, letter.picture) == ("多要了一张", b"")
    assert isinstance(offered.visit.aside, LetterSafe)


def test_a_picture_is_taken_looked_at_and_goes_with_the_words(offered, page, scene):
    offered.play(ev.PictureAsked(), ev.PageSeen(True))
    assert present(offered.visit, scene).name == "report-camera"
    offered.play(ev.PictureAsked(), ev.PageTaken(page), ev.PageRetaken(), ev.PictureAsked(), ev.PageTaken(page))
    shown = present(offered.visit, scene)
    assert (shown.body.stage, shown.body.picture) == ("check", page.jpeg)
    offered.play(ev.Forward())
    [letter] = kept(offered)
    assert letter.picture == page.jpeg
    scanner = [effect for effect in offered.effects if isinstance(effect, ef.ScannerEffect)]
    assert scanner == [ef.StartPreview(), ef.TakePage(), ef.StartPreview(), ef.TakePage(), ef.StopScanner()]
    offered.play(le.LetterFailed())
    assert present(offered.visit, scene).error
    offered.play(ev.Forward())
    assert kept(offered)[1].picture == page.jpeg, "nothing has to be taken again"


def test_every_way_leads_back(offered):
    offered.play(ev.PictureAsked(), ev.Back())
    assert isinstance(offered.visit.aside, PictureOffered)
    offered.play(ev.Back())
    assert isinstance(offered.visit.aside, WordsAsked)


@pytest.mark.parametrize(
    ("code", "lens"),
    [
        (ErrorCode.NO_PAGE, Lens.LIVE),
        (ErrorCode.OFFLINE, Lens.UNAVAILABLE),
    ],
)
def test_a_scanner_that_cannot_is_told(offered, scene, code, lens):
    offered.play(ev.PictureAsked(), ev.PictureAsked(), ev.PageFailed(code))
    assert (offered.visit.aside.lens, bool(present(offered.visit, scene).error)) == (lens, True)
    offered.play(ev.Back(), ev.Forward())
    assert kept(offered)[0].picture == b""


def test_a_scanner_without_a_live_picture(offered):
    offered.play(ev.PictureAsked(), ev.PageFailed(ErrorCode.UNSUPPORTED))
    assert offered.visit.aside.lens is Lens.GLASS


def test_while_papers_are_laid_no_picture_is_offered(player, to_review):
    player.play(*to_review, ev.EditAsked("lease"))
    assert isinstance(player.step, Scanning)
    player.play(*TO_OFFER)
    assert len(kept(player)) == 1


def test_who_goes_away_leaves_no_picture_and_the_scanner_at_rest(offered, page):
    offered.play(ev.PictureAsked(), ev.PictureAsked(), ev.PageTaken(page))
    while not isinstance(offered.step, Welcome):
        offered.play(ev.TimePassed(30.0))
    assert offered.visit.aside is None
    assert ef.StopScanner() in offered.effects
    assert page.jpeg not in repr(offered.visit).encode()


def test_no_representation_shows_it(offered, page):
    offered.play(ev.PictureAsked(), ev.PictureAsked(), ev.PageTaken(page))
    assert "picture" not in repr(offered.visit.aside)


def test_a_picture_is_made_small_and_stays_one():
    noise = Image.frombytes("RGB", (2400, 1800), random.Random(7).randbytes(2400 * 1800 * 3))
    buffer = io.BytesIO()
    noise.save(buffer, "JPEG", quality=95)
    small = small_enough(buffer.getvalue())
    assert len(small) <= LARGEST < len(buffer.getvalue())
    assert Image.open(io.BytesIO(small)).width >= 450
    with pytest.raises(ValueError, match="no picture"):
        small_enough(b"\xff\xd8 none")
    assert Picturing.__dataclass_fields__["shot"].default == b""
