package dev.strait.processor.diagnostic;

/**
 * Every error and warning about a contract. The text says what is wrong, in the user's own names, and how to fix it.
 *
 * <p>The numbers are stable. Each problem has a fixture among the tests and an entry in docs/diagnostics.md.
 */
public enum Problem {
    CHANNEL_NOT_INTERFACE(
            "STRAIT-101", "%s is annotated with @Channel but is not an interface. Turn it into an interface."),
    CHANNEL_INACCESSIBLE(
            "STRAIT-102",
            "Generated code cannot access %s, because it or an enclosing type is private. Remove \"private\"."),
    CHANNEL_GENERIC(
            "STRAIT-103",
            "%s has type parameters, but a contract cannot be generic. Declare one contract for each concrete type."),
    CHANNEL_EMPTY("STRAIT-104", "%s declares no messages. %s"),
    DIRECTION_NOT_SEALED(
            "STRAIT-105",
            "%s is not a sealed interface, so its messages are unknown at compile time. Declare it as \"sealed "
                    + "interface %1$s {}\"."),
    MESSAGE_NOT_RECORD(
            "STRAIT-106",
            "%s is a subtype of %s, but it is neither a record nor a sealed interface. Make it a record, or a sealed "
                    + "interface of records."),
    RECORD_INACCESSIBLE("STRAIT-107", "Generated code cannot access %s. %s"),
    RECORD_GENERIC(
            "STRAIT-108",
            "%s has type parameters, but a direction, message or room key cannot be generic. Remove them, or use "
                    + "%1$s with type arguments inside a message."),
    RECORD_ANNOTATION_LOST(
            "STRAIT-109",
            "%s comes from a class file in which javac %3$d cannot see @%2$s, because it is on a type (JDK-8225377). "
                    + "Nest the record in the contract, compile both together, or compile with JDK 22 or newer."),
    RECORD_INFINITE("STRAIT-110", "%s contains itself %s. %s"),
    RECORD_TOO_LARGE(
            "STRAIT-111", "Record %s has %d components; the maximum is 64. Group some of them into nested records."),
    RECORD_CONSTRAINED(
            "STRAIT-112",
            "@%s is on the record %s, but constraints on whole records are not supported. Move it to the components, "
                    + "or check the values in the constructor."),
    CHANNEL_EXTENDS(
            "STRAIT-113",
            "%s extends another interface, but a contract cannot inherit messages. Declare the messages in %1$s "
                    + "itself."),
    VARIANT_TYPE_PARAMETERS(
            "STRAIT-114",
            "%s has type parameters that are not type arguments of %s, so nothing determines them. Remove them, or "
                    + "pass them on in the \"implements\" clause."),
    TYPE_INACCESSIBLE("STRAIT-115", "%s, used by %s, is not accessible to generated code. %s"),
    CONSTRAINT_CLASS_MISSING(
            "STRAIT-116",
            "%s comes from a class file with the constraint @%s, whose class is not on the class path. Add the "
                    + "dependency jakarta.validation:jakarta.validation-api."),
    GENERATED_NAME_TAKEN("STRAIT-117", "%s would be generated for %s, but %s. Rename %s."),
    NAME_HIDDEN(
            "STRAIT-118",
            "%s is in the unnamed package, and generated code has a type or type variable of that name, which hides it. "
                    + "Move the contract and its types to a package, or rename %1$s."),
    RUNTIME_MISSING(
            "STRAIT-119",
            "%s needs the Strait runtime, which is not on the class path. Add the dependency "
                    + "dev.strait:channel-runtime."),
    DIRECTION_UNUSED(
            "STRAIT-120", "%s is not used, because @Channel(%s = %s.class) names another type. Remove one of the two."),

    PATH_SYNTAX("STRAIT-121", "\"%s\" is not a valid path: %s. Write it like \"/ws/chat\" or \"/ws/chat/{room}\"."),
    PATH_NEEDS_ROOM(
            "STRAIT-122",
            "Path variable {%s} needs a room key, but %s declares none. %sNest \"record Room(String %1$s) {}\" in it."),
    PATH_VARIABLE_UNKNOWN("STRAIT-123", "Path variable {%s} is not a component of %s. %s"),
    ROOM_COMPONENT_NOT_IN_PATH(
            "STRAIT-124",
            "Room component %s is missing from the path \"%s\". Add {%1$s} to the path, or remove all variables from "
                    + "it."),
    ROOM_NOT_RECORD("STRAIT-125", "The room key %s is not a record. Declare it as \"record %1$s(String room) {}\"."),
    ROOM_WITHOUT_COMPONENTS(
            "STRAIT-126", "The room key %s has no components. Add one, such as \"record %1$s(String room) {}\"."),
    ROOM_COMPONENT_TYPE(
            "STRAIT-127",
            "Room component %s has the type %s, which cannot be part of a room name. Use String, byte, short, int, "
                    + "long, UUID or an enum."),
    ROOM_COMPONENT_OPTIONAL(
            "STRAIT-128",
            "Room component %s may be absent, but a room name needs all of its components. Remove the Optional, "
                    + "@Nullable or @Default."),
    ROOMS_DISABLED("STRAIT-129", "%s has rooms = false, but %s. Remove %s, or remove rooms = false."),

    WIRE_NAME_DUPLICATE(
            "STRAIT-131",
            "%s and %s have the same wire name \"%s\". Give one of them another wire name with @Type(\"...\")."),
    WIRE_NAME_CASE(
            "STRAIT-132",
            "The wire names \"%s\" and \"%s\" differ only in case. Choose another for one of them with "
                    + "@Type(\"...\")."),
    WIRE_NAME_INVALID(
            "STRAIT-133",
            "\"%s\" is not a valid wire name. Use 1 to 64 printable characters that do not start with $."),
    SENDER_METHOD_CONFLICT(
            "STRAIT-134",
            "The sender cannot declare the method %s for %s, because the name is a keyword or already taken. Rename "
                    + "the record, and keep its wire name with @Type(\"%s\")."),
    HANDLER_METHOD_CONFLICT(
            "STRAIT-135", "The handler would declare the method %s for both %s and %s. Rename one of the records%s."),
    ASK_ANSWER_TYPE(
            "STRAIT-136",
            "The answer type of %s is %s, which is neither a record nor a sealed interface of records. Write "
                    + "\"Ask<Answer>\" with a record Answer."),
    ASK_RAW(
            "STRAIT-137",
            "%s implements Ask without the type of its answer. Write \"Ask<Answer>\" with a record Answer."),
    UNION_EMPTY("STRAIT-138", "%s has no records, so it has no valid values. %s"),
    TYPE_LEFT_OUT(
            "STRAIT-139",
            "%s is not the only message of its direction, so its type cannot be left out. Write a name in @Type, or "
                    + "remove the annotation."),

    DISCRIMINATOR_INVALID(
            "STRAIT-140",
            "\"%s\" is not a valid discriminator. Use 1 to 64 printable ASCII characters without \", \\ and ?, of which "
                    + "the first is not $."),
    COMPONENT_NAME_RESERVED("STRAIT-141", "The JSON name \"%s\" is reserved. Choose another with @Name(\"...\")."),
    COMPONENT_NAME_DUPLICATE("STRAIT-142", "%s the JSON name \"%s\" twice. %s"),
    TYPE_UNSUPPORTED("STRAIT-143", "Component %s has the unsupported type %s. %s"),
    ENUM_EMPTY(
            "STRAIT-144",
            "Component %s has the type %s, which is an enum without constants, so no value is valid. Declare constants."),
    TYPE_RAW("STRAIT-145", "Component %s has the raw type %s. Add type arguments, such as %2$s<%s>."),
    OPTIONAL_NESTED("STRAIT-146", "Component %s has an Optional inside another type. %s"),
    MAP_KEY_TYPE(
            "STRAIT-147",
            "Component %s has map keys of type %s, which cannot be names in a JSON object. Use String, an enum, "
                    + "UUID, Byte, Short, Integer or Long."),
    NULLABLE_PRIMITIVE("STRAIT-148", "%s cannot be null, because its type %s is primitive. Use %s, or an Optional."),
    DEFAULT_TYPE(
            "STRAIT-149",
            "Component %s has a @Default, but its type %s does not support one. Use @Default on numbers, boolean, "
                    + "char, String, enums, UUID, URI and java.time types."),
    DEFAULT_INVALID("STRAIT-150", "\"%s\" is not a valid default for the type %s. %s"),
    DEFAULT_NULLABLE(
            "STRAIT-151",
            "Component %s has a @Default but is also Optional or nullable, so the meaning of an absent value is "
                    + "unclear. Remove one of the two."),
    DEFAULT_VIOLATES_CONSTRAINT(
            "STRAIT-152", "The default \"%s\" of %s violates @%s. Change the default or the constraint."),
    JSON_ADAPTER_UNUSABLE(
            "STRAIT-153",
            "@Json on %s names %s, which %s. Name a class that implements JsonAdapter<%s> and has an accessible "
                    + "constructor without parameters."),
    JSON_ON_PRIMITIVE(
            "STRAIT-154",
            "Component %s has the primitive type %s, which does not support @Json. Remove the annotation."),
    OPTIONAL_NULLABLE(
            "STRAIT-155", "Component %s is both Optional and nullable, but one is enough. Remove one of the two."),
    AS_STRING_TYPE(
            "STRAIT-156",
            "@AsString does not apply to %s of type %s. Use it on long, OptionalLong, BigInteger or BigDecimal, or "
                    + "on a type argument, such as List<@AsString Long>."),
    ANNOTATION_IGNORED("STRAIT-157", "@%s on %s has no effect on the messages of a channel. %s"),
    TYPE_WILDCARD(
            "STRAIT-158", "Component %s has the wildcard %s, which does not say what to read. Write the type itself."),
    COMPONENT_NAME_INVALID(
            "STRAIT-159",
            "The JSON name of %s contains an unpaired surrogate, which cannot be encoded in UTF-8. Remove it."),

    DISCRIMINATOR_TAKEN(
            "STRAIT-160",
            "Component %s has the JSON name \"%s\", which is the property that tells the records of %s apart. Choose "
                    + "another name with @Name(\"...\"), or another property with @Discriminator(\"...\")."),

    CONSTRAINT_TYPE("STRAIT-161", "@%s does not apply to the type %s. Use it on %s."),
    CONSTRAINT_BOUNDS("STRAIT-162", "Fix the bounds of @%s: %s."),
    CONSTRAINT_REGEX_INVALID("STRAIT-163", "The regular expression is invalid: %s. Fix it at index %d."),
    CONSTRAINT_UNSUPPORTED(
            "STRAIT-164",
            "@%s is not a supported constraint. Use NotNull, NotBlank, NotEmpty, Size, Min, Max, DecimalMin, "
                    + "DecimalMax, Digits, Positive, PositiveOrZero, Negative, NegativeOrZero, Pattern, Email, Past, "
                    + "PastOrPresent, Future, FutureOrPresent, AssertTrue or AssertFalse."),
    CONSTRAINT_VALIDATOR(
            "STRAIT-165",
            "@%s has its own validator class, which generated code cannot run. Check the value in the handler or in "
                    + "the constructor of the record."),
    CONSTRAINT_GROUPS("STRAIT-166", "@%s sets \"%s\", which generated code does not support. Remove the attribute."),
    CONSTRAINT_MESSAGE(
            "STRAIT-167",
            "The message of @%s contains a placeholder that cannot be resolved at compile time. Write plain text, or "
                    + "use an attribute of the annotation, such as {max}."),
    CONSTRAINT_ON_NULLABLE("STRAIT-168", "@%s requires a value, but %s allows null. Remove @%1$s or @Nullable."),
    CONSTRAINT_NUMBER_INVALID("STRAIT-169", "\"%s\" is not a valid number for @%s. Use a number such as %s."),

    ALLOW_WITHOUT_ROLES(
            "STRAIT-171",
            "@Allow on %s names no role, or a blank one. Name the roles that may send it, such as "
                    + "@Allow(roles = \"admin\")."),
    VOLATILE_ASK(
            "STRAIT-172",
            "%s is an ask, whose client waits for the answer, so it cannot be @Volatile. Remove the annotation."),

    RECORD_UNUSED(
            "STRAIT-181",
            "The record %s is not a message, and no message uses it. Let it implement ToServer, ToClient or the sealed "
                    + "interface that it belongs to, or suppress the warning with @SuppressWarnings(\"STRAIT-181\")."),
    INPUT_UNBOUNDED(
            "STRAIT-182",
            "Clients send the component %s, but %s no size limit. Add @Size(max = ...)%s, or suppress the warning with "
                    + "@SuppressWarnings(\"STRAIT-182\")."),
    NUMBER_INEXACT_IN_BROWSERS(
            "STRAIT-183",
            "Component %s has the type %s, and JavaScript cannot represent all of its values exactly. Send it as a "
                    + "string with @AsString, limit its range, or suppress the warning with "
                    + "@SuppressWarnings(\"STRAIT-183\")."),
    REGEX_UNSUPPORTED_IN_BROWSERS(
            "STRAIT-184",
            "@%s uses %s, which browsers do not support, so only the server checks it. Rewrite the expression, or "
                    + "suppress the warning with @SuppressWarnings(\"STRAIT-184\")."),
    METHOD_IGNORED(
            "STRAIT-185",
            "The method %s has no effect, because the messages of a contract are records. Replace it with a record that "
                    + "implements ToServer or ToClient."),
    PATH_DUPLICATE(
            "STRAIT-186",
            "%s and %s have the same path \"%s\", so one hub cannot serve both. Change one of the paths, or suppress the "
                    + "warning with @SuppressWarnings(\"STRAIT-186\")."),
    REGEX_BACKTRACKS(
            "STRAIT-187",
            "Some texts that clients send as %s may take the expression \"%s\" very many steps; beyond a limit they do not "
                    + "match. Rewrite it without repetitions in or beside each other, or suppress the warning with "
                    + "@SuppressWarnings(\"STRAIT-187\")."),
    ENDPOINT_LEFT_OUT(
            "STRAIT-188",
            "No endpoint is generated for %s, because the Jakarta WebSocket API is not on the class path. Add "
                    + "jakarta.websocket:jakarta.websocket-api and jakarta.websocket-client-api with the scope provided. If "
                    + "only clients use the contract, suppress the warning with @SuppressWarnings(\"STRAIT-188\")."),

    BROWSER_MODULE_LEFT_OUT(
            "STRAIT-189",
            "No browser module is generated for %s, because JavaScript cannot declare %s, or the module declares that name "
                    + "itself. Rename it, and keep its wire name with @Type(\"...\"). If no browser uses the contract, suppress "
                    + "the warning with @SuppressWarnings(\"STRAIT-189\")."),

    TEST_KIT_IMPOSSIBLE("STRAIT-190", "No test kit can be generated for %s: %s."),

    LOCK_BREAK("STRAIT-191", "%s is incompatible with clients of the locked contract: %s. %s."),
    LOCK_WARNING(
            "STRAIT-192",
            "%s may affect clients of the locked contract: %s. If that is intended, add "
                    + "@SuppressWarnings(\"STRAIT-192\") to %s."),
    LOCK_MISSING(
            "STRAIT-193",
            "%s is not locked in %s yet. Lock it with -Astrait.lock=update, or remove -Astrait.lock.dir."),
    LOCK_UNREADABLE(
            "STRAIT-194",
            "The lock file %s cannot be read: %s. Restore it from version control, or replace it with "
                    + "-Astrait.lock=update."),
    LOCK_OPTION_INVALID(
            "STRAIT-195",
            "\"%s\" is not a valid value for -Astrait.lock. Use -Astrait.lock=update, or remove the option."),
    LOCK_DIR_MISSING(
            "STRAIT-196",
            "-Astrait.lock=update has no folder to write %s to. Add -Astrait.lock.dir=<folder> to the compiler options."),

    INFO_UNREADABLE(
            "STRAIT-197",
            "The file %s of -Astrait.info cannot be read: %s. It must hold a JSON object, such as "
                    + "{\"license\": {\"name\": \"Apache-2.0\"}}."),

    INTERNAL_ERROR(
            "STRAIT-199",
            "Strait failed to process %s: %s. This is a bug in Strait; report it with the stack trace below.%n%s");

    private final String id;
    private final String text;

    Problem(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** Returns the stable number, such as {@code STRAIT-113}. */
    public String id() {
        return id;
    }

    String text(Object... names) {
        return "[" + id + "] " + String.format(text, names);
    }
}
