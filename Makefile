# `make run` and `make test` do all they need by themselves; PYTHON=python3.13 takes another interpreter,
# with a virtual environment of its own beside the default one.
PYTHON ?= python3
venv := .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
bin := $(venv)/bin
setup = @scripts/setup.sh

.NOTPARALLEL:
.PHONY: help run test check format sounds icons schema bench clean

help: ## list what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: ## start the program; WORKOUT=FILE goes straight to that workout
	$(setup) run $(PYTHON) $(venv)
	@scripts/run.sh $(bin)/tempo-trainer

test: ## run all tests; ARGS='-k tempo' is handed to pytest
	$(setup) test $(PYTHON) $(venv)
	@$(bin)/pytest $(ARGS)

check: ## look for mistakes without running anything: style, format, types
	$(setup) run $(PYTHON) $(venv)
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@$(bin)/mypy

format: ## put the code into the one format
	$(setup) run $(PYTHON) $(venv)
	@$(bin)/ruff check --fix-only --quiet
	@$(bin)/ruff format

sounds: ## make assets/sounds anew
	$(setup) run $(PYTHON) $(venv)
	@$(bin)/python scripts/make_sounds.py
	@$(bin)/python scripts/make_voice.py

icons: ## make the small signs of the window anew
	$(setup) run $(PYTHON) $(venv)
	@$(bin)/python scripts/make_icons.py

schema: ## make docs/workout.schema.json anew
	$(setup) run $(PYTHON) $(venv)
	@$(bin)/python scripts/make_schema.py

bench: ## measure; ARGS is handed on
	$(setup) test $(PYTHON) $(venv)
	@$(bin)/python benchmarks/run.py $(ARGS)

clean: ## remove all that was made here, virtual environments too
	rm -rf .venv .venv-* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
