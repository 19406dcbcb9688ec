#!/usr/bin/env bash
# browser tests against the examples, a check of alerts against their meters, and a stop with SIGTERM
source "$(dirname "$0")/../lib.sh"

port=18080
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT

# Arguments: the module, the port, a path that answers when the server is up, then options for Maven.
serve() {
  mvn -q compile exec:java -pl "$1" -am -Dport="$2" -Dserver.port="$2" "${@:4}" &
  local server=$!
  servers+=("$server")
  local attempt
  for attempt in $(seq 240); do
    if curl -sf "http://localhost:$2$3" >/dev/null; then
      return
    fi
    if ! kill -0 "$server" 2>/dev/null; then
      echo "the server on port $2 exited"
      return 1
    fi
    sleep 0.5
  done
  echo "no server on port $2 after $attempt attempts"
  return 1
}

serve example 18081 /healthz -Dexec.mainClass=dev.strait.example.lucent.LucentExample
serve example 18082 /healthz -Dexec.mainClass=dev.strait.example.alepha.AlephaExample
serve example $port /healthz -Dauction.seconds=15
serve example-spring 18089 /actuator/health

# For the tests that stop and start servers of their own.
mvn -q compile dependency:build-classpath -pl example,example-react,example-cluster -am -Dmdep.outputFile=target/class-path
class_path() { printf '%s:%s' "$PWD/$1/target/classes" "$(<"$1/target/class-path")"; }
CLASS_PATH=$(class_path example)
REACT_CLASS_PATH=$(class_path example-react)
CLUSTER_CLASS_PATH=$(class_path example-cluster)
export CLASS_PATH REACT_CLASS_PATH CLUSTER_CLASS_PATH

say "front end of example-react, also with React for development, whose strict mode runs effects twice"
(
  cd example-react/frontend
  npm ci --silent
  npm run --silent build -- --logLevel warn
  NODE_ENV=development npm exec --silent -- \
    vite build --mode development --outDir ../target/development --emptyOutDir --logLevel warn
)

say "browser tests"
(
  cd example/src/test/browser
  npm ci --silent
  BASE_URL=http://localhost:$port LUCENT_URL=http://localhost:18081 ALEPHA_URL=http://localhost:18082 \
    SPRING_URL=http://localhost:18089 npm test
)

say "alerts and dashboard"
node docs/monitoring/check.mjs http://localhost:18089/actuator/prometheus

say "SIGTERM stops the servers and frees the port"
kill -TERM "${servers[@]}"
wait "${servers[@]}" || true
trap - EXIT
if curl -s --max-time 2 "http://localhost:$port/healthz" >/dev/null; then
  echo "port $port is still in use"
  exit 1
fi
