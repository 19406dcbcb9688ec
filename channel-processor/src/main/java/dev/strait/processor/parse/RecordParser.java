package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the records of one contract, each once. */
final class RecordParser {

    private static final int MOST_COMPONENTS = 64;

    private final Diagnostics diagnostics;
    private final Elements elements;
    private final TypeElement contract;
    private final ComponentParser components;

    /** What was read so far, in the order of reading; empty where it was refused. */
    private final Map<TypeElement, Optional<RecordModel>> known = new LinkedHashMap<>();

    private final Set<TypeElement> underWay = new HashSet<>();

    /** Names of generated methods and constants that are taken, without their case. */
    private final Set<String> ids = new HashSet<>();

    RecordParser(Diagnostics diagnostics, Elements elements, TypeElement contract) {
        this.diagnostics = diagnostics;
        this.elements = elements;
        this.contract = contract;
        ConstraintParser constraints = new ConstraintParser(diagnostics);
        this.components = new ComponentParser(diagnostics, new TypeParser(diagnostics, this, constraints), constraints);
    }

    /**
     * The record; empty where it was refused.
     *
     * @param where what uses it, for mistakes of which the record itself cannot tell
     */
    Optional<RecordModel> parse(TypeElement record, Element where) {
        Optional<RecordModel> before = known.get(record);
        if (before != null) {
            return before;
        }
        if (!underWay.add(record)) {
            diagnostics.error(Problem.RECORD_RECURSIVE, where, record.getSimpleName());
            return Optional.empty();
        }
        Optional<RecordModel> read = isFit(record, where) ? read(record) : Optional.empty();
        underWay.remove(record);
        known.put(record, read);
        return read;
    }

    boolean isRead(TypeElement record) {
        return known.containsKey(record);
    }

    /** All that are right, in the order of reading. */
    List<RecordModel> all() {
        return known.values().stream().flatMap(Optional::stream).toList();
    }

    private boolean isFit(TypeElement record, Element where) {
        if (!outermost(record).equals(outermost(contract))) {
            diagnostics.error(Problem.RECORD_ELSEWHERE, where, record.getSimpleName(), contract.getSimpleName());
            return false;
        }
        if (!Mirrors.isReachable(record)) {
            diagnostics.error(Problem.RECORD_HIDDEN, record, record.getSimpleName());
            return false;
        }
        if (!record.getTypeParameters().isEmpty()) {
            diagnostics.error(Problem.RECORD_GENERIC, record, record.getSimpleName());
            return false;
        }
        int count = record.getRecordComponents().size();
        if (count > MOST_COMPONENTS) {
            diagnostics.error(Problem.RECORD_TOO_LARGE, record, record.getSimpleName(), count);
            return false;
        }
        for (AnnotationMirror annotation : record.getAnnotationMirrors()) {
            if (ConstraintParser.isConstraint(annotation)) {
                diagnostics.error(
                        Problem.RECORD_CONSTRAINED,
                        record,
                        annotation,
                        Mirrors.simpleNameOf(annotation),
                        record.getSimpleName());
                return false;
            }
        }
        return true;
    }

    private Optional<RecordModel> read(TypeElement record) {
        List<ComponentModel> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean isRight = true;
        for (RecordComponentElement component : record.getRecordComponents()) {
            Optional<ComponentModel> model = components.parse(record, component);
            isRight &= model.isPresent();
            if (model.isPresent()) {
                isRight &= isNew(model.get(), names, record, component);
                read.add(model.get());
            }
        }
        return isRight
                ? Optional.of(new RecordModel(ClassName.get(record), id(record), read, mayRefuse(record)))
                : Optional.empty();
    }

    private boolean isNew(
            ComponentModel model, Set<String> names, TypeElement record, RecordComponentElement component) {
        List<String> own = new ArrayList<>(model.aliases());
        own.add(model.jsonName());
        for (String name : own) {
            if (!names.add(name)) {
                diagnostics.error(
                        Problem.COMPONENT_NAME_TAKEN,
                        ComponentParser.field(record, component),
                        record.getSimpleName(),
                        name);
                return false;
            }
        }
        return true;
    }

    /**
     * The names from the contract down: {@code Line} for {@code Chat.Line}, {@code OrderLine} for {@code Chat.Order.Line}; a
     * number makes it unique.
     */
    private String id(TypeElement record) {
        StringBuilder names = new StringBuilder();
        for (Element at = record; at instanceof TypeElement && !at.equals(contract); at = at.getEnclosingElement()) {
            names.insert(0, at.getSimpleName());
        }
        String id = names.toString();
        for (int i = 2; !ids.add(id.toUpperCase(Locale.ROOT)); i++) {
            id = names.toString() + i;
        }
        return id;
    }

    /** Whether somebody wrote the canonical constructor, or the compact form of it. */
    private boolean mayRefuse(TypeElement record) {
        int count = record.getRecordComponents().size();
        for (ExecutableElement constructor : ElementFilter.constructorsIn(record.getEnclosedElements())) {
            if (constructor.getParameters().size() == count
                    && elements.getOrigin(constructor) == Elements.Origin.EXPLICIT) {
                return true;
            }
        }
        return false;
    }

    static Element outermost(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() != null && MoreElements.isType(at.getEnclosingElement())) {
            at = at.getEnclosingElement();
        }
        return at;
    }
}
