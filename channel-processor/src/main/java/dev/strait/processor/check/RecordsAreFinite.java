package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import java.util.HashSet;
import java.util.Set;

/** No record may contain itself through required components, because no finite message could hold it. */
final class RecordsAreFinite {

    private final Diagnostics diagnostics;

    RecordsAreFinite(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        Set<String> finite = finite(channel);
        for (RecordModel record : channel.records()) {
            for (ComponentModel component : record.components()) {
                boolean leadsBack = !isFinite(component, finite)
                        && Parts.of(channel, component).contains(record.id());
                if (leadsBack) {
                    diagnostics.error(
                            Problem.RECORD_INFINITE,
                            component.origin(),
                            record.id(),
                            "through required components, so no finite message can hold it",
                            "Make the component that leads back to it Optional, @Nullable or a list.");
                    break;
                }
            }
        }
    }

    /** Returns the ids of the records and unions with finite values, adding more until nothing changes. */
    private static Set<String> finite(ChannelModel channel) {
        Set<String> finite = new HashSet<>();
        int before = -1;
        while (finite.size() > before) {
            before = finite.size();
            for (RecordModel record : channel.records()) {
                if (record.components().stream().allMatch(component -> isFinite(component, finite))) {
                    finite.add(record.id());
                }
            }
            for (UnionModel union : channel.unions()) {
                if (union.variants().stream().anyMatch(variant -> finite.contains(variant.record()))) {
                    finite.add(union.id());
                }
            }
        }
        return finite;
    }

    private static boolean isFinite(ComponentModel component, Set<String> finite) {
        TypeModel type = component.type();
        boolean isPart = type.kind() == Kind.RECORD || type.kind() == Kind.UNION;
        return !component.isRequired()
                || !isPart
                || finite.contains(type.reference().orElse(""));
    }
}
