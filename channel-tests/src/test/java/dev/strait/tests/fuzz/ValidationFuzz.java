package dev.strait.tests.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Compares the violations that the generated codec reports with those of Hibernate Validator.
 *
 * <p>Intended differences: {@link #isIntendedDifference}.
 */
public final class ValidationFuzz {

    private static final FormCodec CODEC = new FormCodec();
    private static final Validator HIBERNATE = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static final String[] TEXTS = {
        "",
        " ",
        "\u2003",
        "\u0000",
        "a",
        "ab",
        "abc",
        "abcd",
        "abcde",
        "abcdefghi",
        "ab-12",
        "ab-123",
        "a-b-12",
        "AB-12",
        "a.b",
        "abc.",
        "abc\n",
        "ab\n",
        "a@b",
        "@",
        "a@",
        "a@b@",
        "\n@\n",
        "aabbc",
        "abcabc",
        "ccc",
        "c",
        "ababababababac",
        "中",
        "中@文",
        "😀",
        "😀@x",
        "😀😀",
        "ä",
        "_1.",
        "1234"
    };

    private ValidationFuzz() {}

    /** The entry point for Jazzer. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        check(Choices.of(data));
    }

    static void check(Choices data) {
        Form.ToServer message = switch (data.number(0, 2)) {
            case 0 -> texts(data);
            case 1 -> numbers(data);
            default -> holders(data);
        };
        Set<String> ours = ours(CODEC.encodeToServer(message));
        Set<String> fromBytes = ours(CODEC.encodeToServerUtf8(message));
        Set<String> theirs = HIBERNATE.validate(message).stream()
                .filter(violation -> !isIntendedDifference(violation))
                .map(ValidationFuzz::pointer)
                .collect(Collectors.toCollection(TreeSet::new));
        if (theirs.contains("/scores")) {
            theirs.removeIf(path -> path.startsWith("/scores/")); // oversized maps are neither read nor checked
        }
        if (!ours.equals(theirs) || !ours.equals(fromBytes)) {
            throw new AssertionError(message + ": ours " + ours + ", from bytes " + fromBytes + ", theirs " + theirs);
        }
    }

    /**
     * Hibernate Validator counts every character up to U+0020 as blank; the codec uses {@link String#isBlank}. Texts that are
     * blank only for the codec are not generated for such components.
     */
    private static boolean isIntendedDifference(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotBlank
                && violation.getInvalidValue() instanceof String text
                && !text.isBlank();
    }

    private static Set<String> ours(String frame) {
        return paths(() -> CODEC.decodeToServer(frame));
    }

    private static Set<String> ours(byte[] frame) {
        return paths(() -> CODEC.decodeToServer(frame));
    }

    private static Set<String> paths(Supplier<Form.ToServer> decoded) {
        try {
            return decoded.get() == null ? Set.of("null") : Set.of();
        } catch (FrameException e) {
            return e.violations().stream().map(Violation::path).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static Form.Texts texts(Choices data) {
        return new Form.Texts(
                notUnicodeBlank(data),
                text(data),
                text(data),
                data.flag() ? null : text(data),
                data.flag() ? Optional.empty() : Optional.of(text(data)),
                text(data),
                text(data),
                text(data),
                text(data));
    }

    private static Form.Numbers numbers(Choices data) {
        return new Form.Numbers(
                data.number(-7, 7),
                data.number(-2, 3),
                (short) data.number(-2, 2),
                data.number(-3, 3) / 2.0,
                data.number(-3, 3) / 4f,
                BigInteger.valueOf(data.number(98, 102)),
                BigDecimal.valueOf(data.number(-1, 4)),
                data.flag() ? null : data.number(2, 5));
    }

    private static Form.Holders holders(Choices data) {
        List<String> tags = new ArrayList<>();
        for (int i = data.number(0, 3); i > 0; i--) {
            tags.add(text(data));
        }
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = data.number(0, 2); i > 0; i--) {
            numbers.add(data.number(0, 3));
        }
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (int i = data.number(0, 3); i > 0; i--) {
            scores.put("k" + scores.size(), data.number(scores.size() > 1 ? 0 : -2, 2));
        }
        List<Form.Line> lines = new ArrayList<>();
        for (int i = data.number(0, 3); i > 0; i--) {
            lines.add(line(data));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = data.number(0, 2); i > 0; i--) {
            rows.add(List.of(text(data), text(data)));
        }
        return new Form.Holders(tags, numbers, scores, lines, line(data), rows);
    }

    private static Form.Line line(Choices data) {
        return new Form.Line(notUnicodeBlank(data), data.number(-2, 2));
    }

    private static String text(Choices data) {
        return data.flag() ? TEXTS[data.number(0, TEXTS.length - 1)] : data.ascii();
    }

    private static String notUnicodeBlank(Choices data) {
        String text = text(data);
        return text.isBlank() && !text.trim().isEmpty() ? "x" : text; // blank only for the codec
    }
}
