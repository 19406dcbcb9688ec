package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Parses the records of a contract and everything that they refer to. */
final class RecordParser {

    private final Elements elements;
    private final Sources sources;
    private final Registry registry;
    private final UnionParser unions;

    RecordParser(Elements elements, Sources sources, Registry registry, UnionParser unions) {
        this.elements = elements;
        this.sources = sources;
        this.registry = registry;
        this.unions = unions;
    }

    /** Returns a message or room key; empty if an error was reported. */
    Optional<RecordModel> parse(TypeElement record, Element usedBy) {
        if (!record.getTypeParameters().isEmpty()) {
            registry.diagnosticsFor(record, usedBy).error(Problem.RECORD_GENERIC, record, record.getSimpleName());
            return Optional.empty();
        }
        registry.record(record, List.of(), usedBy);
        parsePending();
        return registry.parsed(record);
    }

    /** Parses every type that is referred to and not parsed yet. */
    void parsePending() {
        for (Registry.Pending next = registry.nextPending(); next != null; next = registry.nextPending()) {
            if (next.isRecord()) {
                Registry.Pending record = next;
                parseComponents(record).ifPresent(model -> registry.add(record, model));
            } else {
                registry.add(next, unions.parse(next));
            }
        }
    }

    private Optional<RecordModel> parseComponents(Registry.Pending pending) {
        TypeElement record = pending.type();
        TypeModel reference = pending.reference();
        Diagnostics recordDiagnostics = registry.diagnosticsFor(record, pending.usedBy());
        ConstraintParser constraints = new ConstraintParser(recordDiagnostics);
        TypeParser types =
                new TypeParser(recordDiagnostics, registry, constraints, Bindings.of(record, pending.arguments()));
        ComponentParser components = new ComponentParser(recordDiagnostics, types, registry);
        List<ComponentModel> models = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean hasComment = registry.isInContractFile(record); // class files have none
        Map<String, String> docs = hasComment ? Mirrors.docsOfParameters(elements, record) : Map.of();
        boolean isValid = true;
        for (RecordComponentElement component : record.getRecordComponents()) {
            Optional<ComponentModel> model = components.parse(record, component, docs);
            isValid &= model.isPresent();
            if (model.isPresent()) {
                isValid &= hasUniqueNames(model.get(), names, record, component, recordDiagnostics);
                models.add(model.get());
            }
        }
        return isValid
                ? Optional.of(new RecordModel(
                        reference.name(),
                        reference.reference().orElseThrow(),
                        models,
                        hasComment ? Mirrors.doc(elements, record) : "",
                        mayRefuse(record)))
                : Optional.empty();
    }

    private static boolean hasUniqueNames(
            ComponentModel model,
            Set<String> names,
            TypeElement record,
            RecordComponentElement component,
            Diagnostics recordDiagnostics) {
        List<String> jsonNames = new ArrayList<>(model.aliases());
        jsonNames.add(model.jsonName());
        for (String name : jsonNames) {
            if (!names.add(name)) {
                Element field = ComponentParser.field(record, component);
                boolean isOwn = Collections.frequency(jsonNames, name) > 1;
                recordDiagnostics.error(
                        Problem.COMPONENT_NAME_DUPLICATE,
                        field,
                        isOwn
                                ? "Component " + model.name() + " has"
                                : "The components of " + record.getSimpleName() + " have",
                        name,
                        isOwn ? "Remove the alias." : "Choose another for one of them with @Name(\"...\").");
                return false;
            }
        }
        return true;
    }

    /** Returns whether the canonical constructor is explicit. Assumes so for records from class files. */
    private boolean mayRefuse(TypeElement record) {
        if (!sources.has(record)) {
            return true;
        }
        int count = record.getRecordComponents().size();
        for (ExecutableElement constructor : ElementFilter.constructorsIn(record.getEnclosedElements())) {
            if (constructor.getParameters().size() == count
                    && elements.getOrigin(constructor) == Elements.Origin.EXPLICIT) {
                return true;
            }
        }
        return false;
    }
}
