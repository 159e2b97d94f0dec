"""Tell services for adults, which stand on children's pages too, from those for children."""

import re

_ADULTS = re.compile(
    r"\badults?[’']?s?\s+(?:social|safeguarding|services?|care|mental|protection|mash|at\s+risk|team|duty|front\s+door|contact|concerns?)\b"
    r"|\b(?:vulnerable|about\s+an|for|concerning|older|safeguarding|abuse\s+of)\s+adults?\b|\badults?$|^adults?\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:child|children|childrens|young|famil(?:y|ies)|mash)\b", re.IGNORECASE)


def is_for_adults(service: str) -> bool:
    """Whether a service's name or a heading is about adults and not about children or families as well."""
    return _ADULTS.search(service) is not None and re.search(r"\bchild|\bfamil", service, re.IGNORECASE) is None


def tells_adults(service: str, beside: str) -> bool:
    """Whether the words beside a number say that it is for adults, where its service's name says nothing of children."""
    if _CHILDREN.search(service):
        return False
    return _ADULTS.search(beside) is not None and _CHILDREN.search(beside) is None


def names_adults(service: str) -> bool:
    """Whether a service's name speaks of adults at all."""
    return _ADULTS.search(service) is not None


def names_children(service: str) -> bool:
    """Whether a service's name speaks of children, families or a MASH."""
    return _CHILDREN.search(service) is not None
