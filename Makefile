# Polybius. `make demo` sets everything up and codes the demo corpus; `make test` sets everything up and runs the tests.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# Tests of what sentences mean; all others are of programs, stores and readers.
LANGUAGE := tests/acts tests/actors tests/lexicon tests/when tests/where
COMMANDS := tests/cli tests/demo

.PHONY: demo test test-commands test-language test-programs check frames quality bench screenshots lock clean
demo: $(READY)
	$(BIN)/polybius demo

# In three runs, two beside one another, the longest first; the lines of each come when it has ended.
test: check
	$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-programs test-language test-commands

test-commands:
	$(BIN)/python -m pytest $(COMMANDS)

test-language:
	$(BIN)/python -m pytest $(LANGUAGE)

test-programs:
	$(BIN)/python -m pytest tests $(addprefix --ignore=,$(LANGUAGE) $(COMMANDS))

check: $(READY)
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

frames: $(READY)
	$(BIN)/python -m polybius.acts.check

quality: $(READY)
	$(BIN)/python benchmarks/quality.py

bench: $(READY)
	$(BIN)/python benchmarks/speed.py

# The pictures of docs/explorer.md, from the demo store.
screenshots: demo
	$(BIN)/python benchmarks/screenshots.py

# Pins every dependency with its hashes; names no registry.
lock: $(READY)
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --no-annotate --no-header --extra dev --output-file requirements.txt pyproject.toml

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Polybius needs Python 3.11 or newer: make PYTHON=python3.11 ..."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $(READY)

clean:
	rm -rf .venv src/polybius/lexicon/_compiled demo
