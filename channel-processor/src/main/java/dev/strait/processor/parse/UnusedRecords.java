package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds records that were most likely meant to be messages: they say no direction, and nothing holds them. */
final class UnusedRecords {

    private final Diagnostics diagnostics;
    private final RecordParser records;

    UnusedRecords(Diagnostics diagnostics, RecordParser records) {
        this.diagnostics = diagnostics;
        this.records = records;
    }

    /** To be called when everything else of the contract was read without a mistake; otherwise it says nothing. */
    void warn(TypeElement contract) {
        if (!diagnostics.isClean()) {
            return;
        }
        for (TypeElement type : ElementFilter.typesIn(contract.getEnclosedElements())) {
            if (type.getKind() == ElementKind.RECORD && !records.isRead(type)) {
                diagnostics.warn(Problem.RECORD_UNUSED, type, type.getSimpleName());
            }
        }
    }
}
