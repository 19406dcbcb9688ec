#!/usr/bin/env bash
# browser tests against the examples, started with the README's command, and a stop with SIGTERM
source "$(dirname "$0")/../lib.sh"

port=18080
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT

# Arguments: the port, then options for Maven.
serve() {
  mvn -q compile exec:java -pl example -am -Dport="$1" "${@:2}" &
  local server=$!
  servers+=("$server")
  local attempt
  for attempt in $(seq 240); do
    if curl -sf "http://localhost:$1/healthz" >/dev/null; then
      return
    fi
    if ! kill -0 "$server" 2>/dev/null; then
      echo "the server on port $1 exited"
      return 1
    fi
    sleep 0.5
  done
  echo "no server on port $1 after $attempt attempts"
  return 1
}

serve 18081 -Dexec.mainClass=dev.strait.example.lucent.LucentExample
serve 18082 -Dexec.mainClass=dev.strait.example.alepha.AlephaExample
serve $port -Dauction.seconds=15

# For the test that stops and starts a server of its own.
class_path=$PWD/example/target/class-path
mvn -q compile dependency:build-classpath -pl example -am -Dmdep.outputFile="$class_path"

say "browser tests"
(
  cd example/src/test/browser
  npm ci --silent
  BASE_URL=http://localhost:$port LUCENT_URL=http://localhost:18081 ALEPHA_URL=http://localhost:18082 \
    CLASS_PATH=$PWD/../../../target/classes:$(<"$class_path") npm test
)

say "SIGTERM stops the servers and frees the port"
kill -TERM "${servers[@]}"
wait "${servers[@]}" || true
trap - EXIT
if curl -s --max-time 2 "http://localhost:$port/healthz" >/dev/null; then
  echo "port $port is still in use"
  exit 1
fi
