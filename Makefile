# One door to everything. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check fix docs pictures bench fuzz faults clean

run: $(VENV)/run.stamp
	$(BIN)/streamlit run app.py

test: $(VENV)/dev.stamp $(VENV)/chromium.stamp
	$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.build --check

fix: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/dev.stamp
	$(BIN)/python -m docs.build

# The README's pictures, and one of every page to be looked at: pictures/index.html.
pictures: $(VENV)/dev.stamp $(VENV)/chromium.stamp
	$(BIN)/python -m docs.pictures
	$(BIN)/python -m docs.gallery

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

# Files that nobody made on purpose, for FUZZ_SECONDS (120); FUZZ_SEED repeats a run.
fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m tests.fuzz

faults: $(VENV)/dev.stamp
	$(BIN)/python -m tests.faults

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/run.stamp

# The browser tests drive Debian's Chromium. Without it, and without the right
# to install it, they are skipped and say why.
$(VENV)/chromium.stamp: | $(VENV)/bin/python
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
	    apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	  echo "Chromium is not here and could not be installed: the browser tests will say so."
	@touch $@
