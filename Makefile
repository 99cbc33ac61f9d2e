# make run    the whole thing on one desk (HEADLESS=1: plays the first visit without a display)
# make test   lint, types, import rules, tests
# make bench  measurements with peers side by side
# make scenarios  every fault that we claim to survive, played, with a report (docs/scenarios.md)
# make site    the handbooks as a site, build/site
# make deb    the Debian packages of terminal and intake, into dist/ (VERSION=1.4.2: under another number)
# make package-test  builds them and tries them in a bare Debian without network (root; see installer/package_test.sh)
# make screens, make pictures  every page, every component as pictures, which tests compare
VENV ?= .venv
BIN := $(VENV)/bin
# more than cores: half of the tests’ time is waiting for wires
JOBS ?= 4

.PHONY: setup run test lint bench lock scenarios screens pictures voices site deb package-test

setup:
	@VENV=$(VENV) installer/setup.sh $(SETUP)

run: setup $(if $(HEADLESS),,voices)
	$(BIN)/kiosk demo $(if $(HEADLESS),--headless)

# The recorded sentences of pages that are read aloud; only what is new is made.
voices: setup
	$(BIN)/kiosk voices

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# also what tests and measurements otherwise skip: a database, a browser, a tracer (see installer/setup.sh)
test bench: SETUP = test
test: lint
	$(BIN)/pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder

bench: setup
	$(BIN)/python -m bench.bench $(MEASURE)

# The library of faults over real wires; the report with every picture is build/scenarios/index.html.
scenarios: setup
	$(BIN)/kiosk scenario run config/scenarios/faults/*.toml --data build/scenarios/data --report build/scenarios

# After a change of dependencies: pins with hashes, no address of an index.
lock:
	python3 -m venv build/lock && build/lock/bin/pip install -q pip-tools
	build/lock/bin/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	    --no-emit-find-links --all-extras --no-annotate -o installer/requirements.lock pyproject.toml
	build/lock/bin/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	    --no-emit-find-links --no-annotate -o installer/package/sbom.lock installer/package/sbom.in

# The handbooks and all other documents (docs/decisions/site.md).
site: setup
	$(BIN)/python docs/poster.py
	$(BIN)/zensical build --strict --clean -f mkdocs.yml

# Every page as a picture (docs/screens.md), from this very code; a test holds them against it.
screens: setup
	$(BIN)/python docs/screens.py

# The same, and every component in every state (tests/ui/pictures).
pictures: screens
	$(BIN)/kiosk run --save tests/ui/pictures

# Debian's own Python, whatever else is in the way: a terminal has no other.
deb:
	@installer/setup.sh deb
	@/usr/bin/python3 -m installer.package $(if $(VERSION),--version $(VERSION))

package-test:
	@installer/setup.sh package-test
	@installer/package_test.sh
