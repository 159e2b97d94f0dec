# `make chat` sets up what is missing and opens a conversation. Every target can be run again at any time.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help chat test check format lock clean benchmark proofs

python := .venv/bin/python
set_up := sh signpost/setup/run.sh

help:
	@echo "make chat    set up what is missing, then open a conversation (Ctrl-D ends it)"
	@echo "make test    set up, then run the tests; make test tests=tests/knowledge runs some of them"
	@echo "make check   lint, formatting, types and the imports between rooms"
	@echo "make format  bring the formatting in order"
	@echo "make lock    compile the hashed locks again; make lock upgrade=yes takes newer versions"
	@echo "make benchmark  compare the search with others' tools; beir=FOLDER peers=a,b rounds=N; see docs/benchmarks.md"
	@echo "make proofs  the load tests at full size (kills, faults, fuzz, servers that fail); see docs/proofs.md"
	@echo "make clean   remove the two environments and what set-up made of itself; var/ keeps your manuals"

chat:
	@$(set_up) chat
	@exec .venv/bin/signpost chat

test:
	@$(set_up) test
	$(python) -m pytest $(tests)

check:
	@$(set_up) check
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	.venv/bin/lint-imports

format:
	@$(set_up) check
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

lock:
	@test -x $(python) || $(set_up) check
	@$(set_up) lock $(if $(upgrade),upgrade)

beir := ../shared/data/benchmarks/or-sharc-dev
benchmark:
	@$(set_up) check
	@test -e var/encoder/manifest.json || .venv/bin/signpost encoder export
	@$(python) -m benchmarks $(beir) $(if $(peers),--peers $(peers)) $(if $(rounds),--rounds $(rounds)) $(if $(builds),--builds $(builds))

proofs:
	@$(set_up) test
	@SIGNPOST_TEST_KILLS=50 SIGNPOST_TEST_CHATS=1000 SIGNPOST_TEST_FUZZ=100000 SIGNPOST_TEST_FAILURES=all \
	  $(python) -m pytest -q tests/bot/front/telegram/test_kills.py tests/bot/front/telegram/test_many_chats.py \
	  tests/bot/front/telegram/test_fuzz.py tests/bot/front/test_failures.py

clean:
	rm -rf .venv .venv-rasa benchmarks/.envs var/setup var/log/setup signpost.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find benchmarks bot knowledge scraper signpost tests -type d -name __pycache__ -prune -exec rm -rf {} +
