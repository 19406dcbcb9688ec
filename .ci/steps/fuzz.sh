#!/usr/bin/env bash
# Jazzer for a short time, with the same seed in every run
source "$(dirname "$0")/../lib.sh"

quiet_maven verify -Pfuzz -pl channel-tests -am -Dfuzz.seconds=60 -Dfuzz.runs=100000 -Dfuzz.seed=7 \
  -Dtest=FuzzTargetsTest -Dsurefire.failIfNoSpecifiedTests=false
grep -a '^Done [0-9]* runs' "$log"
