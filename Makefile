# Wegwijs. `make` lists what there is to do; people and CI use the same verbs.
.DEFAULT_GOAL := help
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
UV := .build/uv/bin/uv
PORT ?= 8080
# What runs side by side: the rest starts browsers and breaks servers off, which need the machine for themselves.
CONVERSING := rasa_compatibility cli mailbox_sample request_conversations requests sample_of_35 transcripts danger_heard
PARALLEL := $(patsubst %,tests/functional/test_%.py,$(CONVERSING)) tests/test_architecture.py tests/unit tests/questions
STEP := @printf '\033[1m── %s\033[0m\n'

.PHONY: help run train widget env env-dev test check format lock evaluate clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: env ## set up what is missing and serve on http://localhost:$(PORT)/demo
	@$(MAKE) -j2 --output-sync=line widget train
	$(STEP) "Wegwijs start"
	@exec $(BIN)/wegwijs serve --port $(PORT)

train: env ## build the model, if data, knowledge or settings changed
	$(STEP) "Model"
	@$(BIN)/wegwijs train --if-changed --no-validation

test: env-dev widget train tests/provider/node_modules/.package-lock.json ## run every test
	$(STEP) "Tests"
	@bash scripts/chromium.sh
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(PARALLEL)
	@$(BIN)/python -m pytest $(addprefix --ignore=,$(PARALLEL))
	@cd widget && PATH="$(abspath $(BIN)):$$PATH" npm test --silent

check: env-dev widget ## ruff, mypy --strict, TypeScript, and wegwijs check
	$(STEP) "Checks"
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@cd widget && PATH="$(abspath $(BIN)):$$PATH" npm run --silent check
	@$(BIN)/wegwijs check

format: env-dev ## format and mend what ruff can
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

evaluate: env train ## measure the model on tests/eval
	@mkdir -p var && $(BIN)/wegwijs evaluate tests/eval/questions.jsonl --html var/evaluation.html >var/evaluation.json
	@$(BIN)/python -m benchmarks.understanding
	@echo "Per vraag: var/evaluation.html"

lock: $(UV) ## resolve requirements/*.in anew into hash-pinned files
	@for name in runtime dev; do $(UV) pip compile requirements/$$name.in --override requirements/overrides.txt \
		--python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --quiet \
		--output-file requirements/$$name.txt; done

clean: ## remove the environment, the built files and the models (not the database)
	rm -rf $(VENV) .build widget/node_modules widget/dist tests/provider/node_modules models

# ── the environment ──

env: .build/env.stamp ## make the Python environment that Wegwijs runs in
env-dev: .build/env-dev.stamp ## make it with what tests and checks need besides

$(UV): requirements/uv.txt
	$(STEP) "uv, dat de Python-omgeving maakt"
	@rm -rf .build/uv && $(PYTHON) -m venv .build/uv
	@.build/uv/bin/python -m pip install --quiet --require-hashes --disable-pip-version-check -r requirements/uv.txt
	@touch $@

$(BIN)/python: | $(UV)
	@$(UV) venv --quiet --python $(PYTHON) $(VENV)

.build/env.stamp: requirements/runtime.txt pyproject.toml | $(UV) $(BIN)/python
	$(STEP) "Python-omgeving (eerste keer: 1 tot 3 minuten)"
	@test -e .build/env-dev.stamp || $(UV) pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements/runtime.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.build/env-dev.stamp: requirements/dev.txt pyproject.toml | $(UV) $(BIN)/python
	$(STEP) "Python-omgeving met testgereedschap"
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements/dev.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@ .build/env.stamp

# ── the OpenID Connect provider of the tests ──

tests/provider/node_modules/.package-lock.json: tests/provider/package-lock.json | .build/env.stamp
	$(STEP) "OpenID Connect-provider voor de tests"
	@bash scripts/node.sh $(UV) $(BIN)
	@cd tests/provider && PATH="$(abspath $(BIN)):$$PATH" npm ci --silent --no-audit --no-fund
	@touch $@

# ── the widget ──

WIDGET_SOURCES := $(shell find widget/src -type f 2>/dev/null) widget/package.json widget/package-lock.json widget/build.mjs

widget: widget/dist/panel.html ## build the widget's files

widget/dist/panel.html: $(WIDGET_SOURCES) | .build/env.stamp
	$(STEP) "Widget"
	@bash scripts/node.sh $(UV) $(BIN)
	@cd widget && export PATH="$(abspath $(BIN)):$$PATH" && npm ci --silent --no-audit --no-fund && npm run --silent build
	@touch $@
