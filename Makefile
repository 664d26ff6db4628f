# Every target finds a Python, makes or mends .venv, and hands over to tools/.
# Variables can be given after the target or in the environment.
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT PYTHON ARGS

PY := @sh tools/python.sh
COMPILE := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --quiet $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench requirements clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' Makefile

setup:  ## Make or mend .venv (PYTHON=python3.13 chooses the interpreter)
	$(PY) -m tools.environment

run:  ## Serve the site with demo content (HOST=127.0.0.1 PORT=8000)
	$(PY) -m tools.run

test:  ## Run every test on SQLite and PostgreSQL (ARGS="-k name" goes to pytest)
	$(PY) -m tools.test

check:  ## Check format, lint, types, import order, templates, migrations, deployment
	$(PY) -m tools.check

bench: setup  ## Measure, on a folder of data if DATA= names one
	@.venv/bin/python -m bench.references $(DATA)

requirements: setup  ## Compile requirements/ from pyproject.toml (ARGS=--upgrade renews)
	$(COMPILE) --output-file requirements/base.txt
	$(COMPILE) --extra dev --output-file requirements/dev.txt

clean:  ## Remove .venv and everything made, but keep the database and media in var/
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis var/static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
