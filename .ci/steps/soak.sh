#!/usr/bin/env bash
# minutes of load, pauses, deaf clients, too few file descriptors; prints figures; only on demand
source "$(dirname "$0")/../lib.sh"

JAVA_HOME=$(default_jdk)
export JAVA_HOME
quiet_maven test -Psoak -pl channel-tests -am
grep '^soak: ' "$log"
