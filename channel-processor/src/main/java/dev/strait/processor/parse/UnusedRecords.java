package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Warns about nested records that are neither messages nor used by one. They probably lack a direction. */
final class UnusedRecords {

    private final Diagnostics diagnostics;
    private final Registry registry;

    UnusedRecords(Diagnostics diagnostics, Registry registry) {
        this.diagnostics = diagnostics;
        this.registry = registry;
    }

    /** Must be called after everything else is parsed. Does nothing if there are errors. */
    void warn(TypeElement contract) {
        if (!diagnostics.isClean()) {
            return;
        }
        for (TypeElement type : ElementFilter.typesIn(contract.getEnclosedElements())) {
            if (type.getKind() == ElementKind.RECORD && !registry.isUsed(type)) {
                diagnostics.warn(Problem.RECORD_UNUSED, type, type.getSimpleName());
            }
        }
    }
}
