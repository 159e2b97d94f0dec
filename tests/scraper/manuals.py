"""A small manual in a folder, for the tests of reindexing."""

from pathlib import Path

ESCALATION = """<html><head><title>Escalation</title></head><body><h1>Resolving disagreements</h1>
<p>Use this chapter when you do not agree with a decision of another agency.</p>
<h2>Stage 1: Talk to the other worker</h2><p>The practitioner must speak to the other worker within 2 working days.</p>
<h2>Stage 2: Managers</h2><p>The line manager should contact their counterpart within 3 working days.</p>
</body></html>"""
CONTACTS = """<html><body><h1>Contacts</h1><table><tr><th>Service</th><th>Telephone</th></tr>
<tr><td>Front Door</td><td>01632 960210</td></tr></table></body></html>"""


def write_manual(folder: Path, extra: int = 3) -> Path:
    """A folder with an escalation chapter, contacts, and `extra` chapters more."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "p_escalation.html").write_text(ESCALATION, encoding="utf-8")
    (folder / "p_contacts.html").write_text(CONTACTS, encoding="utf-8")
    for number in range(extra):
        body = f"<h1>Topic {number}</h1><h2>What to do</h2><p>You must record concern number {number} on the child's file.</p>"
        (folder / f"p_topic_{number}.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    return folder
