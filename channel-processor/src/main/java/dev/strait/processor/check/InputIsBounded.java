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

/** Warns of what clients may make as large as the frame allows. */
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

    /** The names of a map's entries are bounded in any case. */
    private static boolean isBounded(TypeModel type) {
        return FrameSize.isBounded(type) && (type.arguments().isEmpty() || isBounded(type.argument()));
    }
}
