"""The action server: Rasa's calls in, the executor's answers out, on loopback.

rasa_sdk's own server listens on every address, answers any origin, and sends a failed call's text back (which Rasa may
log). This one has the two addresses that are needed and does none of that.
"""

import json
import logging
import zlib
from collections.abc import Callable

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as answer_json

from bot.actions.answering import Answer, BeginAgain, Fallback
from bot.actions.guided import AskFor, FindStage, LeaveForm, ValidateFindStage
from bot.actions.stage_answers import SLOTS
from bot.actions.talk import Talk
from bot.actions.turns import Clock

logger = logging.getLogger(__name__)


def executor_of(talk: Talk, clock: Clock) -> ActionExecutor:
    """All actions of the domain, bound to what they ask."""
    executor = ActionExecutor()
    for action in (
        Answer(talk, clock),
        BeginAgain(talk, clock),
        Fallback(talk, clock),
        FindStage(talk, clock),
        LeaveForm(clock),
        ValidateFindStage(),
        *(AskFor(slot, clock) for slot in SLOTS),
    ):
        executor.register_action(action)
    return executor


def application(executor: ActionExecutor) -> Sanic:  # type: ignore[type-arg]  # Sanic's parameters are its own affair
    """The server's application: POST /webhook for Rasa, GET /health for whoever waits for it."""
    app = Sanic("signpost_actions", configure_logging=False)

    @app.get("/health")
    async def health(_: Request) -> HTTPResponse:
        return answer_json({"status": "ok"})

    @app.post("/webhook")
    async def webhook(request: Request) -> HTTPResponse:
        try:
            result = await executor.run(_call_in(request))
        except ActionExecutionRejection as rejected:
            return answer_json({"error": rejected.message, "action_name": rejected.action_name}, status=400)
        except ActionNotFoundException as missing:
            return answer_json({"error": missing.message, "action_name": missing.action_name}, status=404)
        except Exception as error:  # its text may hold a message's, so only its kind is told
            logger.error("an action failed: %s", type(error).__name__)
            return answer_json({"error": "failed"}, status=500)
        return answer_json(result.model_dump() if result else None)

    return app


def serve(talk: Talk, clock: Clock, *, host: str, port: int, started: Callable[[], None] = lambda: None) -> None:
    """Serve until told to stop. `started` runs once the server is about to listen."""
    logging.getLogger("sanic").setLevel(logging.WARNING)
    app = application(executor_of(talk, clock))
    started()
    app.run(host=host, port=port, single_process=True, access_log=False, motd=False, debug=False)


def _call_in(request: Request) -> dict[str, object]:
    body = request.body
    if request.headers.get("Content-Encoding") == "deflate":
        body = zlib.decompress(body)
    call: dict[str, object] = json.loads(body)
    return {"domain": {}, **call}  # no action reads the domain, so Rasa need not send it; the executor insists on one
