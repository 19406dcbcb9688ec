#!/usr/bin/env bash
# socket tests on one core with two busy loops, many times; takes hours, only on demand
#
# Finds tests that depend on a fast machine. Stops at the first failure. STARVED_EMBEDDED_RUNS and STARVED_CONTAINER_RUNS
# change the number of runs.
source "$(dirname "$0")/../lib.sh"

core=0
embedded_runs=${STARVED_EMBEDDED_RUNS:-20}
container_runs=${STARVED_CONTAINER_RUNS:-3}

# Built once, at full speed. Goals without a lifecycle find other modules only in the local repository, so the test modules
# are installed too.
say "build"
quiet_maven clean install -DskipTests -Dmaven.install.skip=false

loops=()
trap 'kill "${loops[@]}" 2>/dev/null || true' EXIT
for _ in 1 2; do
  taskset -c $core bash -c 'while :; do :; done' &
  loops+=("$!")
done

# Arguments: the module, the number of runs, then the goals and options.
starve() {
  local module=$1 runs=$2 run start
  shift 2
  for ((run = 1; run <= runs; run++)); do
    start=$SECONDS
    if ! taskset -c $core mvn -B -q -nsu -Dmaven.test.redirectTestOutputToFile=true "$@" -pl "$module"; then
      printf 'FAILED: %s, run %d of %d; see %s/target/surefire-reports\n' "$module" "$run" "$runs" "$module"
      exit 1
    fi
    printf '%s, run %d of %d: ok, %d s\n' "$module" "$run" "$runs" $((SECONDS - start))
  done
}

# Each module runs its tests with the transport of the container and then with the portable one.
both=(surefire:test@default-test surefire:test@portable)

say "embedded server"
starve channel-tests "$embedded_runs" "${both[@]}" -Dgroups=container

say "containers"
for pom in container-tests/*/pom.xml; do
  starve "$(dirname "$pom")" "$container_runs" "${both[@]}"
done

say "WARs"
for pom in war-tests/*/pom.xml; do
  starve "$(dirname "$pom")" "$container_runs" surefire:test@default-test
done
