package dev.strait.tests.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates random valid contracts. */
final class RandomContract {

    private static final String[] NAMES = {
        "id", "text", "in", "seen", "wrong", "field", "flaws", "refused", "out", "value", "sound", "items", "entries",
        "key", "item", "name", "count", "at", "URL", "x", "a_b", "message", "asked", "answer"
    };

    private final Random random;
    private final StringBuilder body = new StringBuilder();
    private final List<String> records = new ArrayList<>();
    private final List<String> unions = new ArrayList<>();
    private final List<String> enums = new ArrayList<>();
    private int count;

    private RandomContract(Random random) {
        this.random = random;
    }

    static String of(Random random, String name) {
        return new RandomContract(random).source(name);
    }

    private String source(String name) {
        for (int i = random.nextInt(3); i > 0; i--) {
            String type = "E" + count++;
            enums.add(type);
            line("enum " + type + " { RED, GREEN_" + i + ", blue }");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String type = "R" + count++;
            String components = components(3);
            String self = random.nextInt(3) == 0 ? recursive(type) + " self" : "";
            String separator = components.isEmpty() || self.isEmpty() ? "" : ", ";
            line("record " + type + "(" + components + separator + self + ") {}");
            records.add(type);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            union();
        }
        if (random.nextBoolean()) {
            line("record Box<T>(T held, List<T> more) {}");
            records.add("Box<" + plain() + ">");
        }
        boolean hasServer = random.nextInt(5) > 0;
        boolean hasClient = !hasServer || random.nextInt(5) > 0;
        if (hasServer) {
            direction("ToServer");
        }
        if (hasClient) {
            direction("ToClient");
        }
        String strict = random.nextInt(4) == 0 ? ", strict = true" : "";
        return """
                package fuzz;
                import dev.strait.*;
                import jakarta.validation.constraints.*;
                import java.math.*;
                import java.time.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                @SuppressWarnings({"STRAIT-181", "STRAIT-182", "STRAIT-183", "STRAIT-184", "STRAIT-187"})
                @Channel(value = "/%s"%s)
                interface %s {
                %s}
                """.formatted(name, strict, name, body);
    }

    private void line(String text) {
        body.append("    ").append(text).append('\n');
    }

    private String recursive(String type) {
        return switch (random.nextInt(3)) {
            case 0 -> "Optional<" + type + ">";
            case 1 -> "@Nullable " + type;
            default -> "List<" + type + ">";
        };
    }

    private void union() {
        String union = "U" + count++;
        line("sealed interface " + union + " {}");
        String parent = union;
        if (random.nextBoolean()) {
            parent = "U" + count++;
            line("sealed interface " + parent + " extends " + union + " {}");
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String type = "V" + count++;
            String annotation = random.nextInt(4) == 0 ? "@Type(\"v:" + count + "\") " : "";
            line(annotation + "record " + type + "(" + components(3) + ") implements " + (i % 2 == 0 ? union : parent)
                    + " {}");
        }
        line("record V" + count++ + "() implements " + parent + " {}");
        unions.add(union);
    }

    private void direction(String direction) {
        line("sealed interface " + direction + " {}");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String type = "M" + count++;
            String ask = "";
            if (random.nextInt(4) == 0) {
                String answer = "A" + count++;
                line("record " + answer + "(" + components(2) + ") {}");
                ask = ", Ask<" + answer + ">";
            } else if (random.nextInt(6) == 0) {
                union();
                ask = ", Ask<" + unions.get(unions.size() - 1) + ">";
            }
            line("record " + type + "(" + components(6) + ") implements " + direction + ask + " {}");
        }
    }

    private String components(int max) {
        List<String> components = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            String name = NAMES[random.nextInt(NAMES.length)];
            if (!used.contains(name)) {
                used.add(name);
                components.add(component(name));
            }
        }
        return String.join(", ", components);
    }

    private String component(String name) {
        String annotation = random.nextInt(8) == 0 ? "@Name(\"n" + count++ + "\") " : "";
        return annotation
                + switch (random.nextInt(8)) {
                    case 0 -> "Optional<" + element(1) + ">";
                    case 1 -> nullable();
                    case 2 ->
                        "@Default(\"7\") "
                                + List.of("int", "long", "double", "String").get(random.nextInt(4));
                    // Only at top level: Hibernate Validator ignores constraints on nested arrays.
                    case 3 -> size() + List.of("int[]", "String[]").get(random.nextInt(2));
                    default -> type(3);
                }
                + " " + name;
    }

    private String nullable() {
        String type = type(2);
        boolean canBeNullable = !type.startsWith("@") && !type.contains("[]") && Character.isUpperCase(type.charAt(0));
        return canBeNullable ? "@Nullable " + type : type;
    }

    private String type(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> size() + "Set<" + element(depth - 1) + ">";
                case 1 -> size() + "Map<" + key() + ", " + element(depth - 1) + ">";
                case 2 -> List.of("int", "String", "double", "UUID").get(random.nextInt(4)) + "[]";
                case 3 -> "byte[]";
                case 4 -> size() + "Collection<" + plain() + ">";
                default -> size() + "List<" + element(depth - 1) + ">";
            };
        }
        if (!records.isEmpty() && random.nextInt(4) == 0) {
            return records.get(random.nextInt(records.size()));
        }
        if (!unions.isEmpty() && random.nextInt(4) == 0) {
            return unions.get(random.nextInt(unions.size()));
        }
        return scalar();
    }

    private String element(int depth) {
        String type = type(depth);
        return boxed(type);
    }

    private static String boxed(String type) {
        return type.replaceFirst("\\bint$", "Integer")
                .replaceFirst("\\bshort$", "Short")
                .replaceFirst("\\bchar$", "Character")
                .replaceFirst("\\b(boolean|byte|long|float|double)$", "%$1")
                .replace("%boolean", "Boolean")
                .replace("%byte", "Byte")
                .replace("%long", "Long")
                .replace("%float", "Float")
                .replace("%double", "Double");
    }

    private String key() {
        List<String> keys =
                new ArrayList<>(List.of("String", "Integer", "Long", "UUID", "@Size(max = 9) String", "DayOfWeek"));
        keys.addAll(enums);
        return keys.get(random.nextInt(keys.size()));
    }

    private String size() {
        return switch (random.nextInt(6)) {
            case 0 -> "@Size(max = " + (1 + random.nextInt(3)) + ") ";
            case 1 -> "@NotEmpty ";
            default -> "";
        };
    }

    /** Returns an unconstrained reference type. */
    private String plain() {
        return List.of("String", "Integer", "UUID", "BigDecimal", "Instant").get(random.nextInt(5));
    }

    private String scalar() {
        if (!enums.isEmpty() && random.nextInt(6) == 0) {
            return enums.get(random.nextInt(enums.size()));
        }
        int low = random.nextInt(9) - 4;
        int high = low + random.nextInt(9);
        return switch (random.nextInt(16)) {
            case 0 -> "boolean";
            case 1 -> "@Min(" + low + ") @Max(" + high + ") int";
            case 2 -> "@DecimalMin(\"" + low + ".5\") BigDecimal";
            case 3 -> "@AsString long";
            case 4 -> "@Positive double";
            case 5 -> "char";
            case 6 -> "@NotBlank String";
            case 7 -> "@Size(min = 1, max = 12) String";
            case 8 ->
                "@Pattern(regexp = \""
                        + List.of("[a-z]+", "[A-Z]{3}", "(?:[a-z])+").get(random.nextInt(3)) + "\") String";
            case 9 -> "@Digits(integer = 4, fraction = 2) BigDecimal";
            case 10 -> "Instant";
            case 11 -> "@NegativeOrZero short";
            case 12 -> "@DecimalMax(value = \"" + high + "\", inclusive = false) BigInteger";
            case 13 -> "@Past LocalDate";
            case 14 -> "@AsString @PositiveOrZero BigInteger";
            default -> "String";
        };
    }
}
