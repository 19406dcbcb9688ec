package dev.strait.processor.diagnostic;

/**
 * Everything that can be wrong with a contract: a stable code, what is wrong in the user's own names, and how to mend it.
 * Each has a fixture among the tests and an entry in docs/diagnostics.md.
 */
public enum Problem {
    CHANNEL_NOT_INTERFACE("STRAIT-101", "@Channel stands on %s, which is no interface. Put it on an interface."),
    CHANNEL_INACCESSIBLE(
            "STRAIT-102", "%s is private, so generated code cannot reach it. Make it package-private or public."),
    CHANNEL_GENERIC("STRAIT-103", "%s has type parameters. Write one contract for each kind of message instead."),
    CHANNEL_EMPTY(
            "STRAIT-104",
            "%s has no messages. %sNest \"sealed interface ToServer {}\" or \"sealed interface ToClient {}\" and records "
                    + "that implement them."),
    DIRECTION_NOT_SEALED(
            "STRAIT-105",
            "%s must be a sealed interface, so that its messages are known. Write \"sealed interface %1$s {}\"."),
    MESSAGE_NOT_RECORD(
            "STRAIT-106", "%s is permitted by %s and no record. Make it a record, or a sealed interface of records."),
    RECORD_INACCESSIBLE(
            "STRAIT-107", "%s is private, so generated code cannot reach it. Make it package-private or public."),
    RECORD_GENERIC(
            "STRAIT-108",
            "%s has type parameters, and nothing says what they stand for. Take them off, or use it inside of a message "
                    + "with arguments."),
    RECORD_ANNOTATION_LOST(
            "STRAIT-109",
            "%s comes from a class file with @%s on a type in it, which javac %d does not see (JDK-8225377). Nest the record "
                    + "in the contract, compile both together, or compile with JDK 22 or newer."),
    RECORD_INFINITE(
            "STRAIT-110",
            "%s holds itself without end, so no message with it can be. Make what leads back to it Optional, @Nullable or a "
                    + "list."),
    RECORD_TOO_LARGE("STRAIT-111", "The record %s has %d components. Group them into nested records of at most 64."),
    RECORD_CONSTRAINED(
            "STRAIT-112",
            "@%s stands on the record %s, and constraints on whole records are not supported. Put it on components."),
    CHANNEL_EXTENDS(
            "STRAIT-113",
            "%s extends another interface, and a contract stands for itself. Write its messages into it."),
    VARIANT_TYPE_PARAMETERS(
            "STRAIT-114",
            "%s has type parameters that %s does not give it, so nothing says what they stand for. Take them off, or give "
                    + "it the same ones in its \"implements\"."),
    TYPE_INACCESSIBLE(
            "STRAIT-115", "%s, the type of %s, is not visible to generated code. Make it public, with all around it."),
    CONSTRAINT_CLASS_MISSING(
            "STRAIT-116",
            "%s comes from a class file with @%s, whose class is not there, so that nobody knows what it demands. Add the "
                    + "dependency jakarta.validation:jakarta.validation-api."),
    GENERATED_NAME_TAKEN(
            "STRAIT-117",
            "%s is generated for %s, and there is a type of that name already. Rename that type, or the contract."),
    RUNTIME_MISSING(
            "STRAIT-119",
            "The runtime that %s needs is not on the class path. Add the dependency dev.strait:channel-runtime."),

    PATH_SYNTAX("STRAIT-121", "The path \"%s\" is none: %s. Write it as \"/ws/chat\" or \"/ws/chat/{room}\"."),
    PATH_NEEDS_ROOM(
            "STRAIT-122",
            "The path has the variable {%s}, but %s has no room key. Nest \"record Room(String %1$s) {}\"."),
    PATH_VARIABLE_UNKNOWN("STRAIT-123", "The path's variable {%s} is no component of %s. %s"),
    ROOM_COMPONENT_NOT_IN_PATH(
            "STRAIT-124",
            "The room's component %s is not in the path \"%s\". Add {%1$s} to the path, or take all variables out of it."),
    ROOM_NOT_RECORD("STRAIT-125", "%s must be a record to be the room key. Write \"record Room(String room) {}\"."),
    ROOM_WITHOUT_COMPONENTS(
            "STRAIT-126", "The room key %s has no components. Give it one, such as \"record Room(String room) {}\"."),
    ROOM_COMPONENT_TYPE(
            "STRAIT-127",
            "A room's name is text, and %s of type %s has no form in it. Use String, an integral number, UUID or an enum."),
    ROOM_COMPONENT_OPTIONAL(
            "STRAIT-128",
            "A room's name has all of its components, and %s may be absent. Take the Optional, @Nullable or @Default off."),

    WIRE_NAME_DUPLICATE(
            "STRAIT-131", "%s and %s both have the name \"%s\" on the wire. Give one another by @Type(\"...\")."),
    WIRE_NAME_CASE(
            "STRAIT-132",
            "The names \"%s\" and \"%s\" on the wire differ by case only. Give one another by @Type(\"...\")."),
    WIRE_NAME_INVALID(
            "STRAIT-133",
            "The name \"%s\" on the wire cannot be. Give it 1 to 64 printable characters that do not start with $."),
    SENDER_METHOD_CONFLICT(
            "STRAIT-134",
            "The sender cannot have a method %s for %s. Rename the record and keep the name on the wire by @Type(\"%s\")."),
    HANDLER_METHOD_CONFLICT(
            "STRAIT-135",
            "The handler has a method %s for %s and one for %s. Rename one of the records and keep the name on the wire by @Type(\"...\")."),
    ASK_ANSWER_TYPE(
            "STRAIT-136",
            "%s asks for %s, which is neither a record nor a sealed interface of records. Write \"Ask<Answer>\" with a "
                    + "record Answer."),

    COMPONENT_NAME_RESERVED(
            "STRAIT-141", "The JSON name \"%s\" is kept for the protocol. Choose another by @Name(\"...\")."),
    COMPONENT_NAME_DUPLICATE(
            "STRAIT-142", "Two components of %s have the JSON name \"%s\". Choose another by @Name(\"...\")."),
    TYPE_UNSUPPORTED(
            "STRAIT-143",
            "%s has the type %s, which has no form on the wire. Use a primitive, String, enum, record, sealed interface of "
                    + "records, Optional, List, Set, Map, array, UUID, URI, BigInteger, BigDecimal, a java.time type or JsonNode, "
                    + "or name an adapter by @Json."),
    TYPE_RAW("STRAIT-145", "%s has the raw type %s. Say what it holds, such as %2$s<String>."),
    OPTIONAL_NESTED(
            "STRAIT-146",
            "%s has an Optional inside of another type. Make the element nullable, or the component itself Optional."),
    MAP_KEY_TYPE(
            "STRAIT-147",
            "%s has a map with keys of type %s, which are no names in an object. Use String, an enum, UUID or integral "
                    + "numbers."),
    NULLABLE_PRIMITIVE("STRAIT-148", "%s is of the primitive type %s, which cannot be null. Use %s, or an Optional."),
    DEFAULT_TYPE(
            "STRAIT-149",
            "%s has a @Default, but its type %s can have none. Use one on numbers, boolean, char, String, enums, UUID, URI and "
                    + "java.time types."),
    DEFAULT_INVALID("STRAIT-150", "The default \"%s\" is no %s. %s"),
    DEFAULT_NULLABLE(
            "STRAIT-151",
            "%s has a @Default and is nullable, so it is unclear what its absence means. Take one of them off."),
    DEFAULT_VIOLATES_CONSTRAINT("STRAIT-152", "The default \"%s\" of %s breaks its @%s. Write one that keeps it."),
    JSON_ADAPTER_UNUSABLE(
            "STRAIT-153",
            "@Json on %s names %s, which %s. Name a class that implements JsonAdapter<%s> and has a constructor without "
                    + "parameters, none of them private."),
    JSON_ON_PRIMITIVE("STRAIT-154", "@Json stands on %s of the primitive type %s, which needs none. Take it off."),
    OPTIONAL_NULLABLE(
            "STRAIT-155", "%s is an Optional and nullable, and both say that it may be absent. Take one off."),
    AS_STRING_TYPE(
            "STRAIT-156",
            "@AsString stands on %s of type %s, which is none of its numbers. Use it on long, BigInteger and BigDecimal, on "
                    + "what the type holds (List<@AsString Long>), or take it off."),

    CONSTRAINT_TYPE("STRAIT-161", "@%s cannot apply to the type %s. Use it on %s, or on what the type holds."),
    CONSTRAINT_BOUNDS(
            "STRAIT-162", "@%s has a least of %s and a most of %s, so nothing is ever right. Mend the bounds."),
    CONSTRAINT_REGEX_INVALID("STRAIT-163", "The regular expression cannot be read: %s. Mend it at index %d."),
    CONSTRAINT_UNSUPPORTED(
            "STRAIT-164",
            "@%s is none of the constraints that generated code checks. Use NotNull, NotBlank, NotEmpty, Size, Min, Max, "
                    + "DecimalMin, DecimalMax, Digits, Positive, Negative, Pattern, Email, Past, Future, AssertTrue or AssertFalse."),
    CONSTRAINT_VALIDATOR(
            "STRAIT-165",
            "@%s has a validator class of its own, which generated code cannot run. Check it in the handler, or in the record's constructor."),
    CONSTRAINT_GROUPS("STRAIT-166", "@%s names %s, which generated code does not know. Take it off."),
    CONSTRAINT_MESSAGE(
            "STRAIT-167",
            "The message of @%s has something to fill in that is no attribute of it, and nothing else is known at compile "
                    + "time. Write the text, or an attribute such as {max}."),
    CONSTRAINT_ON_NULLABLE("STRAIT-168", "@%s demands a value, but %s may be absent. Take one of them off."),
    CONSTRAINT_NUMBER_INVALID("STRAIT-169", "\"%s\" is no number that @%s can have. Write one, such as \"0.01\"."),

    RECORD_UNUSED(
            "STRAIT-181",
            "The record %s is no message, and no message uses it. Add \"implements ToServer\" or \"implements ToClient\", or "
                    + "say @SuppressWarnings(\"STRAIT-181\")."),
    INPUT_UNBOUNDED(
            "STRAIT-182",
            "%s comes from clients, and it or what it holds has no bound. Give it one by @Size(max = ...), or say "
                    + "@SuppressWarnings(\"STRAIT-182\")."),
    NUMBER_INEXACT_IN_BROWSERS(
            "STRAIT-183",
            "%s is of type %s, of which JavaScript cannot hold all values. Send it as a string by @AsString, bound it, or say "
                    + "@SuppressWarnings(\"STRAIT-183\")."),
    REGEX_UNSUPPORTED_IN_BROWSERS(
            "STRAIT-184",
            "@%s has %s, which browsers do not know, so only the server checks it. Write it without, or say "
                    + "@SuppressWarnings(\"STRAIT-184\")."),

    LOCK_BREAK("STRAIT-191", "%s breaks those who speak the contract as it is locked: %s. %s."),
    LOCK_WARNING("STRAIT-192", "%s: %s. Say @SuppressWarnings(\"STRAIT-192\") on the message if that is meant."),
    LOCK_MISSING(
            "STRAIT-193",
            "%s is not locked in %s yet. Record it by -Astrait.lock=update, or take -Astrait.lock.dir off."),
    LOCK_UNREADABLE(
            "STRAIT-194",
            "The lock %s cannot be read: %s. Take it from version control again, or record a new one by "
                    + "-Astrait.lock=update."),
    LOCK_OPTION_INVALID("STRAIT-195", "-Astrait.lock=%s is no option. Write -Astrait.lock=update, or leave it off."),

    INTERNAL_ERROR(
            "STRAIT-199",
            "The processor failed on %s: %s. This is a mistake of Strait; please report it with the stack trace below.%n%s");

    private final String id;
    private final String text;

    Problem(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** The stable code. */
    public String id() {
        return id;
    }

    String text(Object... names) {
        return "[" + id + "] " + String.format(text, names);
    }
}
