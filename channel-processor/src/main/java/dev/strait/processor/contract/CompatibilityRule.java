package dev.strait.processor.contract;

import dev.strait.processor.contract.Change.Verdict;

/**
 * The table of what breaks clients, by direction. docs/compatibility.md has the same rows; a test compares the two.
 *
 * <p>Clients and servers of the old contract stay in use for a while: in the first direction old clients write and the new
 * server reads, in the second the new server writes and old clients read.
 */
enum CompatibilityRule {
    OPTIONAL_COMPONENT_ADDED("add an optional component", Cell.OK, Cell.OK),
    REQUIRED_COMPONENT_ADDED("add a required component", Cell.BREAK, Cell.OK),
    COMPONENT_REMOVED("remove a component", Cell.WARN_OR_BREAK_IF_STRICT, Cell.BREAK_IF_WAS_REQUIRED),
    COMPONENT_RENAMED("rename a component", Cell.BREAK_IF_REQUIRED_ELSE_WARN, Cell.BREAK_IF_WAS_REQUIRED_ELSE_WARN),
    COMPONENT_RENAMED_WITH_ALIAS("rename it, with `@Name(alias = \"old\")`", Cell.OK, Cell.BREAK),
    ALIAS_REMOVED("remove an alias", Cell.BREAK_IF_THE_COMPONENT_IS_REQUIRED_ELSE_WARN, Cell.OK),
    REQUIRED_TO_OPTIONAL("required → optional", Cell.OK, Cell.BREAK),
    OPTIONAL_TO_REQUIRED("optional → required", Cell.BREAK, Cell.OK),

    OTHER_ABSENCE("`Optional` ↔ `@Nullable`", Cell.OK, Cell.BREAK),
    DEFAULT_CHANGED("another `@Default`", Cell.WARN, Cell.OK),

    NULL_ALLOWED("allow null inside a type", Cell.OK, Cell.BREAK),
    NULL_NO_LONGER_ALLOWED("no longer allow null inside a type", Cell.BREAK, Cell.OK),
    STRICTER_CONSTRAINTS("stricter constraints", Cell.BREAK, Cell.OK),
    LOOSER_CONSTRAINTS("looser constraints", Cell.OK, Cell.WARN),
    WIDER_INTEGER("wider integer, such as `int` → `long`", Cell.WARN_FOR_LONG, Cell.BREAK),
    OTHER_TYPE("any other type; add or remove `@AsString`", Cell.BREAK, Cell.BREAK),
    VARIANT_ADDED("add an enum constant or a variant of a sealed interface", Cell.OK, Cell.WARN),
    VARIANT_REMOVED("remove one", Cell.BREAK, Cell.OK),

    MESSAGE_ADDED("add a message", Cell.WARN_IF_SECOND, Cell.OK),
    MESSAGE_REMOVED("remove a message", Cell.BREAK_UNLESS_DEPRECATED, Cell.WARN),
    MESSAGE_RENAMED("rename a message", Cell.BREAK, Cell.BREAK),
    TYPE_LEFT_OUT("leave out the type of a message, `@Type(\"\")`", Cell.OK, Cell.BREAK),
    DISCRIMINATOR_CHANGED("another `@Discriminator`", Cell.BREAK, Cell.BREAK),
    MESSAGE_BESIDE_UNTYPED("add a message beside one with `@Type(\"\")`, which then needs a type", Cell.BREAK, Cell.OK),
    MESSAGE_TO_ASK("turn a message into an ask", Cell.OK, Cell.BREAK),
    ASK_TO_MESSAGE("turn an ask into a plain message", Cell.BREAK, Cell.OK),
    VOLATILE_ADDED("add `@Volatile`", Cell.OK, Cell.WARN);

    /** What a verdict depends on, besides the direction. */
    private enum Cell {
        OK("ok", Verdict.OK, Verdict.OK),
        WARN("warn", Verdict.WARN, Verdict.WARN),
        BREAK("break", Verdict.BREAK, Verdict.BREAK),
        BREAK_IF_WAS_REQUIRED("break if it was required, else ok", Verdict.OK, Verdict.BREAK),
        BREAK_IF_REQUIRED_ELSE_WARN("break if it is required, else warn", Verdict.WARN, Verdict.BREAK),
        BREAK_IF_WAS_REQUIRED_ELSE_WARN("break if it was required, else warn", Verdict.WARN, Verdict.BREAK),
        BREAK_IF_THE_COMPONENT_IS_REQUIRED_ELSE_WARN(
                "break if the component is required, else warn", Verdict.WARN, Verdict.BREAK),
        WARN_OR_BREAK_IF_STRICT("warn; break on a strict channel", Verdict.WARN, Verdict.BREAK),
        WARN_FOR_LONG("ok; warn for `long` and `BigInteger`", Verdict.OK, Verdict.WARN),
        WARN_IF_SECOND("ok; warn if it is the second one", Verdict.OK, Verdict.WARN),
        BREAK_UNLESS_DEPRECATED("break; ok if it was `@Deprecated` in the lock", Verdict.OK, Verdict.BREAK);

        private final String text;
        private final Verdict verdict;
        private final Verdict verdictIfConditionHolds;

        Cell(String text, Verdict verdict, Verdict verdictIfConditionHolds) {
            this.text = text;
            this.verdict = verdict;
            this.verdictIfConditionHolds = verdictIfConditionHolds;
        }
    }

    private final String change;
    private final Cell toServer;
    private final Cell toClient;

    CompatibilityRule(String change, Cell toServer, Cell toClient) {
        this.change = change;
        this.toServer = toServer;
        this.toClient = toClient;
    }

    /**
     * Returns the verdict on a change.
     *
     * @param isToServer whether clients write and the server reads
     * @param condition whether the condition of the cell holds, such as that the component is required; any value if the
     *     cell has none
     */
    Verdict verdict(boolean isToServer, boolean condition) {
        Cell cell = isToServer ? toServer : toClient;
        return condition ? cell.verdictIfConditionHolds : cell.verdict;
    }

    /** Returns the row of this rule in docs/compatibility.md. */
    String row() {
        return "| " + change + " | " + toServer.text + " | " + toClient.text + " |";
    }
}
