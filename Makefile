# 报数 Baoshu. `make help` lists the targets. Needs make and Python 3.11 or newer, nothing else.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8050
ISSUES ?= data/issues
STORE ?= data/store
PYTEST_ARGS ?=
BROWSER ?= needed
CODE := baoshu etl dashboard tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help run test check lint format compiled bench pictures fuzz faults eval forms calibrate lock clean

help:  ## 列出各目标 · list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 10

run: $(VENV)/installed  ## 安装、抽取样例、打开看板服务 · install, extract the sample issues, serve the dashboard
	@$(BIN)/baoshu refresh $(ISSUES) --store $(STORE) || [ $$? -eq 1 ]  # 1: some files set aside, the others shown
	@$(BIN)/baoshu serve --store $(STORE) --host $(HOST) --port $(PORT)

test: $(VENV)/installed-dev $(if $(filter none,$(BROWSER)),,$(VENV)/browser)  ## 全部测试，含浏览器 · the whole suite, browser included
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint test  ## 格式、规范、类型、导入方向、测试 · format, lint, types, import directions, tests

lint: $(VENV)/installed-dev  ## 不含测试的检查 · the checks without the tests
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/installed-dev  ## 整理格式 · format the code
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

compiled: $(VENV)/installed-dev  ## 编译抽取模块（可选，需 C 编译器）· compile the extraction: optional, faster
	@$(BIN)/python scripts/compile_extraction.py

bench: $(VENV)/installed-dev  ## 测速 · measure speed
	@$(BIN)/python scripts/compile_extraction.py || true  # where that can be had, both figures are stated
	@$(BIN)/python -m benchmarks

PICTURES ?= build/pictures
pictures: $(VENV)/browser  ## 每一页的截图，两种语言、深浅两色、电脑与手机 · pictures of every page, to be looked at
	@$(BIN)/python -m tests.browser.screenshots --store $(STORE) --out $(PICTURES)

fuzz: $(VENV)/installed-dev  ## 一万个怪异请求 · ten thousand odd bodies to the callbacks
	@BAOSHU_FUZZ=10000 $(BIN)/python -m pytest -q tests/dashboard/test_guard.py

faults: $(VENV)/installed-dev  ## 故障考验，数分钟 · the promises under faults, at their counts (minutes)
	@$(BIN)/python -m tests.faults

EVAL_ARGS ?=
eval: $(VENV)/installed-dev  ## 评测，详见 build/eval.html · measure quality (EVAL_ARGS=--no-archive for the short form)
	@$(BIN)/python -m etl.evaluation $(EVAL_ARGS)

forms: $(VENV)/installed-dev $(VENV)/browser  ## 各形式与文本对照（含扫描件，数分钟）· every form held against the text
	@$(BIN)/python -m tests.forms

calibrate: $(VENV)/installed-dev  ## 拟合可信度 · fit the confidence, needs ../shared
	@$(BIN)/python -m etl.evaluation.calibration

# --no-emit-index-url: a lock names packages and hashes, never the place they came from
LOCK := pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock: $(VENV)/installed-dev  ## 更新锁定的依赖 · renew the locked dependencies
	@uv=$$(command -v uv || echo $(BIN)/uv); \
	$$uv $(LOCK) $(LOCK_ARGS) pyproject.toml --group build --output-file requirements.lock && \
	$$uv $(LOCK) $(LOCK_ARGS) pyproject.toml --group build --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock

clean:  ## 删除可再造之物（不含数据仓）· remove what can be made again (the store stays)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: what is installed is not installed again, so later runs need no network.
$(VENV)/installed: requirements.lock pyproject.toml scripts/environment.sh
	@if [ $(VENV)/installed-dev -nt $(VENV)/installed ] 2>/dev/null && [ $(VENV)/installed-dev -nt requirements.lock ] \
		&& [ $(VENV)/installed-dev -nt pyproject.toml ]; then :; else scripts/environment.sh requirements.lock; fi
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml scripts/environment.sh
	@scripts/environment.sh requirements-dev.lock
	@touch $@

$(VENV)/browser: $(VENV)/installed-dev tests/browser/provide.sh
	@tests/browser/provide.sh $@
