package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Wire names of rooms. A component of a room key has 1 to 128 code points, without control characters (category Cc),
 * unpaired surrogates, or white space (Unicode's White_Space) at either end. A key with one component has it as its name.
 * Several components are joined by {@code /}; only there, {@code %} and {@code /} in a component are written as
 * {@code %25} and {@code %2F}, so that each name stands for one key.
 */
public final class RoomName {

    private static final int MAX_CODE_POINTS = 128;
    private static final String RULE =
            "must be 1 to 128 characters, without control characters and without white space at either end";
    private static final String PATH_RULE = RULE + ", and other than . and ..";

    private RoomName() {}

    /**
     * Joins components to a name.
     *
     * @throws IllegalArgumentException if a component is not valid
     */
    public static String join(Object... components) {
        return join(false, components);
    }

    /**
     * Joins components to the name of a room in a path, where {@code .} and {@code ..} are not valid.
     *
     * @throws IllegalArgumentException if a component is not valid
     */
    public static String joinInPath(Object... components) {
        return join(true, components);
    }

    private static String join(boolean isInPath, Object... components) {
        StringBuilder name = new StringBuilder();
        for (Object component : components) {
            String text = component.toString();
            if (!isValid(text, isInPath)) {
                throw new IllegalArgumentException(
                        "Each component of a room name " + (isInPath ? PATH_RULE : RULE) + ".");
            }
            if (components.length == 1) {
                return text;
            }
            name.append(name.isEmpty() ? "" : "/").append(escape(text));
        }
        return name.toString();
    }

    /** Returns a component as it is written in the name of a key with several. */
    public static String escape(String component) {
        return component.replace("%", "%25").replace("/", "%2F");
    }

    /**
     * Splits a name into its components.
     *
     * @throws FrameException {@code invalid} if there are not {@code count} components, or if one is not valid
     */
    public static List<String> split(String name, int count) {
        return split(name, count, false);
    }

    /**
     * Splits the name of a room in a path, where {@code .} and {@code ..} are not valid.
     *
     * @throws FrameException {@code invalid} if there are not {@code count} components, or if one is not valid
     */
    public static List<String> splitInPath(String name, int count) {
        return split(name, count, true);
    }

    private static List<String> split(String name, int count, boolean isInPath) {
        List<String> components = count == 1 ? List.of(name) : unescape(name.split("/", -1));
        if (components.size() != count || !components.stream().allMatch(text -> isValid(text, isInPath))) {
            String rule = isInPath ? PATH_RULE : RULE;
            throw FrameException.invalid(List.of(new Violation(
                    "",
                    "room",
                    count == 1 ? rule : "must be " + count + " components joined by /, each of which " + rule)));
        }
        return components;
    }

    /** Returns an empty component, which is not valid, for one that {@link #escape} does not return. */
    private static List<String> unescape(String[] components) {
        List<String> texts = new ArrayList<>(components.length);
        for (String component : components) {
            String text = component.replace("%2F", "/").replace("%25", "%");
            texts.add(escape(text).equals(component) ? text : "");
        }
        return texts;
    }

    private static boolean isValid(String text, boolean isInPath) {
        int codePoints = 0;
        int last = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(last)) {
            last = text.codePointAt(i);
            boolean isForbidden = Character.isISOControl(last)
                    || (last >= Character.MIN_SURROGATE && last <= Character.MAX_SURROGATE)
                    || (i == 0 && Character.isSpaceChar(last));
            if (isForbidden || ++codePoints > MAX_CODE_POINTS) {
                return false;
            }
        }
        boolean isDots = isInPath && (text.equals(".") || text.equals(".."));
        return !Character.isSpaceChar(last)
                && !isDots; // control characters apart, White_Space is Z (Unicode, PropList)
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
