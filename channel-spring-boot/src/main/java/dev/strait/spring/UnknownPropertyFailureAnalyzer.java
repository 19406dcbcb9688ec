package dev.strait.spring;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do about a property of Strait that does not exist. In front of Spring's own analyzer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final String PREFIX = "strait.";
    private static final String CHANNELS = "strait.channels.";

    /** For Spring. */
    UnknownPropertyFailureAnalyzer() {}

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, UnboundConfigurationPropertiesException unbound) {
        List<ConfigurationProperty> unknown = unbound.getUnboundProperties().stream()
                .filter(property -> property.getName().toString().startsWith(PREFIX))
                .toList();
        if (unknown.isEmpty()) {
            return null;
        }
        boolean isName = unknown.stream()
                .anyMatch(property -> property.getName().toString().startsWith(CHANNELS));
        return new FailureAnalysis(
                unknown.stream()
                        .map(UnknownPropertyFailureAnalyzer::describe)
                        .collect(Collectors.joining(System.lineSeparator())),
                isName
                        ? "Write the name of a contract in brackets: strait.channels[com.acme.Chat].path, and in YAML also in"
                                + " quotes: \"[com.acme.Chat]\"."
                        : "Correct its name, or remove it. Completion in an IDE lists the properties of Strait.",
                unbound);
    }

    private static String describe(ConfigurationProperty property) {
        String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "The property " + property.getName() + origin + " does not exist.";
    }
}
