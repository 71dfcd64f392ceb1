# Rust and make are all that is needed.
.PHONY: book test check serve bench export browser-test clean

TOOLS := cargo run --quiet -p tools --

book: ## compile and test every chapter, run every command, render to book/
	$(TOOLS) book

test: ## every test, and the proof of the exercises
	$(TOOLS) test

check: ## formatting, lints, and what must hold of the chapters
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	$(TOOLS) check

serve: ## the book at http://localhost:3000, rendered again after each change
	$(TOOLS) serve

bench: ## the benchmarks, against CPython where it is installed
	cargo build --release -p adder
	cargo run --quiet --release -p bench

export: ## make export CHAPTER=08 TO=../my-vm
	@test -n "$(CHAPTER)" -a -n "$(TO)" || { echo "usage: make export CHAPTER=08 TO=../my-vm"; exit 1; }
	$(TOOLS) export "$(CHAPTER)" "$(TO)"

browser-test: ## every page of the book in a headless Chromium; needs node, npm and chromium
	tools/browser/run.sh

clean: ## what was built
	cargo clean
	rm -rf book src/source theme/stepper.js
