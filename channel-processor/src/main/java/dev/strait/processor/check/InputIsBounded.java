package dev.strait.processor.check;

import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import java.util.Set;

/** Warns about components of client messages that have no size limit. */
final class InputIsBounded {

    private final Diagnostics diagnostics;

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
        if (!isBounded(component.type())) {
            diagnostics.warn(Problem.INPUT_UNBOUNDED, component.origin(), component.name());
        }
    }

    /** Ignores the keys of maps, because the runtime limits the length of names. */
    private static boolean isBounded(TypeModel type) {
        return FrameSize.isBounded(type) && (type.arguments().isEmpty() || isBounded(type.argument()));
    }
}
