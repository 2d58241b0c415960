# The newsroom's commands. The two for newcomers: make demo, make test.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .venv/installed

# Variables of the newsroom in the caller's shell say nothing about the demo or the checks.
CLEAN := env -i PATH="$$PATH" HOME="$$HOME" LANG="$${LANG:-C.UTF-8}"
DEMO := $(CLEAN) ENV_FILE=var/demo/env
PRODUCTION := $(CLEAN) ENV_FILE= \
	SECRET_KEY=zp3Xn8wQvL5tRk2YhJ7cBm4GfDs9Ae6UxWo1NiTqPyVr0KjHgC \
	ALLOWED_HOSTS=news.example.org \
	DATABASE_URL=postgres://newsroom@db.example.org/newsroom \
	BEHIND_PROXY=on

.PHONY: setup lock demo test test-sqlite test-postgresql test-long check format messages port

# .venv with what requirements-dev.lock names; nothing to do while neither changes.
setup: $(STAMP)

$(STAMP): requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "make setup needs Python 3.11 or newer as $(PYTHON); name another: make setup PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "make setup needs Python's venv module (Debian: apt-get install python3-venv)." >&2; exit 2; }
	@echo "Installing what the newsroom needs into .venv (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

lock:
	$(eval COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock")
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --output-file requirements-dev.lock

# The whole suite on SQLite, then on a PostgreSQL of its own, or on the one of TEST_DATABASE_URL.
test: test-sqlite test-postgresql

test-sqlite: setup
	@TEST_DATABASE_URL= $(BIN)/python -m pytest

ifdef TEST_DATABASE_URL
test-postgresql: setup
	@$(BIN)/python -m pytest
else
test-postgresql: setup
	@$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest
endif

test-long: setup
	@TEST_DATABASE_URL= $(BIN)/python -m pytest -m long --hypothesis-profile=long
