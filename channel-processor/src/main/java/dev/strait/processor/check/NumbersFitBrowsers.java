package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Warns about numbers that JavaScript cannot represent exactly: integers beyond 2^53, and decimals. */
final class NumbersFitBrowsers {

    private static final BigDecimal MAX_SAFE_INTEGER = BigDecimal.valueOf((1L << 53) - 1);
    /** Every decimal with this many digits survives a round trip through a double. */
    private static final int MAX_DECIMAL_DIGITS = 15;

    private final Diagnostics diagnostics;
    private final Set<Element> checked = new HashSet<>();

    NumbersFitBrowsers(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        Set<String> onWire = Parts.onWire(channel);
        for (RecordModel record : channel.records()) {
            if (onWire.contains(record.id())) {
                record.components().forEach(this::check);
            }
        }
    }

    private void check(ComponentModel component) {
        if (!checked.add(component.origin())) {
            return; // the component of a generic record, with other type arguments
        }
        inexact(component.type())
                .ifPresent(type -> diagnostics.warn(
                        Problem.NUMBER_INEXACT_IN_BROWSERS,
                        component.origin(),
                        component.name(),
                        type.name().toString().replaceAll(".*\\.", "")));
    }

    private static Optional<TypeModel> inexact(TypeModel type) {
        if (!type.arguments().isEmpty()) { // keys of maps are strings in JSON
            Optional<TypeModel> inside = inexact(type.argument());
            if (inside.isPresent()) {
                return inside;
            }
        }
        boolean isExact = switch (type.kind()) {
            case LONG, OPTIONAL_LONG, BIG_INTEGER -> isBounded(type, Rule.LEAST) && isBounded(type, Rule.MOST);
            case BIG_DECIMAL -> hasExactDigits(type);
            default -> true;
        };
        return isExact || type.isQuoted() ? Optional.empty() : Optional.of(type);
    }

    private static boolean isBounded(TypeModel type, Rule rule) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .filter(constraint -> constraint.rule() == rule)
                .map(constraint -> rule == Rule.LEAST ? constraint.least().negate() : constraint.most())
                .anyMatch(bound -> bound.compareTo(MAX_SAFE_INTEGER) <= 0);
    }

    private static boolean hasExactDigits(TypeModel type) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .filter(constraint -> constraint.rule() == Rule.DIGITS)
                .anyMatch(NumbersFitBrowsers::isWithinDecimalDigits);
    }

    private static boolean isWithinDecimalDigits(ConstraintModel digits) {
        return digits.most().intValue() + digits.fraction() <= MAX_DECIMAL_DIGITS;
    }
}
