"""The OpenAPI document keeps its word: operations alone and in sequences, right and wrong, all checks on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy  # noqa: F401 - hypothesis looks into it, even where the service has loaded but half of it
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.cli.intake import LedgerSubmissions
from app.keys import KeyRing, Scope
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph
from tests.app.serving import served

DOCUMENT = create_app(graph=None).openapi()
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT).exclude(path="/v1/stream")  # it never ends
# By operation: what is said of parameters that are right alone and wrong together, or what no schema says.
UNSAID = {
    "submit_article": (
        "give a text, an html page, or only a url",
        "give a day (2023-08-07) or a time (RFC 3339)",
    ),
    "show_positions": ("give either actor or country",),
    "show_actor_topic_network": ("nothing to divide",),
    "list_formulas": ("say whose formulas",),
    "show_network_windows": ("more than 120 windows",),
    "show_polarization": ("more than 120 windows",),
    "show_timeline": ("too short for so long a time",),
}
BOUNDED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def address(engine: Settings, world: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service answers, over the small world."""
    submissions = LedgerSubmissions(tmp_path_factory.mktemp("intake") / "ledger.sqlite")
    with served(create_app(ServiceSettings.of(engine), submissions=submissions)) as found:
        yield found


@SCHEMA.parametrize()
@settings(BOUNDED, max_examples=8)
def test_every_operation_keeps_its_word(case: schemathesis.Case[Any], address: str) -> None:
    check(case, case.call(base_url=address))


@pytest.mark.parametrize(
    "sequences", [2, pytest.param(60, marks=[pytest.mark.slow, pytest.mark.timeout(900)])]
)
def test_sequences_of_operations_keep_their_word(
    engine: Settings, world: Graph, tmp_path: Path, sequences: int
) -> None:
    """Walk from answers to questions along the document's links, and write, with a key for it."""
    del world  # it is there
    own = ServiceSettings.of(engine)
    if engine.neo4j_uri:
        own = own.model_copy(update={"data": tmp_path})
    _, secret = KeyRing(own.data).create("writer", Scope.WRITE)
    submissions = LedgerSubmissions(tmp_path / "ledger.sqlite")
    walked: set[str] = set()
    with served(create_app(own, submissions=submissions)) as found:

        class Walk(SCHEMA.as_state_machine()):  # type: ignore[misc]  # made at run time
            def get_call_kwargs(self, case: schemathesis.Case[Any]) -> dict[str, Any]:
                return {"base_url": found, "headers": {"Authorization": f"Bearer {secret}"}}

            def validate_response(self, response: Any, case: schemathesis.Case[Any], **more: Any) -> None:
                walked.add(case.operation.path)
                check(case, response)

        bounded = settings(BOUNDED, max_examples=sequences, stateful_step_count=6, phases=[Phase.generate])
        Walk.run(settings=bounded)
    assert len(walked) > min(sequences, 10)


def check(case: schemathesis.Case[Any], response: Any) -> None:
    """Run all checks on an answer; what no schema can say may be refused though the schema allows it."""
    unsaid = response.status_code == 422 and beyond_schemas(case, response.json())
    case.validate_response(response, excluded_checks=[positive_data_acceptance] if unsaid else [])


def beyond_schemas(case: schemathesis.Case[Any], problem: dict[str, Any]) -> bool:
    """Tell whether a problem is about a cursor that was made up, or about what no schema can say."""
    told = UNSAID.get(case.operation.definition.raw["operationId"], ())
    return problem["type"] == "/problems/invalid-cursor" or any(words in problem["detail"] for words in told)
