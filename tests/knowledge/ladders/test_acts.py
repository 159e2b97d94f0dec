"""Who does what in single sentences: who raises, with whom, and who must act within a limit."""

import pytest

from knowledge.ladders import read_clocks
from knowledge.ladders.acts import agent_of, only_role, raisers, told_to

RAISED = [
    ("The practitioner rings the duty worker.", "practitioner", "duty worker"),
    ("Where the workers cannot agree, the worker's line manager contacts the other line manager.", "worker's line manager", "line manager"),
    ("If practitioners cannot settle it, they tell their line managers.", "practitioners", "line managers"),
    ("The Named Nurse, Named Midwife or Named Doctor will contact the team manager.", "Named Nurse, Named Midwife or Named Doctor", "team manager"),
    ("The senior managers from both services brief their director.", "senior managers", "director"),
    ("The professional responsible sends the form to the head of service.", "professional", "head of service"),
    ("The matter is passed to line managers within 1 working day of the reply.", "", "line managers"),
    ("The Independent Chair is asked to mediate.", "", "Independent Chair"),
    ("Speak to the social worker.", "", "social worker"),
    ("The outcome is sent to the safeguarding lead.", "", ""),
    ("The manager calls a meeting; minutes go to the director.", "manager", ""),
]  # fmt: skip

ACTING = [
    ("The IRO sends a notice to the Team Manager, who replies within 5 working days.", "Team Manager"),
    ("If the Manager upholds it, the conference is reconvened within 20 working days.", ""),
    ("The Independent Chair must also be informed within 2 hours.", ""),
    ("The practitioner rings the worker within one working day of the decision.", "practitioner"),
    ("A reply is sent within 3 working days by the service manager.", "service manager"),
    ("The managers have 3 working days to reach agreement.", "managers"),
]


@pytest.mark.parametrize(("sentence", "by", "to"), RAISED)
def test_who_raises_and_with_whom(sentence: str, by: str, to: str) -> None:
    """The subject of the main clause raises; whoever it is passed to is raised with; a result passed on raises nothing."""
    act = next(iter(raisers(sentence)), None)
    assert ((act.role.words if act else ""), told_to(sentence, act)) == (by, to)


@pytest.mark.parametrize(("sentence", "actor"), ACTING)
def test_who_must_act_within_a_limit(sentence: str, actor: str) -> None:
    """The nearest who acts before the limit, in a clause of "who" as well; nobody where only a thing is done."""
    (clock,) = read_clocks(sentence)
    assert clock.actor == actor


def test_a_passive_names_its_agent_and_a_bare_role_itself() -> None:
    """ "By the ..." names who acts; a sentence may be nothing but a role."""
    assert agent_of("A meeting is chaired by a Child Protection Adviser.") == "Child Protection Adviser"
    assert only_role("The person who made the decision.") == "person who made the decision"
    assert only_role("Ask the manager.") == ""
