package dev.strait.processor.browser;

import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about a component: the author's own words, its constraints, and its default. */
public final class Words {

    private Words() {}

    /** Returns the doc comment of a component, with its constraints in words. */
    public static String of(ComponentModel component) {
        String rules = String.join(", ", rules(component.type()));
        String sentence = rules.isEmpty() ? "" : Character.toUpperCase(rules.charAt(0)) + rules.substring(1) + ".";
        String initial = component
                .defaultValue()
                .map(value -> "The default is " + value.text() + ".")
                .orElse("");
        return String.join(" ", asSentence(component.doc()), sentence, initial)
                .strip()
                .replaceAll(" {2,}", " ");
    }

    /** The constraints of a type, then those of what it holds. */
    private static List<String> rules(TypeModel type) {
        List<String> rules = type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .map(constraint -> words(constraint, type))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        switch (type.kind()) {
            case OPTIONAL -> rules.addAll(rules(type.argument()));
            case LIST, SET, ARRAY -> addHeld("each ", type.argument(), rules);
            case MAP -> {
                addHeld("each key ", type.key(), rules);
                addHeld("each value ", type.argument(), rules);
            }
            default -> {}
        }
        return rules;
    }

    private static void addHeld(String whose, TypeModel type, List<String> rules) {
        rules(type).forEach(rule -> rules.add(rule.startsWith("each ") ? rule : whose + rule));
    }

    /** Ends what an author wrote with a full stop, because sentences may follow. */
    private static String asSentence(String doc) {
        boolean isComplete = doc.isEmpty() || ".!?".indexOf(doc.charAt(doc.length() - 1)) >= 0;
        return isComplete ? doc : doc + ".";
    }

    private static String words(ConstraintModel constraint, TypeModel type) {
        return switch (constraint.rule()) {
            case NOT_NULL, ALL -> "";
            case NOT_BLANK -> "not blank";
            case NOT_EMPTY -> "not empty";
            case SIZE -> size(constraint, type);
            case LEAST ->
                (constraint.isInclusive() ? "at least " : "greater than ")
                        + constraint.least().toPlainString();
            case MOST ->
                (constraint.isInclusive() ? "at most " : "less than ")
                        + constraint.most().toPlainString();
            case DIGITS ->
                "at most " + constraint.most() + " digits before the point and " + constraint.fraction() + " behind it";
            case PATTERN -> "matches " + constraint.regex().orElseThrow().regex();
            case EMAIL -> "an e-mail address";
            case PAST -> constraint.isInclusive() ? "not in the future" : "in the past";
            case FUTURE -> constraint.isInclusive() ? "not in the past" : "in the future";
            case IS_TRUE -> "true";
            case IS_FALSE -> "false";
        };
    }

    private static String size(ConstraintModel constraint, TypeModel type) {
        String unit = switch (type.kind()) {
            case STRING -> " characters";
            case BYTES -> " bytes";
            case MAP -> " entries";
            default -> " elements";
        };
        boolean hasLeast = constraint.least().signum() > 0;
        if (!constraint.isUpperSize()) {
            return "at least " + constraint.least() + unit;
        }
        return hasLeast
                ? constraint.least() + " to " + constraint.most() + unit
                : "at most " + constraint.most() + unit;
    }
}
