#!/usr/bin/env bash
# installs missing tools with apt
source "$(dirname "$0")/../lib.sh"

missing=()
require() { command -v "$1" >/dev/null || missing+=("${@:2}"); }

require mvn maven
require javac openjdk-17-jdk-headless
require node nodejs npm
require chromium chromium
require curl curl
require cc gcc libc6-dev
require taskset util-linux
require promtool prometheus
require redis-server redis-server
require redis-benchmark redis-tools

if [ "${#missing[@]}" -eq 0 ]; then
  echo "nothing is missing"
else
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
fi
