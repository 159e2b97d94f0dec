"""An installer's last words become one sentence that says what to do."""

import pytest

from signpost.setup.failures import explain


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("error: Failed to fetch\n cause: dns error\n cause: Name not known", "could not be reached"),
        ("Failed to establish a new connection\nERROR: No matching distribution", "could not be reached"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("error: Failed to fetch\n cause: No space left on device (os error 28)", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "did not match its hash"),
        ("error: Hash mismatch for `six==1.17.0`", "did not match its hash"),
        ("invalid peer certificate: UnknownIssuer", "certificate was not trusted"),
        ("ERROR: No matching distribution found for torch==2.13.0", "cannot be had for this machine"),
        ("error: Permission denied (os error 13)", "could not be written"),
        ("Not created successfully because ensurepip is not available", "apt-get install python3-venv"),
    ],
)
def test_a_known_cause_is_told_in_plain_words(output: str, told: str) -> None:
    """What people meet: no network, a full disk, a wrong hash, a certificate, a missing build or module."""
    assert told in explain("uv pip install", 1, output)


def test_an_unknown_cause_says_what_ended_and_how() -> None:
    """Where the cause is not known, nothing is guessed."""
    assert explain("signpost demo", 3, "something new") == "signpost demo ended with exit status 3."


def test_a_program_the_system_killed_is_told_as_such() -> None:
    """Status -9 is most often a lack of memory, whatever was printed."""
    assert "lack of memory" in explain("signpost dialogue", -9, "dns error")
