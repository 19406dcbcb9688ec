package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Warns about patterns on what clients send whose time may grow faster than the length of the text. */
final class PatternsAreLinear {

    private static final Pattern CHARACTER_CLASS = Pattern.compile("\\[(?:[^]\\\\]|\\\\.)*]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\.");
    /** A quantifier without a maximum, or on a group. */
    private static final Pattern UNBOUNDED = Pattern.compile("[*+]|\\{\\d+,}");

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)(?:[*+]|\\{)");

    private final Diagnostics diagnostics;
    private final Set<Element> warned = new HashSet<>();

    PatternsAreLinear(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        Set<String> fromClients = Parts.toServer(channel);
        for (RecordModel record : channel.records()) {
            if (fromClients.contains(record.id())) {
                record.components().forEach(component -> check(component, component.type()));
            }
        }
        channel.room()
                .ifPresent(room -> room.record().components().forEach(component -> check(component, component.type())));
    }

    private void check(ComponentModel component, TypeModel type) {
        Stream<RegexModel> regexes = type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .flatMap(constraint -> constraint.regex().stream());
        regexes.filter(regex -> !isLinear(regex)).findFirst().ifPresent(regex -> {
            if (warned.add(component.origin())) {
                diagnostics.warn(Problem.REGEX_BACKTRACKS, component.origin(), component.name(), regex.regex());
            }
        });
        type.arguments().forEach(argument -> check(component, argument));
    }

    /** Whether there is at most one repetition without a maximum, and none of a group. Lookaround counts as a group. */
    private static boolean isLinear(RegexModel regex) {
        if (regex.linear().isPresent()) {
            return true;
        }
        String text = CHARACTER_CLASS.matcher(regex.regex()).replaceAll("x");
        text = ESCAPE.matcher(text).replaceAll("x").replaceAll("(?<=[*+?}])[+?]", "");
        return !REPEATED_GROUP.matcher(text).find()
                && UNBOUNDED.matcher(text).results().count() <= 1;
    }
}
