package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.model.ChannelModel;

/** All rules that hold across a contract. */
public final class ChannelRules {

    private ChannelRules() {}

    /** Tells every breach; the model may be emitted if there was none. */
    public static void check(ChannelModel channel, Diagnostics diagnostics) {
        new PathVariablesAreRoomComponents(diagnostics).check(channel);
        new WireNamesAreUnique(diagnostics).check(channel.toServerMessages());
        new WireNamesAreUnique(diagnostics).check(channel.toClientMessages());
        new MethodsAreDistinct(diagnostics).check(channel);
        if (diagnostics.isClean() && channel.isWhole()) { // of records that were refused, nothing is known
            new RecordsEnd(diagnostics).check(channel);
            new InputIsBounded(diagnostics).check(channel);
            new NumbersFitBrowsers(diagnostics).check(channel);
        }
    }
}
