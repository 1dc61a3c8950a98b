# Everything runs in .venv, which the targets make themselves. Needs Python 3.11 with venv, make and git.
PYTHON ?= python3.11
BIN := .venv/bin
OUT ?= out/open-registry
UV := $(BIN)/uv pip
LOCKS := requirements/bootstrap.txt requirements/run.txt requirements/dev.txt requirements/records.txt

# Public data and reference values that lie beside a checkout are used where they are; nothing is copied.
ifneq ($(wildcard ../shared/mirror),)
export CHENGSHU_MIRROR ?= $(abspath ../shared/mirror)
endif
ifneq ($(wildcard ../shared/reference),)
export CHENGSHU_REFERENCE ?= $(abspath ../shared/reference)
endif

.PHONY: help install demo test check docs-check serve bench lock clean
.DEFAULT_GOAL := help

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)$$/make \1|\2/' | column -t -s '|'

.venv/.uv: requirements/bootstrap.txt
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) was not found. Install Python 3.11, or name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

.venv/.run: .venv/.uv requirements/run.txt requirements/records.txt pyproject.toml
	@echo "Installing the program's libraries and the public records that ship as packages ..."
	@VIRTUAL_ENV=.venv $(UV) install --quiet --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=.venv $(UV) install --quiet --require-hashes --no-deps --no-build-isolation -r requirements/records.txt
	@VIRTUAL_ENV=.venv $(UV) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@echo "Installing what the tests need ..."
	@VIRTUAL_ENV=.venv $(UV) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

install: .venv/.dev ## Make .venv with everything for work on the program

demo: .venv/.run ## Build and publish the open-registry edition into out/open-registry
	@$(BIN)/chengshu publish open-registry --out $(OUT)

test: .venv/.dev ## Run the tests
	@$(BIN)/python -m pytest -n 2

check: .venv/.dev ## Lint, types, arrows between rooms, tests, examples in the docs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n 2
	@$(BIN)/python -m pytest -q --doctest-modules --doctest-glob='*.md' src docs

serve: demo ## Serve the published folder on this machine
	@$(BIN)/chengshu serve $(OUT)

bench: .venv/.dev ## Run the benchmarks beside their yardsticks
	@$(BIN)/python -m pytest benchmarks -o testpaths=benchmarks --benchmark-columns=min,median,max,rounds --benchmark-sort=name

lock: .venv/.uv ## Write the pinned and hashed requirement files anew
	@VIRTUAL_ENV=.venv $(UV) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bootstrap.in -o requirements/bootstrap.txt
	@VIRTUAL_ENV=.venv $(UV) compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	@VIRTUAL_ENV=.venv $(UV) compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/run.txt requirements/dev.in -o requirements/dev.txt
	@VIRTUAL_ENV=.venv $(UV) compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-deps --no-build-isolation requirements/records.in -o requirements/records.txt

clean: ## Remove what was built, not the caches
	@rm -rf out out.runs build dist src/*.egg-info
