#!/usr/bin/env bash
# the golden files match the generated code
source "$(dirname "$0")/../lib.sh"

quiet_maven verify -pl channel-processor -am -Dgolden.update=true \
  -Dtest=GoldenFilesTest -Dsurefire.failIfNoSpecifiedTests=false
grep -a 'Running .*GoldenFilesTest' "$log"
golden=channel-processor/src/test/resources/golden
if [ -n "$(git status --porcelain -- "$golden")" ]; then
  git status --short -- "$golden"
  git --no-pager diff -- "$golden"
  exit 1
fi
