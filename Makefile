# Stario: everything a person types. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help run test check bench format lock voices install install-dev clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: install voices ## everything on this machine: http://127.0.0.1:8081 is the chat
	@exec $(BIN)/python -m bot run

test: install-dev voices ## all tests against real servers (installs Chromium too)
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: install-dev ## ruff, mypy, floors of the house, complete translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/unit/house

bench: install-dev voices ## how fast things are, as ratios in one run
	@$(BIN)/python -m tests.load.bench $(ARGS)

format: install-dev ## put the code into one form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

voices: install ## the voices that no Python package carries
	@[ .voices/ready -nt requirements.lock ] || \
	  { $(BIN)/python -m workers.engines.speech.fetch --require && touch .voices/ready || true; }

lock: install-dev ## resolve the dependencies anew
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --extra local --extra engines --upgrade \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras -c requirements.lock \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements-dev.lock

install:
	@$(PYTHON) bot/embedded/install.py requirements.lock

install-dev:
	@$(PYTHON) bot/embedded/install.py requirements-dev.lock

clean: ## forget everything that was made here, data included
	rm -rf .venv .data .voices artifacts .pytest_cache .mypy_cache .ruff_cache
