"""OpenAPI links: which operation goes on from an answer, with what; tools that walk the API follow them."""

from typing import Any

FIRST = "$response.body#/data/0/id"
ONE = "$response.body#/id"
# by operation: the operations that take an id out of its answer, and where the id stands
LEADS = {
    "list_statements": (FIRST, ("get_one_statement", "show_neighbors")),
    "list_actors": (
        FIRST,
        ("get_one_actor", "list_statements_of_actor", "list_topics_of_actor", "list_interlocutors"),
    ),
    "list_topics": (FIRST, ("get_one_topic", "list_statements_on_topic", "list_speakers_on_topic")),
    "list_events": (FIRST, ("get_one_event", "compare_versions")),
    "list_articles": (FIRST, ("get_one_article",)),
    "submit_article": (ONE, ("get_job",)),
}


def linked(operation: dict[str, Any]) -> None:
    """Add to an operation the links that lead on from its answer."""
    place, targets = LEADS.get(operation["operationId"], ("", ()))
    answers: dict[str, dict[str, Any]] = operation["responses"]
    if targets:
        answer = answers["200" if "200" in answers else "202"]
        answer["links"] = {target: {"operationId": target, "parameters": {"id": place}} for target in targets}
