# Two commands for a newcomer: make demo, make test. Both set up what is missing first.

PYTHON ?= python3
# Of a caller: every process would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
V := .venv
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
HURUF := fontconfig fonts-urw-base35 fonts-liberation2 hunspell-id
UJI := poppler-utils libreoffice-writer-nogui chromium nginx-light libatomic1 wamerican openssl

.PHONY: demo test quick long endurance crash check roots look gambar bench measure format kunci bundle sbom skema aturan terjemahan clean

demo: $(V)/siap
	$(V)/bin/nota susun
	@echo "Lihat folder output/ (atau: make look)."

test: $(V)/siap-uji
	$(V)/bin/pytest -n 2 --dist worksteal -m "not long"

# Under a minute on two cores: while one works.
quick: $(V)/siap-uji
	$(V)/bin/pytest -n 2 -m "not browser and not office and not processes and not slow and not long"

# Under half an hour.
long: $(V)/siap-uji
	$(V)/bin/pytest -n 2 --dist worksteal -m long --ignore tests/hands

# Kills at every call of every act, many hands at once for minutes: as long as it takes.
endurance: $(V)/siap-uji
	$(V)/bin/pytest -n 2 --dist worksteal -m long tests/hands

# Every state in which the power may leave the disk, of every act that writes; a part of `make long` too.
crash: $(V)/siap-uji
	$(V)/bin/pytest -n 2 tests/crash

check: $(V)/siap-uji
	$(V)/bin/ruff format --check src tests
	$(V)/bin/ruff check src tests
	$(V)/bin/mypy
	$(V)/bin/lint-imports --no-cache

# Both commands in bare roots of Debian 12 and 13; as root, with debootstrap. OPSI_ROOTS=--remove takes the roots away.
roots:
	tests/roots.sh $(OPSI_ROOTS)

look: $(V)/siap-uji
	$(V)/bin/nota susun --format pdf,docx
	$(V)/bin/python tests/look.py

gambar: $(V)/siap-uji
	$(V)/bin/pytest tests/web/test_pictures.py --perbarui

bench: $(V)/siap-uji
	PYTHONPATH=tests $(V)/bin/python -m bench $(OPSI_BENCH)

measure: $(V)/siap-uji
	$(V)/bin/python tests/measure.py

format: $(V)/siap-uji
	$(V)/bin/ruff format src tests
	$(V)/bin/ruff check --fix src tests

skema: $(V)/siap
	$(V)/bin/nota skema > docs/kesepakatan.schema.json

aturan: $(V)/siap
	$(V)/bin/python tests/aturan.py

terjemahan: $(V)/siap
	cd src/notakesepakatan/cli/locale/id/LC_MESSAGES && $(CURDIR)/$(V)/bin/pybabel -q compile -i messages.po -o messages.mo

# Pinned versions with hashes, anew from pyproject.toml.
kunci: $(V)/siap
	$(V)/bin/pip install -q uv
	$(V)/bin/uv pip compile -q pyproject.toml --group build $(OPSI_KUNCI) -o .ci/requirements.txt
	$(V)/bin/uv pip compile -q pyproject.toml --group dev $(OPSI_KUNCI) -o .ci/requirements-dev.txt
OPSI_KUNCI := --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate

# The one file of others that the desk serves, anew from its pinned packages; docs/decisions/0009 says why it is kept.
bundle: $(V)/siap-uji
	node .ci/prosemirror/build.js src/notakesepakatan/web/static/prosemirror.js

# What a set-up is made of, as CycloneDX: from the pinned versions, so the same bytes each time.
sbom: $(V)/siap-uji
	env -u SOURCE_DATE_EPOCH $(V)/bin/python -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml \
	  --output-reproducible --output-format JSON --output-file output/sbom.json .ci/requirements.txt

clean:
	rm -rf $(V) output/*/

$(V)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Butuh Python 3.11 atau lebih baru."; exit 1; }
	.ci/apt --venv
	$(PYTHON) -m venv $(V)

$(V)/siap: .ci/requirements.txt pyproject.toml .ci/apt | $(V)/bin/python
	.ci/apt $(PANGO) $(HURUF)
	$(V)/bin/pip install -q --disable-pip-version-check --require-hashes -r .ci/requirements.txt
	$(V)/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(V)/siap-uji: .ci/requirements-dev.txt tests/web/package-lock.json .ci/prosemirror/package-lock.json $(V)/siap
	.ci/apt $(UJI)
	command -v npm >/dev/null || .ci/apt npm
	npm ci --silent --no-audit --no-fund --prefix tests/web
	npm ci --silent --no-audit --no-fund --prefix .ci/prosemirror
	$(V)/bin/pip install -q --disable-pip-version-check --require-hashes -r .ci/requirements-dev.txt
	@touch $@
