"""The `signpost` command. One verb each; errors on standard error in plain sentences; exit status 1 for those."""

import importlib
import sys

import click

from knowledge.errors import ProceduresError

_VERBS = {
    "sources": ("signpost.verbs.manuals", "sources"),
    "reindex": ("signpost.verbs.manuals", "reindex"),
    "publish": ("signpost.verbs.manuals", "publish"),
    "rollback": ("signpost.verbs.manuals", "rollback"),
    "extend": ("signpost.verbs.manuals", "extend"),
    "status": ("signpost.verbs.manuals", "status"),
    "extract": ("signpost.verbs.reading", "extract"),
    "ask": ("signpost.verbs.asking", "ask"),
    "chat": ("signpost.verbs.talking", "chat"),
    "converse": ("signpost.verbs.talking", "converse"),
    "telegram": ("signpost.verbs.talking", "telegram"),
    "web": ("signpost.verbs.pages", "web"),
    "people": ("signpost.verbs.people", "people"),
    "purge": ("signpost.verbs.keeping", "purge"),
    "encoder": ("signpost.verbs.machine", "encoder"),
    "demo": ("signpost.verbs.machine", "demo"),
    "dialogue": ("signpost.verbs.machine", "dialogue"),
    "evaluate": ("signpost.verbs.measuring", "evaluate"),
}


class _Verbs(click.Group):
    """Imports a verb's module only when the verb is used, so that the command starts in a moment."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        module, name = _VERBS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with a line each."""
        rows = [(name, (self.get_command(ctx, name) or click.Command(name)).get_short_help_str(80)) for name in _VERBS]
        with formatter.section("Verbs"):
            formatter.write_dl(rows)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def signpost() -> None:
    """Answers "what do I do next?" from a partnership's own safeguarding procedures, in checked quotations.

    For example: signpost ask "MASH turned down my referral, what next?" --area Ambleford
    """


def main() -> None:
    """Run the command. A ProceduresError is one sentence for a person, never a traceback."""
    try:
        signpost()
    except ProceduresError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
