# Matters Arising: what a contributor runs. `make` alone lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The Swift runtime is linked in on Linux, so that the program runs where Swift is not installed.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
FORMATTED := Sources Tests Package.swift
MATTERS := .build/release/matters

DEMO := .build/demo
DEMO_PAPERS := Corpus/brackenmere
DEMO_AS_OF := 2024-04-01
DEMO_BODY := Communities and Environment Scrutiny Committee
DEMO_MEETING := 2024-03-12
DEMO_REPORT := $(MATTERS) report progress --register $(DEMO)/matters.sqlite \
	--body "$(DEMO_BODY)" --meeting $(DEMO_MEETING)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install what building and testing need
	@Scripts/setup

# Building needs less than testing does: no Python, nothing from its package index.
.PHONY: setup-build
setup-build:
	@Scripts/setup --build-only

.PHONY: build
build: setup-build ## build everything for debugging
	swift build

.PHONY: release
release: setup-build ## build the program: .build/release/matters
	swift build -c release $(STATIC) --product matters

.PHONY: demo
demo: release ## ingest a year of papers and write a progress report
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	$(MATTERS) ingest --register $(DEMO)/matters.sqlite $(DEMO_PAPERS)
	$(MATTERS) requests --register $(DEMO)/matters.sqlite --unresolved --as-of $(DEMO_AS_OF)
	$(DEMO_REPORT) --format markdown -o $(DEMO)/progress-report.md
	$(DEMO_REPORT) --format html -o $(DEMO)/progress-report.html
	@echo
	@echo "The register:         $(DEMO)/matters.sqlite"
	@echo "The progress report:  $(DEMO)/progress-report.md"
	@echo "                      $(DEMO)/progress-report.html"

.PHONY: test
test: setup ## lint, build, test, and validate the records against the schemas
	@Scripts/test

.PHONY: lint
lint: ## say what is not in the house format
	swift format lint --strict --recursive --parallel $(FORMATTED)

.PHONY: format
format: ## put the sources into the house format
	swift format --in-place --recursive --parallel $(FORMATTED)

# Each sanitizer keeps its own build folder: its objects fit no other build.
# Leak detection is off because the test runner itself leaks.
.PHONY: check
check: release check-web ## the longer checks: kills, crowds, browsers, sanitizers
	Scripts/stress kills 1000
	Scripts/stress imports 200
	Scripts/stress changes 200
	Scripts/hostile
	Scripts/stress full
	Scripts/stress readonly
	Scripts/stress crowd 120
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build-asan
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp \
		swift test --sanitize thread --scratch-path .build-tsan

.PHONY: bench
bench: release ## measure beside other programs; what it printed last is in Benchmarks.md
	swift build -c release $(STATIC) --product matters-bench
	Scripts/bench

.PHONY: fuzz
fuzz: setup-build ## fuzz every reader, parser and the linker; FUZZ_SECONDS for each
	Scripts/fuzz --seconds $${FUZZ_SECONDS:-600}

.PHONY: check-web
check-web: ## drive the pages in a browser, with axe on every page
	@Scripts/setup --web
	swift build --product matters
	MATTERS="$$(swift build --show-bin-path)/matters" .venv-web/bin/python Scripts/check-web

.PHONY: sbom
sbom: build ## list what the program is made of and under which licences (SPDX)
	Scripts/sbom

.PHONY: clean
clean: ## remove what building and testing made
	rm -rf .build .build-* .build_* .venv .venv-web
