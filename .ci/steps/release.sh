#!/usr/bin/env bash
# sources and Javadoc jars; two builds must be identical
source "$(dirname "$0")/../lib.sh"

published=(channel-annotations channel-runtime channel-processor channel-client channel-server channel-servlet channel-war
  channel-test channel-backplane-kit channel-redis channel-micrometer channel-opentelemetry channel-spring-boot channel-spring-boot-3)

JAVA_HOME=$(jdk25)
JAVA_HOME=${JAVA_HOME:-$(default_jdk)}
export JAVA_HOME
"$JAVA_HOME/bin/javac" -version

# Without the benchmarks: the generated code of the peers contains a date.
build() {
  quiet_maven clean package -DskipTests -Prelease
  find . -path './*/target/*.jar' -not -path './benchmarks/*' -print0 | sort -z | xargs -0 sha256sum >"$1"
}

first=$(mktemp)
second=$(mktemp)
build "$first"
for module in "${published[@]}"; do
  ls "$module"/target/*-sources.jar "$module"/target/*-javadoc.jar
done
build "$second"
diff "$first" "$second"
echo "$(wc -l <"$first") jars, the same in both builds"
