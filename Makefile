# Every target works on a bare machine: Python 3.11, make, a package index.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help demo check types lint imports fresh docs test golden gate bench style clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "letterbook needs Python 3.11 or newer; found $$($(PYTHON) -V). Try: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing letterbook into $(VENV) (once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY) ## read the sample correspondence and say what was found
	@rm -f demo.db demo.db-wal demo.db-shm demo-ledger.html
	@$(BIN)/letterbook read examples/heap --book demo.db
	@echo
	@$(BIN)/letterbook matters --limit 6 --book demo.db
	@$(BIN)/letterbook write ledger --out demo-ledger.html --book demo.db
	@echo
	@echo "The command lies in $(BIN): say $(BIN)/letterbook, or first: . $(BIN)/activate"
	@echo "  letterbook read YOUR/FOLDER     your own heap, into letterbook.db"
	@echo "  demo-ledger.html                what each side asked and promised, and what became of it"
	@echo "  letterbook serve --book demo.db the reading room: these letters in your browser"
	@echo "docs/tutorial.md walks through the letters of this sample."

check: types lint imports fresh test gate style ## everything a change must pass

types: $(READY) ## strict types: the house, the benches, the public API as a typed program
	@$(BIN)/mypy

lint: $(READY) ## ruff: faults and layout
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

imports: $(READY) ## the house's import rule
	@$(BIN)/lint-imports

fresh: $(READY) ## the generated reference is fresh
	@$(BIN)/python docs/generate.py --check

docs: fresh ## every example in the docs gives what it shows; make test asks the same
	@$(BIN)/python -m pytest -q tests/docs

test: $(READY) ## all tests
	@$(BIN)/python -m pytest

golden: $(READY) ## rewrite golden cases and the generated reference; then read the diff
	@$(BIN)/python docs/generate.py
	@$(BIN)/python -m pytest -q --golden

gate: $(READY) ## accuracy against the gold in ../shared, never below bench/floors.json
	@$(BIN)/python -m bench.gate $(ARGS)

bench: $(READY) ## speed and size, as ratios within one run (ARGS="--volumes DIR --first N --record")
	@$(BIN)/python -m bench.speed $(ARGS)

style: $(READY) ## the measures of the house: file and function lengths, docstrings, types
	@$(BIN)/python -m bench.style

clean: ## drop what the other targets made
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm demo-ledger.html build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
