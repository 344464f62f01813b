# Two commands: `make run` and `make test`. Everything else is a part of them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

SAMPLES ?= ../shared/samples
SECONDS ?= 600
SEED ?= 1
PROCESSES ?= 2

.PHONY: help run test lint types quality fuzz clean

help:
	@echo "make run    start wetgeving op http://127.0.0.1:$(PORT)/"
	@echo "make test   stijl, typen en alle tests"
	@echo "make lint   alleen stijl (ruff)"
	@echo "make types  alleen typen (mypy)"
	@echo "make quality  schrijf docs/leesverslag.md en toon het verslag van de vergelijking (SAMPLES=...)"
	@echo "make fuzz   bestook alle lezers met kapotte invoer (SECONDS=600 SEED=1 PROCESSES=2)"
	@echo "make clean  verwijder de omgeving (niet de gegevens)"

run: $(VENV)/.run
	@PORT=$(PORT) exec $(BIN)/wetgeving serve --prepare

test: $(VENV)/.test lint types
	$(BIN)/pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

quality: $(VENV)/.run
	$(BIN)/wetgeving read --report $(SAMPLES) > docs/leesverslag.md
	@git diff --stat -- docs/leesverslag.md
	$(BIN)/python -m tests.quality --samples $(SAMPLES)

fuzz: $(VENV)/.test
	$(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED) --processes $(PROCESSES)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "wetgeving heeft Python 3.11 of nieuwer nodig")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --disable-pip-version-check --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --disable-pip-version-check --quiet --editable '.[test]'
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
