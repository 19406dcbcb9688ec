package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Wire names of rooms: components from a safe alphabet, joined by {@code /}. A component has at most 128 characters.
 */
public final class RoomName {

    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}");
    private static final String RULE =
            "must be 1 to 128 characters of A-Z a-z 0-9 _ . : - and start with a letter, a digit or _";

    private RoomName() {}

    /**
     * Joins components to a name.
     *
     * @throws IllegalArgumentException if a component is empty, too long, or has other characters
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
     * Splits a name into its components.
     *
     * @throws FrameException {@code invalid} if there are not {@code count} components, or if one is not valid
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

    /**
     * Returns an integer component, written in its shortest form and between the bounds; otherwise adds a violation and
     * returns 0.
     */
    public static long integer(String text, long min, long max, Violations out, String component) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max && Long.toString(value).equals(text)) {
                return value;
            }
        } catch (NumberFormatException notAnInteger) {
            // reported below, like other violations
        }
        out.add(
                "type",
                "must be an integer between " + min + " and " + max + " without leading zeros",
                "/" + component);
        return 0;
    }

    /**
     * Returns a UUID component, written in its lower-case form of 36 characters; otherwise adds a violation and returns
     * null.
     */
    public static @Nullable UUID uuid(String text, Violations out, String component) {
        UUID uuid = TextFormat.UUID.parse(text);
        if (uuid == null || !uuid.toString().equals(text)) {
            out.add("format", TextFormat.UUID.message(), "/" + component);
        }
        return uuid;
    }

    /** Returns an enum component by the name of its constant; otherwise adds a violation and returns null. */
    public static <E extends Enum<E>> @Nullable E constant(
            String text, EnumNames<E> names, Violations out, String component) {
        E constant = names.find(text);
        if (constant == null) {
            out.add("enum", names.message(), "/" + component);
        }
        return constant;
    }

    /** Returns the exception for a key whose constructor threw an exception. */
    public static FrameException refused(Exception objection) {
        String text = Objections.text(objection, "is not a valid room");
        return FrameException.invalid(List.of(new Violation("", "constructor", text)));
    }

    /**
     * Checks a key of the application.
     *
     * @throws IllegalArgumentException if the key violates its constraints; the message names all violations
     */
    public static void require(Violations found) {
        if (found.size() > 0) {
            Function<Violation, String> sentence = violation -> violation.path() + " " + violation.message();
            throw new IllegalArgumentException("Invalid room key: "
                    + String.join("; ", found.list().stream().map(sentence).toList()));
        }
    }
}
