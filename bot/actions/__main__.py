"""`python -m bot.actions --port N`: serve Rasa's actions over the published generation, until told to stop."""

import argparse
import logging
import sys
from datetime import datetime
from pathlib import Path

from bot.actions import leash
from bot.actions.server import serve
from bot.actions.talk import Conversations
from knowledge.calendar import LONDON
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.errors import ProceduresError
from knowledge.library import Library, verified_points

_REGISTER = "contacts.toml"


def main() -> int:
    """Open the library and serve. Exit status 1, with one sentence, where it cannot be opened."""
    told = _arguments().parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    leash.hold()
    register = told.home / _REGISTER
    try:
        library = Library(told.home, OnnxEncoder(told.encoder), verified_points(register))
    except ProceduresError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    serve(Conversations(library), lambda: datetime.now(LONDON), host=told.host, port=told.port)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.actions", description=__doc__)
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on; loopback unless a container's own network"
    )
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument(
        "--home", type=Path, required=True, help="the folder with the published generation and contacts.toml"
    )
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the exported encoder")
    return parser


if __name__ == "__main__":
    sys.exit(main())
