package dev.strait.processor.check;

import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** Warns about components of client messages that have no size limit. */
final class InputIsBounded {

    private final Diagnostics diagnostics;
    /** A component of a generic record is checked for each of its type arguments. */
    private final Set<Element> warned = new HashSet<>();

    InputIsBounded(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        Set<String> fromClients = Parts.toServer(channel);
        for (RecordModel record : channel.records()) {
            if (fromClients.contains(record.id())) {
                record.components().forEach(this::check);
            }
        }
    }

    private void check(ComponentModel component) {
        int depth = unboundedDepth(component.type());
        if (depth >= 0 && warned.add(component.origin())) {
            diagnostics.warn(
                    Problem.INPUT_UNBOUNDED,
                    component.origin(),
                    component.name(),
                    part(component.type(), depth),
                    place(component.type(), depth));
        }
    }

    /**
     * Returns how many levels below a type the first one without a limit is; -1 if all have one. Ignores the keys of maps,
     * because the runtime limits the length of names.
     */
    private static int unboundedDepth(TypeModel type) {
        if (!FrameSize.isBounded(type)) {
            return 0;
        }
        int below = type.arguments().isEmpty() ? -1 : unboundedDepth(type.argument());
        return below < 0 ? -1 : below + (type.kind() == Kind.OPTIONAL ? 0 : 1);
    }

    private static String part(TypeModel type, int depth) {
        if (depth > 0 && type.kind() == Kind.ARRAY && type.argument().kind() == Kind.ARRAY) {
            return "dimension " + (depth + 1) + " has";
        }
        return depth == 0 ? "it has" : "elements of ".repeat(depth - 1) + "its elements have";
    }

    /** An annotation before an array belongs to the component, so that of another dimension has a place of its own. */
    private static String place(TypeModel type, int depth) {
        return depth > 0 && type.kind() == Kind.ARRAY && type.argument().kind() == Kind.ARRAY
                ? " before its brackets, as in \"int @Size(max = 3) [] @Size(max = 3) []\""
                : "";
    }
}
