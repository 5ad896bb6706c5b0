# Two words are enough to begin: `make up` runs everything, `make test` tests everything.
PYTHON ?= python3
# Folders may have letters of any language: Python 3.11 reads some paths by the locale, and not every machine has one.
ifneq ($(shell locale charmap 2>/dev/null),UTF-8)
export LC_ALL = C.UTF-8
endif
LOCAL = .venv/bin/python -m korpu_local
.DEFAULT_GOAL := help
.PHONY: help up down test check generate lock token clock psql topic explain import bench install

help:            ## Show these words
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: install      ## Run everything (KORPU_GATEWAY_PORT, KORPU_KAFKA and KORPU_POSTGRES change where); Ctrl-C stops it
	@$(LOCAL) up

down:            ## Stop what is left running, the servers kept up for tests too
	@$(LOCAL) down

test: $(if $(ARGS),install,check) ## Check, then run every test; or run some: make test ARGS="tests/partners -k sign"
ifdef ARGS
	@.venv/bin/pytest $(ARGS)
else
	@.venv/bin/pytest -n 2 --dist loadfile --ignore tests/architecture --ignore tests/journeys --ignore tests/faults
	@.venv/bin/pytest -n 2 --dist loadfile tests/journeys
	@.venv/bin/pytest tests/faults
endif

check: install   ## Check form: ruff, mypy, imports, sizes, the lock, generated files
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/pytest -q tests/architecture

generate: install ## Write contracts, schema and pictures anew from the code
	@$(LOCAL) generate

lock:            ## Write requirements.lock anew from what the members ask for
	@uv lock --upgrade && uv export --quiet --all-packages --no-emit-workspace --no-header -o requirements.lock

token: install   ## Print a token: make token ROLE=officer UNIT=philology
	@$(LOCAL) token --role $(or $(ROLE),officer) $(UNIT:%=--unit %) $(SUBJECT:%=--subject %) $(PERSON:%=--person %)

clock: install   ## Move the clock: make clock NOW=2027-01-31T09:00, back with NOW=real
	@$(LOCAL) clock $(NOW)

psql: install    ## Open a database: make psql SERVICE=partners
	@$(LOCAL) psql $(SERVICE) -- $(ARGS)

topic: install   ## Print a topic from its beginning: make topic NAME=partners.agreements.v1
	@$(LOCAL) topic $(NAME)

explain: install ## Show the SQL and plan of a query: make explain QUERY=file.graphql ROLE=officer VARIABLES='{"first": 5}'
	@$(LOCAL) explain $(QUERY) --role $(or $(ROLE),officer) $(UNIT:%=--unit %) $(PERSON:%=--person %) \
		$(if $(VARIABLES),--variables '$(VARIABLES)')

import: install  ## Import an old register: make import FILE=old.xlsx KIND=agreements
	@$(LOCAL) import $(FILE) $(if $(KIND),--kind $(KIND)) $(if $(YES),--yes) $(ENCODING:%=--encoding %) $(DAYS:%=--days %) $(if $(EACH),--each '$(EACH)')

bench: install   ## Measure, and print the figures with machine and versions
	@.venv/bin/python -m tests.benchmarks $(ARGS)

install:
	@$(PYTHON) deploy/local/install.py
