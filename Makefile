# make demo   set everything up, read the example pile, print the brief
# make test   the tests
# make check  format, lint, types, imports, docs, quality floors
# make bench  the benchmarks whose tables docs/ quotes
# make bench-accuracy  the development split of the public sets (needs DATA=DIR)
# make bench-speed  reading beside spaCy and textacy, in one run (needs the extra `bench`)
# make fuzz   new examples for the property tests; random and damaged files for every format of intake and for the reader
#             (needs the extra `fuzz`; FUZZ_SECONDS=N each)
# make audit  known vulnerabilities of what it depends on (needs the extra `audit` and the network; see docs/security.md)
# make train  the reader, going on from the weights that ship (needs the extra `train` and DATA=DIR)

PYTHON ?= python3
BIN := .venv/bin
# ONNX Runtime reports its use to its makers unless told not to; benchmarks and the training load it themselves.
export ORT_DISABLE_TELEMETRY := 1
DATA ?= ../shared/data/benchmarks
RUN ?= .train/run
FUZZ_SECONDS ?= 120
FORMATS ?= txt md html pdf docx jsonl json rss eml mbox warc warc.gz zip unnamed sources mailbox reader
# Vulnerabilities that do not touch Dragoman, `--ignore-vuln ID` each; docs/security.md says why of every one.
ACCEPTED ?=

.PHONY: demo test check bench bench-accuracy bench-speed fuzz audit train readme clean

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: .venv/installed
	rm -f demo.ledger*
	$(BIN)/dragoman read examples --into demo.ledger
	$(BIN)/dragoman brief demo.ledger Azerbaijan Israel

test: .venv/installed
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m dragoman.cli.reference --check
	$(BIN)/python -m dragoman.reference --check
	$(BIN)/python -m benchmarks.accuracy.floors

bench: .venv/installed
	$(BIN)/python -m benchmarks.speed.ledger
	$(BIN)/python -m benchmarks.accuracy.floors --print

bench-accuracy: .venv/installed
	$(BIN)/python -m benchmarks.accuracy.development --data $(DATA)

bench-speed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m benchmarks.speed.reading

fuzz: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	nice $(BIN)/python -m pytest -m property --hypothesis-profile=new
	set -e; for each in $(FORMATS); do nice $(BIN)/python -m benchmarks.fuzz $$each --seconds $(FUZZ_SECONDS); done

audit: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[audit]'
	$(BIN)/python -m pip_audit --requirement constraints.txt --no-deps --disable-pip --strict $(ACCEPTED)

train: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	mkdir -p $(RUN)
	$(BIN)/python -m training.coder --data $(DATA) --into $(RUN)/coder.npz
	$(BIN)/python -m training.opinions --data $(DATA) --coder $(RUN)/coder.npz --into $(RUN)/taught.npz
	$(BIN)/python -m training.train --data $(DATA) --into $(RUN) --taught $(RUN)/taught.npz
	$(BIN)/python -m training.export --from $(RUN)

readme: .venv/installed
	$(BIN)/python -m benchmarks.readme
	$(BIN)/python -m benchmarks.tutorial

clean:
	rm -rf .venv .train .fuzz build dist demo.ledger*
