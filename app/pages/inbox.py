"""The inbox: how the taking in of articles stands, what failed and why, and once more."""

from functools import partial

from markupsafe import Markup
from nicegui import ui
from nicegui.element import Element

from app.pages.address import place
from app.pages.frame import write
from app.pages.gate import may_write
from app.pages.markup import link, tag
from app.pages.parts import command, empty, facts, heading, section
from app.pages.visit import Visit, page
from app.pages.words import capital, many, moment, shortened
from app.submissions import Came, Inbox, Letter, Submissions
from graph_schema.errors import CommuniqueError

SHOWN = 50
LONGEST, LONGEST_PLACE = 300, 160
EVERY = 4.0  # seconds between looks
ENDS = {"taken_in": "waits", "written": "written", "duplicate": "wire copy", "dead": "not taken in"}
IN_GRAPH = ("written", "duplicate")


@page("/inbox")
async def show(visit: Visit) -> None:
    """Show the inbox, and keep it as it is now."""
    ui.page_title("Inbox · Communiqué")
    submissions, writes = visit.submissions, may_write(visit.request)
    if submissions is None:
        write(
            heading("Taking in", "Inbox"),
            empty(
                "This service only answers questions", command("communique serve"), " takes articles, too."
            ),
        )
        return
    shown = await submissions.inbox(SHOWN)
    with ui.element("div") as board:
        draw(submissions, shown, writes)

    async def again() -> None:
        nonlocal shown
        now = await submissions.inbox(SHOWN)
        if now != shown:  # else the reader's place in the page stays as it is
            shown = now
            board.clear()
            with board:
                draw(submissions, now, writes)

    ui.timer(EVERY, again, immediate=False)


def draw(submissions: Submissions, inbox: Inbox, writes: bool) -> None:
    """Write the inbox into the page."""
    write(
        heading("Taking in", "Inbox", tag("p", standing(inbox), class_="lead", role="status"), counts(inbox))
    )
    if not any(inbox.counts.values()) and not inbox.pending:
        write(
            empty(
                "Nothing has come in yet",
                command("communique ingest FILE"),
                " reads one, or a folder of them.",
            )
        )
        return
    letters(submissions, inbox, writes)
    rows = [entry(each) for each in inbox.newest]
    write(section("What came last", tag("ol", rows, class_="events stamped")))


def standing(inbox: Inbox) -> list[str | Markup]:
    """Return in a sentence who reads, and how to start somebody where nobody does."""
    waiting = f"{many(inbox.pending, 'article')} {'waits' if inbox.pending == 1 else 'wait'}"
    if inbox.attended:
        return [f"A worker is running. {waiting if inbox.pending else 'Nothing waits'}."]
    start = [
        command("communique watch"),
        " starts one, and so does ",
        command("communique serve --with-worker"),
    ]
    return [f"{waiting if inbox.pending else 'Nothing waits'}, and no worker is running. ", *start, "."]


def counts(inbox: Inbox) -> Markup:
    """Return how many articles came to which end."""
    found = inbox.counts
    return facts(
        ("Waiting", str(inbox.pending)),
        ("Written", f"{found.get('written', 0):,}"),
        ("Wire copies", f"{found.get('duplicate', 0):,}"),
        ("Not taken in", f"{found.get('dead', 0):,}"),
    )


def letters(submissions: Submissions, inbox: Inbox, writes: bool) -> None:
    """Write what could not be taken in, each with its reason and the button that lets it be read again."""
    if not inbox.letters:
        return
    more = inbox.counts.get("dead", 0) - len(inbox.letters)
    note = [f"The latest {len(inbox.letters)}. ", command("communique dead-letters list"), " has all."]
    with ui.element("section"):
        write(tag("header", tag("h2", "What could not be taken in"), tag("p", note) if more > 0 else None))
        with ui.element("ol").classes("letters"):
            for each in inbox.letters:
                with ui.element("li"):
                    write(letter(each))
                    with ui.element("div") as place_of_answer:
                        offer(submissions, each, writes, place_of_answer)


def letter(each: Letter) -> Markup:
    """Return a dead letter: why, where it was given, when, how often."""
    return tag(
        "div",
        tag("p", capital(shortened(each.reason, LONGEST)), class_="reason"),
        tag(
            "p",
            tag("span", shortened(each.given_in, LONGEST_PLACE), class_="given"),
            tag("time", moment(each.changed_at), datetime=each.changed_at.isoformat()),
            tag("small", many(each.attempts, "attempt")),
            class_="footing",
        ),
    )


def offer(submissions: Submissions, each: Letter, writes: bool, answer: Element) -> None:
    """Write the button that lets a letter be read again, or why there is none."""
    if not each.again:
        write(tag("small", "Give it again once it is mended"))
        return
    if not writes:
        write(tag("small", "A key that opens writing lets it be read again"))
        return
    label = f"Read again: {shortened(each.given_in, 80)}"
    with ui.element("button").on("click", partial(retry, submissions, each, answer)) as knob:
        knob.props["type"], knob.props["aria-label"] = "button", label
        ui.html("Read again", sanitize=False, tag="span")


async def retry(submissions: Submissions, each: Letter, answer: Element) -> None:
    """Let a letter be read again, and say so, or why not."""
    try:
        await submissions.retry(each.id)
        said = tag("small", "Waits to be read again", role="status")
    except CommuniqueError as error:
        said = tag("small", f"{capital(str(error))}.", role="alert")
    answer.clear()
    with answer:
        write(said)


def entry(each: Came) -> Markup:
    """Return an article and what became of it; one that the graph has leads to its page."""
    name = shortened(each.article, 120)
    return tag(
        "li",
        tag("time", moment(each.changed_at), datetime=each.changed_at.isoformat()),
        link(place("articles", each.article), name) if each.state in IN_GRAPH else tag("span", name),
        tag("span", shortened(each.given_in, LONGEST_PLACE)),
        tag("small", ENDS.get(each.state, each.state)),
    )
