#!/usr/bin/env bash
# smoke test of the benchmarks; the fan-out benchmark also checks that no message is lost or duplicated
source "$(dirname "$0")/../lib.sh"

results=$(mktemp)

say "codec"
quiet_maven verify -DskipTests -Pbench,codec -pl benchmarks -am \
  -Dcodec.rounds=0 -Dcodec.millis=20 -Dcodec.results="$results"
grep '^| decode text' "$results"

say "runtime"
quiet_maven install -DskipTests -Pbench,runtime -pl benchmarks,channel-server -am \
  -Druntime.millis=20 -Druntime.results="$results"
grep '^| a broadcast' "$results"

say "fan-out"
quiet_maven verify -DskipTests -Pbench,fanout -pl benchmarks -am -Dfanout.servers=strait -Dfanout.jobs=w16,echo \
  -Dfanout.rounds=1 -Dfanout.seconds=1 -Dfanout.warmup=1 -Dfanout.results="$results"
grep '^| strait' "$results"

say "Java client"
quiet_maven verify -DskipTests -Pbench,client -pl benchmarks -am -Dclient.rounds=1 -Dclient.connections=50 \
  -Dclient.seconds=1 -Dclient.warmup=1 -Dclient.results="$results"
grep '^| live heap' "$results"
