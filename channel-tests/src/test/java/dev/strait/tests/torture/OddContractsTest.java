package dev.strait.tests.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.strait.tests.ContractCompiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd contracts compile without a warning, also in generated code, or are rejected with the expected diagnostic only.
 * {@code -Dsamples.odd=all} compiles all of them.
 */
class OddContractsTest {

    private static final int BATCH = 25;
    private static final int MAX_PRINTED = 3_000;

    /** Contracts that are compiled together. */
    record Batch(List<OddContract> contracts) {

        @Override
        public String toString() {
            String first = contracts.get(0).name();
            return contracts.size() == 1 ? first : first + " and " + (contracts.size() - 1) + " more";
        }
    }

    static Stream<Batch> legal() {
        List<Batch> batches = new ArrayList<>();
        List<OddContract> together = new ArrayList<>();
        for (OddContract contract : OddContracts.selected()) {
            if (contract.isLegal()) {
                if (contract.isAlone()) {
                    batches.add(new Batch(List.of(contract)));
                } else {
                    together.add(contract);
                }
            }
        }
        for (int i = 0; i < together.size(); i += BATCH) {
            batches.add(new Batch(together.subList(i, Math.min(i + BATCH, together.size()))));
        }
        return batches.stream();
    }

    static Stream<OddContract> illegal() {
        return OddContracts.selected().stream().filter(contract -> !contract.isLegal());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("legal")
    void legalContractsCompileWithoutAWarning(Batch batch) throws IOException {
        List<String> problems = problems(batch.contracts());
        if (problems.isEmpty()) {
            return;
        }
        List<String> failures = new ArrayList<>();
        for (OddContract contract : batch.contracts()) {
            List<String> own = problems(List.of(contract));
            if (!own.isEmpty()) {
                failures.add(failure(contract, own));
            }
        }
        fail(
                failures.isEmpty()
                        ? "Compiled only one by one: " + batch.contracts() + "\n" + String.join("\n", problems)
                        : String.join("\n", failures));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("illegal")
    void illegalContractsAreRejectedWithOneKindOfDiagnostic(OddContract contract) throws IOException {
        ContractCompiler.Result result = ContractCompiler.compile(contract.options(), contract.sources());
        assertThat(result.diagnostics())
                .as("%s", failure(contract, List.of(result.toString())))
                .isNotEmpty()
                .allMatch(diagnostic -> diagnostic.contains("[" + contract.problem() + "]"));
        assertThat(result.output()).isEmpty();
    }

    @Test
    void namesAreUnique() {
        assertThat(OddContracts.all()).extracting(OddContract::name).doesNotHaveDuplicates();
    }

    private static List<String> problems(List<OddContract> contracts) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        contracts.forEach(contract -> sources.putAll(contract.sources()));
        ContractCompiler.Result result =
                ContractCompiler.compile(contracts.get(0).options(), sources);
        List<String> problems = new ArrayList<>(result.diagnostics());
        if (!result.isSuccessful()) {
            problems.add("The compiler failed. " + result.output());
        }
        long channels = contracts.stream().mapToLong(OddContract::channels).sum();
        long codecs = result.generatedSources().keySet().stream()
                .filter(file -> file.endsWith("Codec.java"))
                .count();
        if (channels != codecs) {
            problems.add("The processor generated %d codecs for %d channels.".formatted(codecs, channels));
        }
        result.generatedSources().forEach((file, source) -> {
            if (source.chars().anyMatch(unit -> unit >= 0x80)) {
                problems.add(file + " has characters that are not in ASCII.");
            }
        });
        return problems;
    }

    private static String failure(OddContract contract, List<String> problems) {
        StringBuilder text = new StringBuilder(contract.name())
                .append(" failed; repeat with -Dsamples.only=")
                .append(contract.name())
                .append('\n');
        contract.sources()
                .forEach((file, source) ->
                        text.append("// ").append(file).append('\n').append(start(source)));
        problems.stream()
                .limit(20)
                .forEach(problem -> text.append(start(problem)).append('\n'));
        return text.toString();
    }

    private static String start(String text) {
        return text.length() <= MAX_PRINTED ? text : text.substring(0, MAX_PRINTED) + "...\n";
    }
}
