# Shared by the steps. A step starts with: source "$(dirname "$0")/../lib.sh"
set -Eeuo pipefail
shopt -s inherit_errexit # "set -e" also applies in command substitutions
trap 'printf "%s, line %d: failed: %s\n" "${BASH_SOURCE[0]}" "$LINENO" "$BASH_COMMAND" >&2' ERR
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n-- %s\n' "$1"; }

maven() { mvn --batch-mode --no-transfer-progress "$@"; }

# Runs Maven with its output in the file $log, and prints the end of the file on failure.
log=
quiet_maven() {
  log=$(mktemp)
  maven "$@" >"$log" 2>&1 || {
    tail -50 "$log"
    return 1
  }
}

default_jdk() { dirname "$(dirname "$(readlink -f "$(command -v javac)")")"; }

# Prints the home of JDK 25 if it is installed next to the default JDK, otherwise nothing.
jdk25() {
  local home
  for home in "$(dirname "$(default_jdk)")"/*25*; do
    if [ -x "$home/bin/javac" ]; then
      echo "$home"
      return
    fi
  done
}
