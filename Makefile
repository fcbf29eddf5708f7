# Two commands do everything: `make demo` shows what it does, `make test` proves that it works.
# Every target makes .venv from requirements.lock when it is missing or out of date.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test check check-all evaluate benchmark lock

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

setup: $(READY)  ## install everything into .venv, from the lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Communiqué needs Python 3.11 or newer; name one: make PYTHON=python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## sample articles in, triples printed, API and dashboard up until Ctrl-C
	@$(BIN)/communique demo

check: setup  ## formatting, lint and types
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

test: check  ## check, then the tests on the embedded engine (and on Neo4j where NEO4J_URI is set)
	@$(BIN)/python -m pytest -m "not slow and not browser"

check-all: check  ## everything: a real Neo4j is fetched and started, slow tests run too
	@tests/neo4j/with_neo4j $(BIN)/python -m pytest

evaluate: setup  ## scores on the annotated articles beside the pinned floors (build/evaluation.json)
	@$(BIN)/python -m tests.evaluation

benchmark: setup  ## speed as ratios within one run (build/benchmark.json)
	@$(BIN)/python -m tests.benchmarks

lock: setup  ## resolve requirements.lock again (hashes, no addresses)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --extra dev --extra dask --extra communities --generate-hashes --no-emit-index-url --no-header \
	  --upgrade pyproject.toml --output-file requirements.lock
