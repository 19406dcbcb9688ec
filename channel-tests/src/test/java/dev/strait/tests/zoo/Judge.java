package dev.strait.tests.zoo;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Validates a record and all records in it with Hibernate Validator. Each of them is validated separately, because Hibernate
 * Validator cascades only with {@code @Valid}, which contracts do not need.
 */
final class Judge {

    private static final Validator HIBERNATE = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Judge() {}

    /** Returns the paths of the violations, as JSON Pointers. */
    static Set<String> violatedPaths(Object record) {
        Set<String> paths = new TreeSet<>();
        walk(record, "", paths);
        return paths;
    }

    private static void walk(@Nullable Object value, String path, Set<String> paths) {
        if (value instanceof Record record) {
            for (ConstraintViolation<Record> violation : HIBERNATE.validate(record)) {
                if (!isBlankForHibernateOnly(violation) && !isInEmptyOptional(violation)) {
                    paths.add(path + pointer(violation.getPropertyPath()));
                }
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                walk(Records.read(record, component), path + "/" + component.getName(), paths);
            }
        } else if (value instanceof Optional<?> optional) {
            walk(optional.orElse(null), path, paths);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> walk(element, path + "/" + name(key), paths));
        } else if (value instanceof Set<?> set) {
            set.forEach(element -> walk(element, path, paths)); // without indexes: duplicates were removed
        } else if (value instanceof Collection<?> all) {
            int index = 0;
            for (Object element : all) {
                walk(element, path + "/" + index++, paths);
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                walk(Array.get(value, i), path + "/" + i, paths);
            }
        }
    }

    /** Hibernate Validator counts every character up to U+0020 as blank; the codec uses {@link String#isBlank}. */
    private static boolean isBlankForHibernateOnly(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotBlank
                && violation.getInvalidValue() instanceof String text
                && !text.isBlank();
    }

    private static boolean isInEmptyOptional(ConstraintViolation<Record> violation) {
        String property = violation.getPropertyPath().iterator().next().getName();
        return violation.getInvalidValue() == null
                && Arrays.stream(violation.getRootBeanClass().getRecordComponents())
                        .anyMatch(component ->
                                component.getName().equals(property) && component.getType() == Optional.class);
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(name(node.getKey()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String name(@Nullable Object key) {
        String name = key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
        return name.replace("~", "~0").replace("/", "~1");
    }
}
