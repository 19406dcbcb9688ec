package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Suggests what to use in place of an unsupported type. */
final class SupportedTypes {

    private static final String ALL =
            "Use a primitive, String, enum, record, sealed interface of records, Optional, List, Set, Map, array, UUID, "
                    + "URI, BigInteger, BigDecimal, java.time type or JsonNode, or name an adapter with @Json.";

    private static final Map<String, String> REPLACEMENTS = Map.ofEntries(
            Map.entry("java.util.Date", "Instant"),
            Map.entry("java.util.Calendar", "ZonedDateTime"),
            Map.entry("java.util.GregorianCalendar", "ZonedDateTime"),
            Map.entry("java.util.TimeZone", "ZoneId"),
            Map.entry("java.sql.Timestamp", "Instant"),
            Map.entry("java.sql.Date", "LocalDate"),
            Map.entry("java.sql.Time", "LocalTime"),
            Map.entry("java.util.ArrayList", "List"),
            Map.entry("java.util.LinkedList", "List"),
            Map.entry("java.util.Iterator", "List"),
            Map.entry("java.lang.Iterable", "List"),
            Map.entry("java.util.Queue", "List"),
            Map.entry("java.util.Deque", "List"),
            Map.entry("java.util.stream.Stream", "List"),
            Map.entry("java.util.HashSet", "Set"),
            Map.entry("java.util.LinkedHashSet", "Set"),
            Map.entry("java.util.TreeSet", "Set"),
            Map.entry("java.util.SortedSet", "Set"),
            Map.entry("java.util.EnumSet", "Set"),
            Map.entry("java.util.HashMap", "Map"),
            Map.entry("java.util.LinkedHashMap", "Map"),
            Map.entry("java.util.TreeMap", "Map"),
            Map.entry("java.util.SortedMap", "Map"),
            Map.entry("java.util.EnumMap", "Map"),
            Map.entry("java.util.Map.Entry", "a record"),
            Map.entry("java.lang.CharSequence", "String"),
            Map.entry("java.lang.StringBuilder", "String"),
            Map.entry("java.lang.Number", "BigDecimal"),
            Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
            Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
            Map.entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
            Map.entry("java.nio.ByteBuffer", "byte[]"),
            Map.entry("java.net.URL", "URI"),
            Map.entry("java.lang.Object", "JsonNode, or a sealed interface of records"));

    private SupportedTypes() {}

    static String suggestion(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return ALL;
        }
        TypeElement element = MoreTypes.asTypeElement(type);
        String name = element.getQualifiedName().toString();
        String replacement = REPLACEMENTS.get(name);
        if (replacement != null) {
            return "Use " + replacement + ".";
        }
        boolean isOfJdk = name.startsWith("java.") || name.startsWith("javax.");
        if (isOfJdk) {
            return ALL;
        }
        if (element.getKind() == ElementKind.CLASS) {
            return "Make " + element.getSimpleName() + " a record, or name an adapter with @Json.";
        }
        return element.getKind() == ElementKind.INTERFACE
                ? "Make " + element.getSimpleName() + " a sealed interface of records, or name an adapter with @Json."
                : ALL;
    }
}
