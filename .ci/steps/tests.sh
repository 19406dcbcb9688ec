#!/usr/bin/env bash
# all tests on the default JDK, on all containers, and the format
source "$(dirname "$0")/../lib.sh"

JAVA_HOME=$(default_jdk)
export JAVA_HOME
"$JAVA_HOME/bin/javac" -version
maven -T 2 clean verify -Pbench -Dstrait.node.required=true -Dstrait.redis.required=true
