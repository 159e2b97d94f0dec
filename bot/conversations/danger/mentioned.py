"""The words that mentions of danger are told by: any child and no child, papers, what they say, and one child at hand."""

from bot.conversations.danger.patterns import read_words
from bot.conversations.danger.words import LISTS

_OWN = {
    "ANYCHILD": read_words(
        """a child, a pupil, a student, a young person, a baby, a parent, a carer, a teenager, any child, children, pupils, parents, someone, somebody, a family,
        a person, a member of staff, young people, babies, any pupil, an infant, a student, students, staff, a teenager, carers, a mother, a father, an adult,
        a staff member, a teacher, a worker, a colleague, a practitioner, a toddler, a girl, a boy, families, one of our children, another child, a foster child, a young carer, a looked after child, people, an employee"""
    ),
    "PAPER": read_words(
        """policy, policies, protocol, protocols, procedure, procedures, guidance, training, chapter, section, leaflet, template, flowchart, flow chart, pathway,
        course, workshop, webinar, toolkit, strategy, form, forms, poster, research, statistics, stats, legislation, awareness, handbook,
        briefing, e learning, elearning, refresher, checklist, act, manual, process, prevention, resources, resource, module"""
    ),
    "SAY": read_words("say, says, state, states, mean, means, cover, covers, advise, advises, expect, require, requires, recommend, stand for, tell us, said, find, found"),
    "HAVING": read_words("came, comes, told us, tells, told me, turned, looks, brought, just, disclosed, is, are, has, have, will, was, says, said, keeps, s, just, being, had, got, wants, on, texted, told, kicking, hitting"),
    "ONE": read_words(
        """the child, the children, he, she, they, mum, dad, mother, father, stepdad, stepmum, her boyfriend, his girlfriend, the baby, this child, this boy, this girl, my pupil,
        the kids, kids, the boy, the girl, a neighbour, his dad, her dad, his mum, her mum, the toddler, the pupil, boyfriend, uncle, brother, baby, toddler, this pupil"""
    ),
}  # fmt: skip
MENTIONED = {
    **LISTS,
    **_OWN,
    "ADULTAGE": frozenset(str(years) for years in range(19, 100)),
    "NUMBER": frozenset(str(years) for years in range(1, 100)),
    "AGED": frozenset(("AGE", "AGEM")),
    "MONTH": read_words("january, february, march, april, june, july, august, september, october, november, december"),
    "YEAR": frozenset(str(year) for year in range(1950, 2100)),
}
