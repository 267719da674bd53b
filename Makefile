# `make help` lists the commands. Everything that is installed goes into .venv and node_modules.

PYTHON ?= python3 python3.15 python3.14 python3.13 python3.12 python3.11 $(if $(EXE),python)
ADDRESS ?= 127.0.0.1:8000

# Windows has other names for the folder of an environment's programs, and for the programs.
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := .venv/$(SCRIPTS)
EXE := $(if $(filter Windows_NT,$(OS)),.exe)
# npm starts programs by name, and the build starts node: both must be the environment's own.
export PATH := $(CURDIR)/$(BIN)$(if $(EXE),;,:)$(PATH)
# Material announces the end of MkDocs 1 on every run; requirements.txt pins what works.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

##@ Read and write

.PHONY: serve
serve: .venv/.site node_modules/.site ## Build the site and show it at 127.0.0.1:8000 while you write
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

.PHONY: site
site: .venv/.site node_modules/.site ## Build the site into site/, strictly
	$(BIN)/mkdocs build --strict

.PHONY: refresh
refresh: .venv/.site node_modules/.site ## Run everything again and rewrite printed results and numbers in place
	$(BIN)/python -m guide.publishing refresh

.PHONY: chapter
chapter: named .venv/.site ## Begin a chapter that already passes: make chapter NAME=losses
	$(BIN)/python -m guide.publishing chapter "$(NAME)"

.PHONY: vendor-python
vendor-python: .venv/.site node_modules/.site ## Fetch NumPy for "Run", so that the site sends readers nowhere else for it
	$(BIN)/python -m guide.publishing vendor-python

.PHONY: named
named:
	@[ -n "$(NAME)" ] || { echo "Name the chapter: make chapter NAME=losses" >&2; exit 1; }

##@ Check

.PHONY: test
test: .venv/.test node_modules/.test site ## Run every test but the framework ones, page gates in a browser included
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m guide.publishing expand
	$(BIN)/pytest --numprocesses auto --dist loadfile --codeblocks tests build/pages

.PHONY: test-system
test-system: .venv/.test node_modules/.test site # what CI runs on systems other than Linux
	$(BIN)/pytest --numprocesses auto --dist loadfile $(if $(EXE),-m "not shell") tests/nnbyhand tests/guide

.PHONY: check
check: export THOROUGH := 1
check: lint prove test ## Check all that CI checks: format, lint, types, spelling, proofs, tests, strict build, page gates

.PHONY: lint
lint: .venv/.test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/codespell docs snippets src tests *.md

.PHONY: prove
prove: .venv/.test node_modules/.test
	$(BIN)/python -m guide.publishing check
	$(BIN)/python -m guide.machines --short

.PHONY: format
format: .venv/.test ## Format the code and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: test-frameworks
test-frameworks: .venv/.frameworks ## Compare the package with the frameworks, and run the code that uses them
	$(BIN)/python -m guide.publishing expand
	$(BIN)/pytest --codeblocks tests/frameworks build/framework-pages

.PHONY: test-wasm
test-wasm: .venv/.wasm ## Run the code of all pages in WebAssembly, and compare what it prints with the pages
	$(BIN)/python -m guide.in_page

.PHONY: machines
machines: .venv/.test node_modules/.test ## Compute all that pages print as many machines would, and keep the range of every number
	$(BIN)/python -m guide.machines

.PHONY: mutation
mutation: .venv/.mutation ## Plant faults in the package, one at a time, and count those that no test sees
	$(BIN)/python tests/mutation/survivors.py

.PHONY: newest
newest: export UV_RESOLUTION := highest
newest: .venv-newest/$(SCRIPTS)/python$(EXE) ## Check package, wheel, proofs and build with the newest versions
	$(call versions,.venv-newest)

.PHONY: oldest
oldest: PYTHON := python3.11 python3.12
oldest: export UV_RESOLUTION := lowest-direct
oldest: .venv-oldest/$(SCRIPTS)/python$(EXE) ## The same with the oldest versions that pyproject.toml allows
	$(call versions,.venv-oldest)

.PHONY: bench
bench: .venv/.frameworks ## Print the speed table, every ratio measured in one run, and keep it for the site
	KERAS_BACKEND=jax $(BIN)/python tests/bench/speed.py
	$(BIN)/python tests/bench/playground.py $(PLAYGROUND)

.PHONY: lighthouse
lighthouse: .venv/.test node_modules/.test site ## Print Lighthouse's scores for home and the chapters
	$(BIN)/python tests/browser/lighthouse.py

##@ Keep house

.PHONY: lock
lock: newest ## Write the versions that `make newest` has just proven to the lock files
	for file in requirements.txt requirements-test.txt; do \
		{ echo "-e ."; cat .venv-newest/$$file; } > $$file; done
	.venv-newest/$(SCRIPTS)/npm install --package-lock-only --ignore-scripts

.PHONY: clean
clean: ## Remove what builds and tests wrote; .venv and node_modules stay
	rm -rf site build mutants .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Nothing is shared with the environment that the pins made: no result, no page. The build comes
# before the proofs alone, for it installs the front-end parts; both name what does not hold.
define versions
	$(1)/$(SCRIPTS)/python -m pip install --disable-pip-version-check --quiet uv
	$(call resolve,$(1),requirements-test.txt,--group test)
	$(call resolve,$(1),requirements.txt,--group site --constraint $(1)/requirements-test.txt)
	$(1)/$(SCRIPTS)/uv pip install --quiet --python $(1)/$(SCRIPTS)/python --editable . \
		--requirement $(1)/requirements-test.txt
	$(1)/$(SCRIPTS)/python -VV
	$(1)/$(SCRIPTS)/uv pip list --python $(1)/$(SCRIPTS)/python
	export PATH="$(CURDIR)/$(1)/$(SCRIPTS):$$PATH" GUIDE_CACHE=$(1)/cache && \
		pytest --quiet tests/nnbyhand tests/versions && \
		mkdocs build --strict --site-dir $(1)/site && \
		python -m guide.publishing check
endef

# One universal file for all Pythons and systems. A package may stand there twice: the newest NumPy
# leaves the oldest Python out. UV_RESOLUTION says whether the newest versions or the oldest.
define resolve
$(1)/$(SCRIPTS)/uv pip compile --quiet --universal --fork-strategy requires-python --python-version 3.11.5 \
		--no-header --no-annotate --no-emit-index-url --output-file $(1)/$(2) $(3) pyproject.toml
endef

# What stops pip and npm is often a certificate; they do not name the variable that adds one.
define install
@echo "$(1)"; $(1) || { echo "Behind a proxy with a certificate of its own? Set" \
	"$(2)=/path/to/certificate.pem, and HTTPS_PROXY=http://host:port where it must be named." >&2; exit 1; }
endef
pip = $(call install,$(BIN)/python -m pip install --disable-pip-version-check $(1),PIP_CERT)
npm = $(call install,$(BIN)/npm ci $(1) --no-audit --no-fund,NODE_EXTRA_CA_CERTS)

# Stamps: a file that says what is installed, so that the second start installs nothing.

# Those of `make newest` and `make oldest` are made anew each time: PYTHON may be another one.
.PHONY: .venv-newest/$(SCRIPTS)/python$(EXE) .venv-oldest/$(SCRIPTS)/python$(EXE)

$(BIN)/python$(EXE) .venv-newest/$(SCRIPTS)/python$(EXE) .venv-oldest/$(SCRIPTS)/python$(EXE):
	@for python in $(PYTHON); do \
		if $$python -c '$(FITS)' 2>/dev/null; then exec $$python -m venv --clear $(@:/$(SCRIPTS)/python$(EXE)=); fi; \
		is=$$($$python -c '$(IS)' 2>/dev/null || echo "not found, or not Python 3"); \
		tried="$$tried; $$python is $$is"; \
	done; \
	echo "Needed: Python 3.11.5 to 3.15 with its modules venv and ensurepip" >&2; \
	echo "(on Debian and Ubuntu they come with the package python3-venv)." >&2; \
	echo "Tried$${tried#;}. Choose one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; \
	exit 1

# A Python that is younger than the pins has no wheels of them, and would compile for an hour.
FITS = import sys, venv, ensurepip; sys.exit(not (3, 11, 5) <= sys.version_info[:3] < (3, 16))
IS = import sys; from importlib.util import find_spec; \
	print("%d.%d.%d" % sys.version_info[:3] + ("" if find_spec("ensurepip") else " without ensurepip"))

.venv/.site: requirements.txt | $(BIN)/python$(EXE)
	$(call pip,--quiet -r requirements.txt)
	@touch $@

.venv/.test: requirements-test.txt | $(BIN)/python$(EXE)
	$(call pip,--quiet -r requirements-test.txt)
	@touch $@ .venv/.site

.venv/.frameworks: requirements-frameworks.txt .venv/.test
	$(call pip,-r requirements-frameworks.txt)
	@touch $@

.venv/.wasm: requirements-wasm.txt .venv/.test
	$(call pip,--quiet -r requirements-wasm.txt)
	@touch $@

.venv/.mutation: requirements-mutation.txt .venv/.test
	$(call pip,--quiet -r requirements-mutation.txt)
	@touch $@

# `npm ci` empties node_modules first, and so takes the other stamp away with what it stood for.
node_modules/.site: package-lock.json | .venv/.site
	$(call npm,--omit=dev)
	@touch $@

node_modules/.test: package-lock.json | .venv/.test
	$(call npm,)
	@touch $@ node_modules/.site
