package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All odd contracts, and those to check.
 *
 * <p>System properties: {@code samples.odd} is the number of contracts to check among those that are generated from tables,
 * or {@code all}; {@code samples.seed} selects others; {@code samples.only} is the name of the only contract to check.
 */
final class OddContracts {

    private static final String SAMPLES = System.getProperty("samples.odd", "70");
    private static final long SEED = Long.getLong("samples.seed", 20_261_124);
    private static final String ONLY = System.getProperty("samples.only", "");

    private OddContracts() {}

    /** Returns contracts that are generated from tables, so that many are similar, and those that take long. */
    private static List<OddContract> fromTables() {
        return Stream.of(
                        MessageNames.all(),
                        ComponentNames.all(),
                        SiblingTypes.all(),
                        ContractNames.all(),
                        Paths.all(),
                        Sizes.all())
                .flatMap(Collection::stream)
                .toList();
    }

    /** Returns contracts of which no two are similar. */
    private static List<OddContract> written() {
        return Stream.of(
                        TypeShapes.all(),
                        GenericShapes.all(),
                        RecordShapes.all(),
                        AnnotationShapes.all(),
                        CompilerModes.all())
                .flatMap(Collection::stream)
                .toList();
    }

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>(written());
        all.addAll(fromTables());
        return all;
    }

    /** Returns the contracts to check. They are the same in every run. */
    static List<OddContract> selected() {
        if (!ONLY.isEmpty()) {
            return all().stream()
                    .filter(contract -> contract.name().equals(ONLY))
                    .toList();
        }
        if (SAMPLES.equals("all")) {
            return all();
        }
        List<OddContract> sample = new ArrayList<>(fromTables());
        Collections.shuffle(sample, new Random(SEED));
        List<OddContract> selected = new ArrayList<>(written());
        selected.addAll(sample.subList(0, Math.min(Integer.parseInt(SAMPLES), sample.size())));
        return selected;
    }
}
