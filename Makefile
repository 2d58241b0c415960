# The newsroom's commands. The two for newcomers: make demo, make test.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
NPM := PATH="$(CURDIR)/.venv/bin:$$PATH" npm
STAMP := .venv/installed
INSTRUMENTS := node_modules/.package-lock.json

# Variables of the newsroom in the caller's shell say nothing about the demo or the checks.
CLEAN := env -i PATH="$$PATH" HOME="$$HOME" LANG="$${LANG:-C.UTF-8}"
DEMO := $(CLEAN) ENV_FILE=var/demo/env
PRODUCTION := $(CLEAN) ENV_FILE= \
	SECRET_KEY=zp3Xn8wQvL5tRk2YhJ7cBm4GfDs9Ae6UxWo1NiTqPyVr0KjHgC \
	ALLOWED_HOSTS=news.example.org \
	DATABASE_URL=postgres://newsroom@db.example.org/newsroom \
	BEHIND_PROXY=on HSTS_SUBDOMAINS=on

.PHONY: setup lock demo test long walks corpora test-browser test-sqlite test-postgresql operations bench instruments lighthouse pictures search-figures desk-figures import-figures preflight-figures check format messages port up

# .venv with what requirements-dev.lock names, and variables for this checkout; nothing to do while
# both are there.
setup: $(STAMP) .env

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
	$(NPM) install --package-lock-only --silent
	@$(BIN)/python -c "$$WITHOUT_FUNDING"

# npm has no option that leaves out who asks for funding, with their addresses.
define WITHOUT_FUNDING
import json, pathlib
path = pathlib.Path("package-lock.json")
lock = json.loads(path.read_text())
for package in lock["packages"].values():
    package.pop("funding", None)
path.write_text(json.dumps(lock, indent=2) + "\n")
endef
export WITHOUT_FUNDING

# What looks at the pages: axe-core in the tests; the Nu HTML checker and Lighthouse in make check.
instruments: $(INSTRUMENTS)

$(INSTRUMENTS): package-lock.json $(STAMP)
	@echo "Installing what looks at the pages into node_modules (once) ..."
	@$(NPM) ci --silent
	@touch $@

# The suite on SQLite, its browser tests beside the rest, and on a PostgreSQL of its own or on the
# one of TEST_DATABASE_URL. The longest first.
test: setup $(INSTRUMENTS)
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target test-browser test-sqlite test-postgresql

# What measures, or is bounded in time, needs the machine for itself: make check.
MEASURED := tests/site/test_html_checker.py tests/site/test_weight.py tests/site/test_lighthouse.py tests/admin/test_hostile_files.py

# What takes minutes by itself, and says little more than the rest: make long.
WALKS := tests/site/test_accessibility.py tests/admin/test_accessibility.py
CORPORA := tests/importing/test_corpus.py tests/preflight/test_corpus.py
APART := $(MEASURED) $(WALKS) $(CORPORA)

test-browser: setup $(INSTRUMENTS)
	@TEST_DATABASE_URL= $(BIN)/python -m pytest -m browser $(APART:%=--ignore=%)

test-sqlite: setup
	@TEST_DATABASE_URL= $(BIN)/python -m pytest -m "not browser and not operations" $(APART:%=--ignore=%)

ifdef TEST_DATABASE_URL
test-postgresql: setup
	@$(BIN)/python -m pytest -m "not browser and not instrument and not anywhere and not operations"
else
test-postgresql: setup
	@$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest -m "not browser and not instrument and not anywhere and not operations"
endif

# Every page and screen in every language, width and scheme; every release that import and preflight are measured on.
long: setup $(INSTRUMENTS)
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target walks corpora

walks: setup $(INSTRUMENTS)
	@TEST_DATABASE_URL= $(BIN)/python -m pytest $(WALKS)

corpora: setup
	@TEST_DATABASE_URL= $(BIN)/python -m pytest $(CORPORA)

# The real proxy, server and database together: the cache, upgrades, backups. “make check” asks it as well.
operations: setup
	@$(BIN)/python -m tests.postgresql $(BIN)/python -m pytest -m operations tests/operations

# How fast the newsroom is, as it is deployed. In short, and against bench/expected.json: “make check” asks it as well.
# FULL=1: 1,000, 10,000 and 100,000 releases into bench/RESULTS.md, half an hour on two cores that do nothing else.
bench: setup
	@$(BIN)/python -m bench $(if $(FULL),--full)

# Lighthouse alone; “make check” asks it as well.
lighthouse: setup $(INSTRUMENTS)
	@TEST_DATABASE_URL= $(BIN)/python -m pytest tests/site/test_lighthouse.py

# The pictures in docs/images, taken anew.
pictures: setup
	@TEST_DATABASE_URL= $(BIN)/python -m pytest tests/site/test_accessibility.py tests/site/pictures.py tests/admin/guide_pictures.py

# What the search finds and how quickly, on SQLite and on PostgreSQL: docs/search.md. Minutes.
search-figures: setup
	@$(BIN)/python -m tests.search.measure

# How long a release of 40 blocks takes to open and to save, in a browser. A minute.
desk-figures: setup
	@$(BIN)/python -m tests.admin.measure

# What the import reads right, field by field: docs/import.md.
import-figures: setup
	@$(BIN)/python -m tests.importing.measure --write

# What preflight finds of the slips that were planted, and what it finds wrongly: docs/preflight-figures.md.
preflight-figures: setup
	@$(BIN)/python -m tests.preflight.measure --write

# What must hold before anything is merged, and what the instruments say: hostile files, the Nu HTML checker, the weight
# of a page, Lighthouse. Continuous integration runs it first.
check: setup $(INSTRUMENTS)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/djade --target-version 5.2 --check $$(find templates/admin -name '*.html')
	@$(PRODUCTION) DATABASE_URL=sqlite:///var/check.sqlite3 $(BIN)/python manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING
	@TEST_DATABASE_URL= $(BIN)/python -m pytest $(MEASURED)
	@$(MAKE) --no-print-directory operations
	@$(MAKE) --no-print-directory bench

# A newsroom in containers, from this checkout: docs/operators-guide.md.
up:
	@deploy/make-secrets
	@test -e deploy/newsroom.env || cp deploy/newsroom.env.example deploy/newsroom.env
	@deploy/compose up --build --detach
	@echo "The first user is administrator; the password is in deploy/secrets/administrator_password."

format: setup
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
	@$(BIN)/djade --target-version 5.2 $$(find templates/admin -name '*.html')

# Collect and compile the words of the interface. Needs gettext (Debian: apt-get install gettext).
messages: setup
	@command -v msgfmt >/dev/null || { echo "make messages needs gettext (Debian: apt-get install gettext)." >&2; exit 2; }
	@$(PRODUCTION) $(BIN)/python manage.py makemessages --locale zh_Hant --no-wrap --add-location file --ignore '.venv' --ignore 'node_modules' --ignore 'tests'
	@$(PRODUCTION) $(BIN)/python manage.py makemessages --domain djangojs --locale zh_Hant --no-wrap --add-location file --ignore '.venv' --ignore 'node_modules' --ignore 'tests' --ignore 'var'
	@$(PRODUCTION) $(BIN)/python manage.py derive_messages
	@$(PRODUCTION) $(BIN)/python manage.py compilemessages --ignore '.venv' --ignore 'node_modules'
	@$(PRODUCTION) $(BIN)/python manage.py print_roles
	@$(PRODUCTION) $(BIN)/python manage.py print_checks

# Asked before anything is installed; a refusal is one line and exit code 2.
port:
	$(eval REFUSED := $(shell $(PYTHON) newsroom/port.py '$(PORT)'))
	$(if $(REFUSED),$(error $(REFUSED)))@:

demo: port setup var/demo/env var/demo/static/staticfiles.json
	@exec $(DEMO) $(BIN)/python manage.py demo --port '$(PORT)'

# Without variables of its own, a checkout's commands are about the demo newsroom.
.env: | var/demo/env
	@cp var/demo/env $@

var/demo/env:
	@mkdir -p $(@D)
	@$(PYTHON) -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(48))' > $@.new
	@printf '%s\n' HTTPS=off DATABASE_URL=sqlite:///var/demo/newsroom.sqlite3 \
		PICTURES_DIR=var/demo/pictures STATIC_ROOT=var/demo/static LOG_LEVEL=WARNING >> $@.new
	@mv $@.new $@

# Collected anew when a file of ours or an installed package has changed.
var/demo/static/staticfiles.json: $(STAMP) $(shell find static */static -type f -not -path 'var/*' 2>/dev/null) | var/demo/env
	@$(DEMO) $(BIN)/python manage.py collectstatic --no-input --clear --verbosity 0
