"""Guided help: what was told beside the manual's words, the signs so far, the referral list, the chronology starter."""

from dataclasses import replace

import pytest

from bot import phrases
from bot.conversations import Library, Thread, answer
from bot.replies import Outcome, Reply
from knowledge.answers import Shelf
from knowledge.errors import IndexUnreadable
from tests.bot.conversations.conftest import turn

TOLD = "comes in hungry and dirty most days, and missed dentist appointments"


class Holds:
    """A library that holds one shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def current(self) -> Shelf:
        return self._shelf


@pytest.fixture
def bare(shelf: Shelf) -> Library:
    """The demonstration as a manual without ladder, levels or checklists."""
    return Holds(replace(shelf, contents=replace(shelf.contents, ladders=(), schemes=(), checklists=())))


def talk(library: Library, *said: tuple[str, str], area: str = "Ambleford") -> tuple[Reply, Thread]:
    """The last reply of a talk of (intent, text)."""
    thread = Thread()
    for intent, text in said:
        reply, thread = answer(turn(text, intent, area=area, thread=thread), library)
    return reply, thread


# --- compare with the levels ---------------------------------------------------------------------


def test_what_was_told_stands_beside_every_level(library: Library) -> None:
    """All levels in order with their own words, what was told with letters, somebody to discuss it with, no verdict."""
    reply, _ = talk(library, ("what_signs", TOLD), ("which_level", "what level is this"))
    assert reply.outcome is Outcome.ANSWERED
    assert [level.order for level in reply.levels] == [1, 2, 3, 4]
    assert all(level.quotes for level in reply.levels)
    assert {one.said for one in reply.beside} >= {"comes in hungry", "dirty most days"}
    assert phrases.DISCUSS in reply.message and reply.contacts
    assert phrases.BESIDE_LEAD in reply.message


def test_every_quotation_beside_is_of_the_manual(library: Library, shelf: Shelf) -> None:
    """Each number that something stands beside leads to an exact run of a stored passage."""
    reply, _ = talk(library, ("what_signs", TOLD), ("which_level", "compare that with the levels"))
    quotes = {quote.number: quote for quote in reply.quotes}
    shown = {number for one in reply.beside for number in one.quotes}
    assert shown, "missed appointments stand in the levels' own words"
    for number in shown:
        passage = shelf.retriever.generation.passage(quotes[number].passage)
        assert passage is not None and quotes[number].text in passage.text


def test_nothing_told_is_asked_for_first(library: Library) -> None:
    """The comparison asks what was seen, takes the answer, and can be left for another question and taken up again."""
    reply, thread = talk(library, ("which_level", "compare with the levels"))
    assert (reply.outcome, thread.pending) == (Outcome.ASK_BACK, "levels")
    between, thread = answer(turn("who do i call?", "who_do_i_call", thread=thread), library)
    assert between.contacts and thread.pending == ""
    again, thread = answer(turn("compare with the levels", "which_level", thread=thread), library)
    assert again.outcome is Outcome.ASK_BACK
    end, _ = answer(turn("attendance is down to 70 percent", "general_procedure", thread=thread), library)
    assert end.levels and end.beside


def test_a_level_asked_for_by_name_is_that_level(library: Library) -> None:
    """Naming a level asks what it is, whatever was told before."""
    reply, _ = talk(library, ("what_signs", TOLD), ("which_level", "what is level 3"))
    assert [level.order for level in reply.levels] == [3] and reply.beside == ()


def test_another_area_has_its_own_levels(library: Library) -> None:
    """Numbers are never carried from one area to another."""
    here, _ = talk(library, ("what_signs", TOLD), ("which_level", "what level is this"))
    there, _ = talk(library, ("what_signs", TOLD), ("which_level", "what level is this"), area="Kelderby")
    assert {one.label for one in here.levels}.isdisjoint(one.label for one in there.levels)


@pytest.mark.parametrize("intent", ["which_level", "signs_so_far", "referral_ready"])
def test_a_manual_without_them_says_so(bare: Library, intent: str) -> None:
    """No levels, no signs, no list: an honest sentence and somebody to call, and nothing invented."""
    texts = {
        "which_level": (phrases.NO_LEVELS, "what level is this"),
        "signs_so_far": (phrases.NO_SIGNS, "warning signs so far"),
        "referral_ready": (phrases.NO_READY_LIST, "what do i need before i ring"),
    }
    sentence, text = texts[intent]
    reply, _ = talk(bare, ("what_signs", TOLD), (intent, text))
    assert sentence in reply.message
    assert reply.contacts and not reply.levels and reply.checklist is None


def test_a_dispute_without_a_ladder_invents_none(bare: Library) -> None:
    """No stage, no time limit of a stage; what the manual does say, or that it does not, and whom to call."""
    reply, thread = talk(bare, ("disputed_decision", "mash nfa'd my referral and i disagree, what next"))
    assert reply.stage is None and reply.ladder is None and thread.ladder == ""
    assert reply.contacts and all(quote.text for quote in reply.quotes)
    again, _ = answer(turn("and if they still say no?", "follow_up_next", thread=thread), bare)
    assert again.stage is None and again.contacts


# --- the signs so far ----------------------------------------------------------------------------


def test_signs_are_gathered_over_topics(library: Library) -> None:
    """What was told in two messages with another question between them is read back with the manual's items."""
    reply, _ = talk(
        library,
        ("general_procedure", "comes in hungry and dirty most days"),
        ("what_is", "what is a TAF"),
        ("cancelled_visits", "mum cancelled my visit again at short notice"),
        ("signs_so_far", "which signs have i told you so far"),
    )
    assert reply.outcome is Outcome.ANSWERED and reply.checklist is not None
    words = " ".join(item.text for item in reply.checklist.items)
    assert "Hungry" in words and "cancelled at short notice" in words
    assert {one.said for one in reply.beside if one.quotes} >= {
        "comes in hungry",
        "mum cancelled my visit again at short notice",
    }
    assert phrases.CHECKLIST_NOTE in reply.message and reply.contacts


def test_what_comes_near_no_sign_is_said_back(library: Library) -> None:
    """Nothing told is lost, and nothing is made of it."""
    reply, _ = talk(library, ("general_procedure", "he plays chess at lunch"), ("signs_so_far", "signs so far"))
    assert reply.checklist is None and "“he plays chess at lunch”" in reply.message


def test_no_reply_of_the_guided_help_counts(library: Library) -> None:
    """No scores and no totals, whatever was told."""
    for intent, text in (("which_level", "what level is this"), ("signs_so_far", "signs so far")):
        reply, _ = talk(library, ("what_signs", TOLD), (intent, text))
        spoken = reply.message.split(phrases.SOURCES)[0].split("CALL")[0].casefold()
        assert not any(word in spoken for word in ("score", "total", " of 11", "per cent", "%", "likely level"))


def test_another_case_finds_nothing_of_the_first(library: Library) -> None:
    """A different family begins an empty thread."""
    _, thread = talk(library, ("what_signs", TOLD), ("general_procedure", "ok a different family now, dad drinks"))
    assert thread.told == ("ok a different family now, dad drinks",)


def test_orders_and_procedure_are_not_told(library: Library) -> None:
    """What is asked, ordered or said of a decision does not stand beside a level."""
    _, thread = talk(
        library,
        ("disputed_decision", "mash nfa'd my referral"),
        ("follow_up_next", "still no"),
        ("who_do_i_call", "who do i call"),
        ("referral_ready", "referral list"),
        ("nlu_fallback", "have 1 and 3"),
    )
    assert thread.told == ()


# --- what to have ready --------------------------------------------------------------------------


def test_the_referral_list_is_ticked_left_and_resumed(library: Library) -> None:
    """Ticks are kept while other things are asked, and the list ends in whom to call."""
    reply, thread = talk(
        library, ("referral_ready", "what do i need before i ring"), ("nlu_fallback", "have 1 and 3-4")
    )
    assert reply.checklist is not None
    assert [place for place, item in enumerate(reply.checklist.items, 1) if item.ready] == [1, 3, 4]
    left, thread = answer(turn("stop", "stop", thread=thread), library)
    assert left.message == phrases.READY_LEFT
    _, thread = answer(turn("what is a TAF", "what_is", thread=thread), library)
    back, thread = answer(turn("referral list", "referral_ready", thread=thread), library)
    assert back.checklist is not None and [item.ready for item in back.checklist.items][:4] == [True, False, True, True]
    undone, thread = answer(turn("not 3", "deny", thread=thread), library)
    assert undone.checklist is not None and not undone.checklist.items[2].ready
    done, _ = answer(turn("got everything", "affirm", thread=thread), library)
    assert phrases.READY_DONE in done.message and done.contacts


def test_a_number_beyond_the_list_is_told(library: Library) -> None:
    """Nothing is ticked, and the person learns how far the list runs."""
    reply, thread = talk(library, ("referral_ready", "what do i need before i ring"), ("nlu_fallback", "have 40"))
    assert reply.outcome is Outcome.ASK_BACK and "1 to 11" in reply.message and thread.ready == ()


def test_the_thread_keeps_no_words_of_the_list(library: Library) -> None:
    """Digests of the manual's words are kept, and nothing that a person wrote about a child."""
    _, thread = talk(library, ("referral_ready", "referral list"), ("nlu_fallback", "have 1"))
    assert all(len(digest) == 8 for digest in thread.ready)


# --- the chronology starter ----------------------------------------------------------------------


def test_a_chronology_is_started_from_the_manuals_words(library: Library) -> None:
    """Quotations on what an entry holds, empty lines ending today, and nothing of the child in them."""
    reply, _ = talk(library, ("what_signs", TOLD), ("record_chronology", "help me start a chronology"))
    assert reply.outcome is Outcome.ANSWERED
    assert any("Each entry must show" in quote.text for quote in reply.quotes)
    assert "20/11/2026 |" in reply.message and "hungry" not in reply.message
    assert reply.contacts and reply.choices


def test_a_question_about_chronologies_is_answered(library: Library) -> None:
    """Asking is not starting."""
    reply, _ = talk(library, ("record_chronology", "how soon must a chronology entry be made"))
    assert phrases.CHRONOLOGY_LINES not in reply.message


def test_a_manual_that_says_nothing_of_chronologies_says_so(shelf: Shelf) -> None:
    """The lines come all the same, under an honest sentence."""
    silent = tuple(one for one in shelf.contents.passages if "chronolog" not in f"{one.chapter} {one.path}".casefold())
    assert len(silent) < len(shelf.contents.passages)

    class Silent(Shelf):
        def search(self, *asked: object, **given: object) -> object:  # type: ignore[override]
            found = Shelf.search(shelf, *asked, **given)  # type: ignore[arg-type]
            return replace(found, kept=tuple(hit for hit in found.kept if hit.passage in silent))

    library = Holds(Silent(shelf.generation, shelf.contents, shelf.retriever, shelf.register))
    reply, _ = talk(library, ("record_chronology", "start a chronology"))
    assert reply.outcome is Outcome.NOT_FOUND and phrases.CHRONOLOGY_NONE in reply.message
    assert phrases.CHRONOLOGY_LINES in reply.message


def test_nothing_can_be_looked_up_is_said(library: Library) -> None:
    """An unreadable index gives the safe card, and the thread is kept."""

    class Broken:
        def current(self) -> Shelf:
            raise IndexUnreadable("it is damaged")

    kept = Thread(told=("comes in hungry",))
    reply, thread = answer(turn("compare with the levels", "which_level", thread=kept), Broken())
    assert reply.outcome is Outcome.UNAVAILABLE and thread == kept
