"""`signpost extract`: how Signpost reads one document."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click


@click.command()
@click.argument("document")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (documented in docs/json.md).")
def extract(document: str, as_json: bool) -> None:
    """Show what Signpost reads from DOCUMENT, a file or a web address: stages, levels, contacts, checklists, warnings.

    For example: signpost extract https://northshire.example/p_escalation.html
    """
    from scraper import extract as extracting

    url, content, media_type = _document(document)
    found = extracting.extract(content, url=url, media_type=media_type, now=datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(extracting.as_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo(extracting.as_text(found), nl=False)


def _document(document: str) -> tuple[str, bytes, str]:
    if document.startswith(("http://", "https://")):
        from knowledge.errors import FetchFailed
        from scraper.fetch import Client

        with Client(document) as client:
            answer = client.get(document)
        if answer.status != 200:
            raise FetchFailed(f"{document} answered with status {answer.status} and no page. Check the address.")
        return answer.url, answer.content, answer.media_type
    from knowledge.errors import SourceError
    from scraper.files import read_path

    path = Path(document).expanduser()
    if path.is_dir():
        raise SourceError(
            f"{path} is a folder. Give one file, or add the folder as a source: signpost sources add NAME {path}"
        )
    pages, _ = read_path(path, datetime.now(UTC))
    return pages[0].url, pages[0].content, pages[0].media_type
