package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Room names as they stand in paths, frames and tables: components of a safe alphabet, joined by {@code /}. At most 128
 * characters a component.
 */
public final class RoomName {

    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}");
    private static final String RULE =
            "must be 1 to 128 characters of A-Z a-z 0-9 _ . : - and start with a letter, a digit or _";

    private RoomName() {}

    /**
     * A name from its components' texts.
     *
     * @throws IllegalArgumentException one of them leaves the alphabet
     */
    public static String join(Object... components) {
        StringBuilder name = new StringBuilder();
        for (Object component : components) {
            String text = component.toString();
            if (!COMPONENT.matcher(text).matches()) {
                throw new IllegalArgumentException("Each component of a room name " + RULE + ".");
            }
            if (!name.isEmpty()) {
                name.append('/');
            }
            name.append(text);
        }
        return name.toString();
    }

    /**
     * The components of a name.
     *
     * @throws FrameException there are not {@code count} of them, or one leaves the alphabet
     */
    public static List<String> split(String name, int count) {
        String[] components = name.split("/", -1);
        boolean isValid = components.length == count;
        for (String component : components) {
            isValid &= COMPONENT.matcher(component).matches();
        }
        if (!isValid) {
            throw FrameException.invalid(List.of(new Violation(
                    "",
                    "room",
                    count == 1 ? RULE : "must be " + count + " components joined by /, each of which " + RULE)));
        }
        return List.of(components);
    }

    /** An integral component in its shortest form, between the bounds; otherwise a violation and 0. */
    public static long integer(String text, long min, long max, Violations out, String component) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max && Long.toString(value).equals(text)) {
                return value;
            }
        } catch (NumberFormatException notAnInteger) {
            // reported below, with what the others are
        }
        out.add(
                "type",
                "must be an integer between " + min + " and " + max + " without leading zeros",
                "/" + component);
        return 0;
    }

    /** A UUID component in its 36-character, lower-case form. */
    public static @Nullable UUID uuid(String text, Violations out, String component) {
        UUID uuid = TextFormat.UUID.parse(text);
        if (uuid == null || !uuid.toString().equals(text)) {
            out.add("format", TextFormat.UUID.message(), "/" + component);
        }
        return uuid;
    }

    /** An enum component by its constant's name. */
    public static <E extends Enum<E>> @Nullable E constant(
            String text, EnumNames<E> names, Violations out, String component) {
        E constant = names.find(text);
        if (constant == null) {
            out.add("enum", names.message(), "/" + component);
        }
        return constant;
    }

    /** What a key's own constructor objected to. */
    public static FrameException refused(RuntimeException objection) {
        String text = objection.getMessage() == null ? "is not a valid room" : Printable.of(objection.getMessage());
        return FrameException.invalid(List.of(new Violation("", "constructor", text)));
    }

    /**
     * Refuses a key that breaks its constraints, for callers on the server.
     *
     * @throws IllegalArgumentException with all that is wrong
     */
    public static void require(Violations found) {
        if (found.size() > 0) {
            Function<Violation, String> sentence = violation -> violation.path() + " " + violation.message();
            throw new IllegalArgumentException("Invalid room key: "
                    + String.join("; ", found.list().stream().map(sentence).toList()));
        }
    }
}
