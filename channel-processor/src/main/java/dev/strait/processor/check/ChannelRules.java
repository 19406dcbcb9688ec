package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.model.ChannelModel;

/** The rules for a contract as a whole. */
public final class ChannelRules {

    private ChannelRules() {}

    /** Reports every violation. */
    public static void check(ChannelModel channel, Diagnostics diagnostics) {
        new PathVariablesAreRoomComponents(diagnostics).check(channel);
        new WireNamesAreUnique(diagnostics).check(channel.toServerMessages());
        new WireNamesAreUnique(diagnostics).check(channel.toClientMessages());
        new DiscriminatorsAreFree(diagnostics).check(channel);
        new MethodsAreDistinct(diagnostics).check(channel);
        new NamesAreVisible(diagnostics).check(channel);
        if (diagnostics.isClean() && channel.isComplete()) { // invalid records are missing from the model
            new RecordsAreFinite(diagnostics).check(channel);
            new InputIsBounded(diagnostics).check(channel);
            new NumbersFitBrowsers(diagnostics).check(channel);
            new PatternsAreLinear(diagnostics).check(channel);
        }
    }
}
