package dev.strait.processor;

/** A change. {@code IMPLEMENTS} stands for that clause of a message. */
enum ContractChange {
    ADD_VOLATILE("record M(int a)", "@Volatile record M(int a)", Verdict.OK, Verdict.WARN),
    REMOVE_VOLATILE("@Volatile record M(int a)", "record M(int a)", Verdict.OK, Verdict.OK),
    ADD_OPTIONAL("record M(int a)", "record M(int a, Optional<String> b)", Verdict.OK, Verdict.OK),
    ADD_DEFAULTED("record M(int a)", "record M(int a, @Default(\"1\") int b)", Verdict.OK, Verdict.OK),
    ADD_REQUIRED("record M(int a)", "record M(int a, String b)", Verdict.BREAK, Verdict.OK),
    REMOVE_REQUIRED("record M(int a, String b)", "record M(int a)", Verdict.WARN, Verdict.BREAK),
    REMOVE_OPTIONAL("record M(int a, Optional<String> b)", "record M(int a)", Verdict.WARN, Verdict.OK),
    RENAME_REQUIRED("record M(String a)", "record M(String b)", Verdict.BREAK, Verdict.BREAK),
    RENAME_WITH_NAME("record M(String a)", "record M(@Name(\"a\") String b)", Verdict.OK, Verdict.OK),
    RENAME_WITH_ALIAS("record M(String a)", "record M(@Name(alias = \"a\") String b)", Verdict.OK, Verdict.BREAK),
    TO_OPTIONAL("record M(String a)", "record M(Optional<String> a)", Verdict.OK, Verdict.BREAK),
    TO_REQUIRED("record M(Optional<String> a)", "record M(String a)", Verdict.BREAK, Verdict.OK),
    TIGHTEN_SIZE("record M(@Size(max = 9) String a)", "record M(@Size(max = 5) String a)", Verdict.BREAK, Verdict.OK),
    LOOSEN_SIZE("record M(@Size(max = 5) String a)", "record M(@Size(max = 9) String a)", Verdict.OK, Verdict.WARN),
    TIGHTEN_BOUND("record M(@Min(1) int a)", "record M(@Positive @Min(2) int a)", Verdict.BREAK, Verdict.OK),
    LOOSEN_BOUND(
            "record M(@DecimalMin(\"0.5\") BigDecimal a)",
            "record M(@DecimalMin(\"0.25\") BigDecimal a)",
            Verdict.OK,
            Verdict.WARN),
    ADD_CONSTRAINT("record M(String a)", "record M(@NotBlank String a)", Verdict.BREAK, Verdict.OK),
    REMOVE_CONSTRAINT("record M(@Pattern(regexp = \"a\") String a)", "record M(String a)", Verdict.OK, Verdict.WARN),
    TIGHTEN_DIGITS(
            "record M(@Digits(integer = 3, fraction = 2) BigDecimal a)",
            "record M(@Digits(integer = 3, fraction = 1) BigDecimal a)",
            Verdict.BREAK,
            Verdict.OK),
    EQUIVALENT_BOUND("record M(@Min(0) int a)", "record M(@PositiveOrZero int a)", Verdict.OK, Verdict.OK),
    TIGHTEN_INSIDE("record M(List<String> a)", "record M(List<@Size(max = 2) String> a)", Verdict.BREAK, Verdict.OK),
    LOOSEN_KEY(
            "record M(Map<@Size(max = 2) String, Integer> a)",
            "record M(Map<@Size(max = 3) String, Integer> a)",
            Verdict.OK,
            Verdict.WARN),
    INT_TO_LONG("record M(int a)", "record M(long a)", Verdict.WARN, Verdict.BREAK),
    INT_TO_LONG_WITHIN_INT(
            "record M(int a)", "record M(@Min(-2147483648) @Max(2147483647) long a)", Verdict.OK, Verdict.BREAK),
    INT_TO_LONG_WITHIN_BROWSERS(
            "record M(int a)",
            "record M(@Min(-9007199254740991L) @Max(9007199254740991L) long a)",
            Verdict.OK,
            Verdict.BREAK),
    INT_TO_NARROWER_LONG("record M(int a)", "record M(@Min(0) @Max(9) long a)", Verdict.BREAK, Verdict.BREAK),
    NOT_BLANK_TO_SIZE("record M(@NotBlank String a)", "record M(@Size(min = 1) String a)", Verdict.OK, Verdict.WARN),
    NOT_BLANK_TO_NOT_EMPTY("record M(@NotBlank String a)", "record M(@NotEmpty String a)", Verdict.OK, Verdict.WARN),
    REQUIRED_TO_DEFAULT("record M(int a)", "record M(@Default(\"1\") int a)", Verdict.OK, Verdict.OK),
    OPTIONAL_TO_DEFAULT("record M(Optional<String> a)", "record M(@Default(\"x\") String a)", Verdict.OK, Verdict.OK),
    DEFAULT_TO_OPTIONAL(
            "record M(@Default(\"x\") String a)", "record M(Optional<String> a)", Verdict.OK, Verdict.BREAK),
    OTHER_DEFAULT("record M(@Default(\"1\") int a)", "record M(@Default(\"2\") int a)", Verdict.WARN, Verdict.OK),
    OPTIONAL_TO_NULLABLE("record M(Optional<String> a)", "record M(@N.Nullable String a)", Verdict.OK, Verdict.BREAK),
    NULLABLE_TO_OPTIONAL("record M(@N.Nullable String a)", "record M(Optional<String> a)", Verdict.OK, Verdict.BREAK),
    SHORT_TO_INT("record M(short a)", "record M(int a)", Verdict.OK, Verdict.BREAK),
    LONG_TO_INT("record M(long a)", "record M(int a)", Verdict.BREAK, Verdict.BREAK),
    CHANGE_TYPE("record M(int a)", "record M(String a)", Verdict.BREAK, Verdict.BREAK),
    QUOTE("record M(long a)", "record M(@AsString long a)", Verdict.BREAK, Verdict.BREAK),
    LIST_TO_SET("record M(List<String> a)", "record M(Set<String> a)", Verdict.OK, Verdict.OK),
    NULLABLE_INSIDE("record M(List<Integer> a)", "record M(List<@N.Nullable Integer> a)", Verdict.OK, Verdict.BREAK),
    NOT_NULLABLE_INSIDE(
            "record M(List<@N.Nullable Integer> a)", "record M(List<Integer> a)", Verdict.BREAK, Verdict.OK),
    ALIAS_AND_TYPE("record M(int a)", "record M(@Name(alias = \"a\") String b)", Verdict.BREAK, Verdict.BREAK),
    ALIAS_AND_REQUIRED(
            "record M(Optional<String> a)", "record M(@Name(alias = \"a\") String b)", Verdict.BREAK, Verdict.BREAK),
    REMOVE_ALIAS("record M(@Name(alias = \"a\") String b)", "record M(String b)", Verdict.BREAK, Verdict.OK),
    REUSE_ALIAS(
            "record M(@Name(alias = \"a\") String b)",
            "record M(String b, Optional<Integer> a)",
            Verdict.BREAK,
            Verdict.OK),
    WIDER_AND_TIGHTER("record M(short a)", "record M(@Min(5) int a)", Verdict.BREAK, Verdict.BREAK),
    WIDER_KEY("record M(Map<Integer, String> a)", "record M(Map<Long, String> a)", Verdict.OK, Verdict.BREAK),
    SAME_INTEGERS("record M(@Positive int a)", "record M(@Min(1) int a)", Verdict.OK, Verdict.OK),
    SAME_SIZE("record M(@NotEmpty String a)", "record M(@Size(min = 1) String a)", Verdict.OK, Verdict.OK),
    REORDER_CONSTRAINTS(
            "record M(@NotBlank @Size(max = 5) String a)",
            "record M(@Size(max = 5) @NotBlank String a)",
            Verdict.OK,
            Verdict.OK),
    ADD_MESSAGE("record M(int a)", "record M(int a) IMPLEMENTS {} record N2(int b)", Verdict.OK, Verdict.OK),
    REMOVE_MESSAGE("record M(int a) IMPLEMENTS {} record X(int b)", "record M(int a)", Verdict.BREAK, Verdict.WARN),
    REMOVE_DEPRECATED(
            "record M(int a) IMPLEMENTS {} @Deprecated record X(int b)", "record M(int a)", Verdict.OK, Verdict.WARN),
    RENAME_MESSAGE("record M(int a)", "record Renamed(int a)", Verdict.BREAK, Verdict.BREAK),
    RENAME_WITH_TYPE("record M(int a)", "@Type(\"m\") record Renamed(int a)", Verdict.OK, Verdict.OK),
    ADD_CONSTANT("enum E {A, B} record M(E e)", "enum E {A, B, C} record M(E e)", Verdict.OK, Verdict.WARN),
    REMOVE_CONSTANT("enum E {A, B} record M(E e)", "enum E {A} record M(E e)", Verdict.BREAK, Verdict.OK),
    RENAME_ENUM("enum E {A, B} record M(E e)", "enum F {B, A} record M(F e)", Verdict.OK, Verdict.OK),
    NESTED_RECORD(
            "record P(int x) {} record M(P p)", "record P(int x, int y) {} record M(P p)", Verdict.BREAK, Verdict.OK),
    RECURSIVE_RECORD(
            "record P(int x, Optional<P> next) {} record M(P p)",
            "record P(long x, Optional<P> next) {} record M(P p)",
            Verdict.WARN,
            Verdict.BREAK),
    RENAME_RECORD("record P(int x) {} record M(P p)", "record Q(int x) {} record M(Q p)", Verdict.OK, Verdict.OK),
    ADD_VARIANT(
            "sealed interface U {} record V(int v) implements U {} record M(U u)",
            "sealed interface U {} record V(int v) implements U {} record W(int w) implements U {} record M(U u)",
            Verdict.OK,
            Verdict.WARN),
    REMOVE_VARIANT(
            "sealed interface U {} record V(int v) implements U {} record W(int w) implements U {} record M(U u)",
            "sealed interface U {} record V(int v) implements U {} record M(U u)",
            Verdict.BREAK,
            Verdict.OK),
    OTHER_DISCRIMINATOR(
            "sealed interface U {} record V(int v) implements U {} record M(U u)",
            "@Discriminator(\"kind\") sealed interface U {} record V(int v) implements U {} record M(U u)",
            Verdict.BREAK,
            Verdict.BREAK),
    RENAME_VARIANT(
            "sealed interface U {} record V(int v) implements U {} record M(U u)",
            "sealed interface U {} record W(int v) implements U {} record M(U u)",
            Verdict.BREAK,
            Verdict.BREAK);

    final String before;
    final String after;
    final Verdict toServer;
    final Verdict toClient;

    ContractChange(String before, String after, Verdict toServer, Verdict toClient) {
        this.before = before;
        this.after = after;
        this.toServer = toServer;
        this.toClient = toClient;
    }

    enum Verdict {
        OK,
        WARN,
        BREAK
    }
}
