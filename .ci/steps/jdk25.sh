#!/usr/bin/env bash
# lint and unit tests on JDK 25, with a tenth of the random samples
source "$(dirname "$0")/../lib.sh"

JAVA_HOME=$(jdk25)
export JAVA_HOME
if [ -z "$JAVA_HOME" ]; then
  echo "JDK 25 is not installed; skipped"
  exit
fi
"$JAVA_HOME/bin/javac" -version
# Containers run the same class files, so one JDK is enough for them and for the tests over sockets.
maven -T 2 clean verify -Pbench -Dcontainers.skip=true -DexcludedGroups=container \
  -Dsamples.roundtrip=1000 -Dsamples.differential=500 -Dsamples.contracts=50 -Dsamples.odd=7
