# Two commands matter: `make demo` and `make test`. Both need only Python 3.11 or later, pip and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
DEMO := build/demo
DRAFT ?= corpus/drafts/weekend-drones.md
DATABASE ?= sqlite:///$(DEMO)/corpus.db
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links

.DELETE_ON_ERROR:
.PHONY: setup demo test check bench soak wheel docs lock clean

setup: .venv/.installed

# The stamp names what is installed: a changed lock or a changed pyproject installs again.
.venv/.installed: locks/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "figurecheck needs Python 3.11 or later; name one: make PYTHON=/path/to/python")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q service/figurecheck
	touch $@

demo: .venv/.installed
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/figurecheck corpus add corpus/articles --database $(DATABASE)
	$(BIN)/figurecheck check $(DRAFT) --database $(DATABASE) --explain --fail-on never
	@echo
	@echo 'The same check as a service, on this machine only:'
	@echo '    $(BIN)/figurecheck serve --port 8000 --database $(DATABASE)'
	@echo '    curl --data-binary @$(DRAFT) http://127.0.0.1:8000/v1/check'

test: .venv/.installed
	$(BIN)/python -m pytest -n 2 $(ARGS)

check: .venv/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed
	$(BIN)/python -m pytest bench --benchmark-enable -m '' $(ARGS)

soak: .venv/.installed
	$(BIN)/python -m pytest tests bench -m soak --benchmark-enable $(ARGS)

# The package with its reading of figures in C: built from the sdist, so that no compiled module lands in this checkout.
wheel: .venv/.installed
	rm -rf dist build/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/uv build --quiet --python $(BIN)/python --no-build-isolation
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target build/compiled dist/*.whl
	$(BIN)/python -m pytest tests/extraction/test_compiled.py -m soak
	$(BIN)/python -m pytest bench/test_ratios.py -k beside --benchmark-enable

docs: .venv/.installed
	$(BIN)/python docs/build.py

# Three locks, hashes in and no index address: build (makes the wheel), runtime (the image), dev (this Makefile).
lock: .venv/.installed
	$(COMPILE) --group build --output-file locks/build.txt
	$(COMPILE) pyproject.toml --all-extras --output-file locks/runtime.txt
	$(COMPILE) pyproject.toml --all-extras --group dev --output-file locks/dev.txt

clean:
	rm -rf .venv build dist
