"""What a person finds of a statement, beside the text: confirm it, put it right, reject it, bring it back."""

import getpass
from functools import partial

from fastapi.security import HTTPAuthorizationCredentials
from nicegui import ui
from nicegui.element import Element

from app.keys import Scope
from app.pages.frame import write
from app.pages.gate import key_in, may_write
from app.pages.markup import tag
from app.pages.parts import section
from app.pages.visit import Visit
from app.pages.words import ACTS, STANCES, capital, shortened
from app.refusals import KeyLacksScope, KeyRequired
from app.security import checked
from graph_schema.errors import CommuniqueError
from graph_schema.reviewing.acting import Asked, review
from graph_schema.reviewing.review import Review, Verdict
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.views import Passage
from graph_schema.vocabulary import Act

DONE = {Verdict.CONFIRM: "Confirmed", Verdict.CORRECT: "Corrected", Verdict.REJECT: "Rejected"}
UNCHANGED = "as it is"


def log_of(visit: Visit) -> ReviewLog:
    """Return the log of the service's data folder."""
    return ReviewLog(visit.request.state.service.state.settings.data)


def reviewer(visit: Visit) -> str:
    """Return who reviews: the name of the key that came along, else who runs the service on this machine."""
    settings = visit.request.state.service.state.settings
    given = HTTPAuthorizationCredentials(scheme="Bearer", credentials=key_in(visit.request))
    try:
        return checked(given, settings, Scope.WRITE).name
    except (KeyRequired, KeyLacksScope):
        pass
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def hands(visit: Visit, passage: Passage) -> None:
    """Write what may be done with a statement; nothing where the reader may not write."""
    if not may_write(visit.request):
        return
    key, what = passage.statement, shortened(passage.claim, 60)
    with ui.element("div").classes("hands") as place:
        button("Confirm", what, partial(settle, visit, key, Verdict.CONFIRM, Asked(), place))
        button("Correct", what, partial(form, visit, passage, place))
        button("Reject", what, partial(settle, visit, key, Verdict.REJECT, Asked(), place))


def button(label: str, what: str, act: object) -> None:
    """Write a button, named by what it is for."""
    with ui.element("button").on("click", act) as knob:  # type: ignore[arg-type]
        knob.props["type"], knob.props["aria-label"] = "button", f"{label}: {what}"
        ui.html(label, sanitize=False, tag="span")


def form(visit: Visit, passage: Passage, place: Element) -> None:
    """Write what can be put right in the place of the buttons."""
    place.clear()
    with place:
        speaker = ui.input("Speaker (id or name)")
        topic = ui.input("Main topic (id or name)")
        acts = {None: f"{ACTS[passage.act]} ({UNCHANGED})"} | {each: ACTS[each] for each in Act}
        act = ui.select(acts, value=None, label="Act")
        stances = {None: f"{STANCES[passage.stance]} ({UNCHANGED})"} | {
            each: STANCES[each] for each in (1, 0, -1)
        }
        stance = ui.select(stances, value=None, label="Stance")

        async def correct() -> None:
            asked = Asked(speaker.value.strip() or None, topic.value.strip() or None, act.value, stance.value)
            await settle(visit, passage.statement, Verdict.CORRECT, asked, place)

        button("Keep", shortened(passage.claim, 60), correct)


async def settle(visit: Visit, key: str, verdict: Verdict, asked: Asked, place: Element) -> None:
    """Keep what a person finds, and say so, or why not."""
    try:
        made = await review(visit.graph, log_of(visit), key, verdict, reviewer(visit), asked)
        said = tag("small", f"{DONE[verdict]} by {made.by}", role="status")
    except CommuniqueError as error:
        said = tag("small", f"{capital(str(error))}.", role="alert")
    place.clear()
    with place:
        write(said)


def rejected(visit: Visit) -> None:
    """Write what people rejected in this article, each with the way back."""
    gone = [
        each
        for each in log_of(visit).latest().values()
        if each.article == visit.key and each.verdict is Verdict.REJECT
    ]
    if not gone:
        return
    write(section("Rejected by people", tag("p", "Hidden everywhere else, and kept.")))
    for each in gone:
        gone_one(visit, each)


def gone_one(visit: Visit, each: Review) -> None:
    """Write one rejected statement."""
    claim = each.machine.statement.claim
    with ui.element("div").classes("note"):
        write(tag("p", shortened(claim, 220), class_="claim"), tag("small", f"Rejected by {each.by}"))
        if may_write(visit.request):
            with ui.element("div").classes("hands") as place:
                back = partial(settle, visit, each.statement, Verdict.CONFIRM, Asked(), place)
                button("Bring back", shortened(claim, 60), back)
