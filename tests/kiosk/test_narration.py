"""What is said of pages: all that is needed, in order, and nothing that bystanders should not hear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drivers.model import ErrorCode
from kiosk.intents import Intent, event_for
from kiosk.page import Choice, ChoiceBody, DateBody, Note, PlaceBody, TextBody, WaysBody
from kiosk.pages.cues import Cue, cue, touched
from kiosk.pages.narration import focused, narration, news
from kiosk.pages.present import present
from kiosk.pages.scene import Hearing
from kiosk.visit import events as ev
from kiosk.visit.view import FASTEST, LOUDEST, PLAIN, View, ViewAspect

ALOUD = ev.ViewToggled(ViewAspect.SPOKEN)


def said(page):
    return [text for utterance in narration(page) for text in utterance.texts]


@pytest.fixture
def shown(player, scene):
    """Plays events into a visit that is read aloud, and shows its page."""
    player.play(ALOUD)

    def play(*events):
        visit = player.play(*events).visit
        return present(visit, replace(scene, language=visit.language))

    return play


def test_a_whole_visit_is_heard_but_nothing_of_the_person(shown, to_review, person, now):
    numbered = (ev.Sealed((("id-1", "L00012611240001"),), now), ev.NumberKnown("id-1", "37010226112400076"))
    rated = (ev.SlipPrinted(True), ev.Forward(), ev.LevelChosen(5), ev.Forward())
    secrets = ["37010226112400076", "13805317216", "保密路", person.name, person.id_number, person.address]
    way = [ev.Drafted("保密路9号") if event == ev.Drafted("5区12号楼") else event for event in to_review]
    for event in (*way, ev.ConsentToggled(), ev.Forward(), *numbered, *rated):
        page = shown(event)
        if isinstance(event, ev.PlaceChosen):
            secrets.append(event.place.words)
        texts = said(page)
        assert all(text.strip() for text in texts)
        assert texts[0] == page.title or not page.title
        together = "".join(texts).replace(" ", "")
        for secret in secrets:
            assert secret not in together, page.name
        assert "*" not in together


def test_a_question_is_read_with_its_answers_and_the_way_on(shown, to_review):
    page = shown(*to_review[:4])
    assert isinstance(page.body, ChoiceBody)
    texts = said(page)
    labels = [choice.action.label for choice in page.body.choices]
    assert [text for text in texts if text in labels] == labels
    assert texts.index(page.title) < texts.index(labels[0])
    assert page.primary.label not in texts, "not before an answer was chosen"
    chosen = shown(to_review[4])
    assert [utterance.texts[-1] for utterance in news(page, chosen)] == ["已选", chosen.primary.label]


def test_what_is_private_gives_way_once_to_the_word_that_it_is_on_the_screen(shown, to_review):
    page = shown(*to_review)
    assert said(page).count(page.speech.withheld) == 1
    assert page.speech.withheld != ""
    question = shown(ev.EditAsked("lodging"))
    assert question.speech.withheld == "", "here is nothing to withhold"


def test_through_headphones_everything_is_said(player, to_review, scene):
    page = present(player.play(ALOUD, *to_review).visit, replace(scene, hearing=Hearing(private=True)))
    assert page.speech.withheld == ""
    assert "370102********0010" in said(page)


def test_a_terminal_that_does_not_speak_has_no_bar(player, scene, now):
    player.play(ALOUD, ev.Started(now))
    mute = present(player.visit, replace(scene, hearing=Hearing(speech=False)))
    assert mute.speech is None
    assert ViewAspect.SPOKEN not in {tool.value for tool in mute.header.tools}
    assert present(player.play(ALOUD).visit, scene).speech is None


def test_of_a_page_that_stays_only_what_is_new_is_said(shown, services, now):
    waiting = shown(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward())
    reading = shown(ev.CardSeen())
    assert [utterance.texts for utterance in news(waiting, reading)] == [(reading.body.status,)]
    assert news(reading, reading) == ()
    again = shown(ev.SpeechRepeated())
    assert news(reading, again) == narration(again)
    english = shown(ev.LanguageChosen("en"))
    assert news(again, english) == narration(english)
    assert news(None, english) == narration(english)


def test_a_question_over_the_page_is_all_that_is_read(shown, to_review):
    page = shown(*to_review, ev.LeaveAsked())
    assert said(page) == [page.overlay.title, page.overlay.lead, *(action.label for action in page.overlay.actions)]
    counting = replace(page, overlay=replace(page.overlay, lead="19"))
    assert news(page, counting) == (), "seconds that run down are not read one by one"


def test_the_item_that_has_the_keys_is_read(shown, to_review):
    page = shown(*to_review[:4])
    first: Choice = page.body.choices[0]
    name = f"action:{first.action.intent}:{first.action.value}"
    assert focused(page, name)[0].texts == tuple(filter(None, (first.action.label, first.hint)))
    assert focused(page, "action:nothing:") == ()
    text = shown(*to_review[4:9])
    assert focused(text, "text-field")[0].texts == (text.body.label, text.body.placeholder)
    review = shown(*to_review[9:])
    row = next(row for group in review.body.groups for row in group.rows if row.edit)
    assert focused(review, f"action:{row.edit.intent}:{row.edit.value}")[0].texts == (row.edit.label, row.label)


def test_a_date_is_heard_whole_as_it_is_turned_and_wheel_by_wheel(shown, to_review):
    at = to_review.index(ev.Drafted("2026-03-01"))
    page = shown(*to_review[:at])
    assert isinstance(page.body, DateBody)
    assert page.body.turned in [utterance.texts for utterance in narration(page)]
    label, written = page.body.unit_labels[1], page.body.turned[1]
    assert [utterance.texts for utterance in focused(page, f"wheel:{label}")] == [(label, written)]
    turned = shown(to_review[at])
    assert turned.body.turned in [utterance.texts for utterance in news(page, turned)]
    year_and_month = replace(page, body=replace(page.body, days=0))
    assert page.body.turned[:2] in [utterance.texts for utterance in narration(year_and_month)]


def test_what_stands_in_a_field_is_not_followed_by_its_example(shown, services, now):
    empty = shown(ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.TypingChosen())
    assert empty.body.placeholder in said(empty)
    assert focused(empty, "number-field")[0].texts == (empty.body.placeholder, empty.body.hint)
    begun = shown(ev.KeyPressed("3"))
    assert begun.body.placeholder not in said(begun)
    assert focused(begun, "number-field")[0].texts == (begun.body.hint,)
    assert [utterance.texts for utterance in news(empty, begun)] == [(begun.speech.withheld,), (begun.body.hint,)]


def test_why_it_is_asked_comes_after_what_is_asked(shown):
    body = TextBody("work", "", "pinyin", "draft", 60, "why", label="work", left="60 left")
    page = replace(shown(), body=body, title="", lead="", primary=None)
    assert said(page) == ["work", "pinyin", "why"]


def test_figures_are_said_as_they_are_read(shown, services, now):
    guide = shown(ev.Started(now), ev.ServiceChosen(next(iter(services))))
    fact = guide.body.facts[0]
    assert (fact.value, fact.label) in [utterance.texts for utterance in narration(guide)]


def test_whom_to_call_is_heard_and_a_number_of_somebody_is_not(shown):
    page = shown()
    note = Note("站里电话 0531-88010000", "", "没看见人，就打这个电话。")
    told = replace(page, body=WaysBody((note,), ()))
    assert note.title in said(told)
    for mine in ("13805317216", "138 0531 7216", "0531-880100009", "370102195803140010"):
        assert mine not in "".join(said(replace(page, body=WaysBody((replace(note, title=mine),), ()))))


def test_a_masked_answer_that_has_the_keys_is_named_but_not_told(shown, to_review):
    page = shown(*to_review)
    row = next(row for group in page.body.groups for row in group.rows if row.full)
    assert [u.texts for u in focused(page, f"hold:{row.label}")] == [(row.label,), (page.speech.withheld,)]


def test_of_an_address_the_levels_to_pick_are_read_but_not_those_picked(shown, to_review):
    at = next(index for index, event in enumerate(to_review) if isinstance(event, ev.PlaceChosen))
    page = shown(*to_review[: at + 1])
    assert isinstance(page.body, PlaceBody)
    chip = page.body.chips[-1]
    texts = said(page)
    assert chip.label not in texts
    assert page.speech.withheld in texts
    assert focused(page, f"action:{chip.intent}:{chip.value}")[0].texts == (page.speech.withheld,)
    assert {choice.action.label for choice in page.body.places} <= set(texts)
    assert not {choice.action.label for choice in page.body.initials} & set(texts)


def test_digits_are_not_read_as_they_are_looked_for(shown, services, now, scene, player):
    begun = (ev.Started(now), ev.ServiceChosen(next(iter(services))), ev.Forward(), ev.TypingChosen())
    page = shown(*begun)
    assert focused(page, "action:key:7")[0].texts == (page.speech.withheld,)
    assert focused(page, "action:key:erase")[0].texts != (page.speech.withheld,)
    open_ = present(player.visit, replace(scene, hearing=Hearing(private=True)))
    assert focused(open_, "action:key:7")[0].texts == ("7",)


def test_volume_and_speed_have_ends_and_the_bar_shows_them(shown, now):
    page = shown(ev.Started(now), *[ev.VolumeChanged(1)] * 9, *[ev.SpeedChanged(-1)] * 9)
    assert (page.view.volume, page.view.speed) == (LOUDEST, 0)
    able = {(action.intent, action.value): action.enabled for action in page.speech.actions}
    assert not able[Intent.VOLUME, "+"] and able[Intent.VOLUME, "-"]
    assert not able[Intent.SPEED, "-"] and able[Intent.SPEED, "+"]
    assert PLAIN.louder(-9).volume == 0
    assert PLAIN.faster(9).speed == FASTEST
    assert View().repeated() != View()


@pytest.mark.parametrize(
    ("intent", "value", "event"),
    [
        ("say_again", "", ev.SpeechRepeated()),
        ("volume", "+", ev.VolumeChanged(1)),
        ("volume", "-", ev.VolumeChanged(-1)),
        ("speed", "+", ev.SpeedChanged(1)),
        ("speed", "fast", None),
    ],
)
def test_intents_of_the_bar(services, now, intent, value, event):
    assert event_for(intent, value, services, ("zh", "en"), now) == event


def test_sounds_of_a_visit(player, to_review, scene, now):
    def page(*events):
        return present(player.play(*events).visit, scene)

    identify = page(*to_review[:3])
    failed = page(ev.CardFailed(ErrorCode.CARD_UNREADABLE))
    assert cue(identify, failed) is Cue.ERROR
    reading = page(ev.CardSeen())
    assert cue(failed, reading) is None
    question = page(to_review[3])
    assert cue(reading, question) is Cue.CARD
    review = page(*to_review[4:])
    done = page(ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now), ev.TimePassed(9))
    assert cue(review, done) is Cue.DONE
    assert cue(done, page(ev.SlipPrinted(True))) is Cue.SLIP


def test_without_a_slip_none_is_to_be_taken_and_who_leaves_hears_no_card(player, to_review, scene, now):
    identify = present(player.play(*to_review[:3], ev.CardSeen()).visit, scene)
    assert cue(identify, present(player.play(ev.Back()).visit, scene)) is None
    player.play(ev.Forward(), ev.CardFailed(ErrorCode.CARD_UNREADABLE))
    unread = present(player.visit, scene)
    assert cue(unread, present(player.play(ev.TypingChosen()).visit, scene)) is None
    player.play(ev.Back(), ev.Back())
    player.play(*to_review[2:], ev.ConsentToggled(), ev.Forward(), ev.Sealed((("id-1", "L00012611240001"),), now))
    done = present(player.play(ev.TimePassed(9)).visit, scene)
    assert cue(done, present(player.play(ev.SlipFailed(ErrorCode.PAPER_OUT)).visit, scene)) is None


def test_typing_makes_no_sound_and_touching_does(shown, to_review):
    assert touched(shown(*to_review[:9]), "draft") is None
    assert touched(shown(), "forward") is Cue.TOUCH
