"""How much each feature of a name's place speaks for or against its owning a number.

Set by hand, in half points, while reading the folders of golden pages up to held_out_11 and some sixty sentences; the
README beside the golden pages gives what was then read of pages that nobody had seen. No fit by machine: there are too
few pages, and a person must be able to say why a number was given to a name.
"""

WEIGHTS = {
    # what kind of name it is
    "headed": 3.5,
    "field": 2.5,
    "plain": 2.5,
    "proper": 2.0,
    "opens a sentence": -2.5,  # one capital that may only be the sentence's
    "may be a place": -2.5,  # "PO Box 12, Wendlebury", "in Dunmoor", "Beech House"
    "indefinite": -2.0,  # "a social worker"
    "person": -6.0,
    # how its sentence speaks of it
    "governed": 2.0,  # the object of a verb of calling
    "subject": 1.5,  # its sentence begins with it and no other name follows
    "spoken of again": 2.0,  # "Ofsted must be told; its number is ..."
    "beside another": -2.5,  # "the Support Team, Civic Centre, ..."
    "in a condition": -3.0,  # "When the Front Door is closed, ..."
    "aside": -3.0,  # "about", "formerly", "part of"
    "on the way": -3.0,  # "through switchboard", "via its secretary": the way to somebody else
    "explains": -3.0,  # "Families First, our early help service"
    # how it stands to the number
    "linked": 2.0,  # only linking words between the two
    "word between": -0.5,
    "name between": -1.0,
    "crosses a turn": -1.5,  # "or", ";"
    "owns another number": -1.0,
    "behind": -1.5,
    "behind, linked": 2.5,
    "behind, with a number of its own": -4.0,
    "line begins with its number": 3.0,
}
LEAST = 2.0
LEAST_BESIDE_LABEL = 4.0  # a line whose label names its service needs a surer name to overrule it
MOST_WORDS = 8  # words between that still count against a name
MOST_NAMES = 3  # names between that still count
REACH = 60  # tokens on either side of a number in which its owner is looked for; keeps the time of huge lines bounded
