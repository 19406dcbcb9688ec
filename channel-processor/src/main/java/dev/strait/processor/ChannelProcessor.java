package dev.strait.processor;

import com.google.auto.service.AutoService;
import dev.strait.processor.parse.ChannelParser;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Processes interfaces with {@code @Channel}. Generates the handler, connection, sender, emitter, codec and endpoint in
 * the package of the contract.
 */
@AutoService(Processor.class)
public final class ChannelProcessor extends AbstractProcessor {

    /**
     * Names of the contracts with unresolved types, which another processor may generate. These are names because
     * elements are valid for one round only.
     */
    private final Set<String> deferred = new LinkedHashSet<>();

    private @Nullable ContractFlow flow;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                ChannelParser.CHANNEL,
                "dev.strait.Type",
                "dev.strait.Name",
                "dev.strait.Default",
                "dev.strait.Allow",
                "dev.strait.Volatile",
                TestKits.ANNOTATION);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(
                ContractLock.DIR,
                ContractLock.MODE,
                ContractFlow.SIZES,
                ContractFlow.REACT,
                ClientFolder.DIR,
                DocumentInfo.FILE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (flow == null) {
            flow = new ContractFlow(processingEnv);
        }
        flow.addSources(round.getRootElements());
        for (Map.Entry<String, Element> contract : contracts(round).entrySet()) {
            if (round.processingOver()) {
                flow.check(contract.getValue()); // the compiler reports the types that are still unresolved
            } else if (flow.isResolved(contract.getValue())) {
                flow.generate(contract.getValue());
            } else {
                deferred.add(contract.getKey());
            }
        }
        TypeElement forTests = processingEnv.getElementUtils().getTypeElement(TestKits.ANNOTATION);
        if (forTests != null) {
            round.getElementsAnnotatedWith(forTests).forEach(flow::generateTestKits);
        }
        return false; // once all annotations are claimed, javac calls no further processor
    }

    private Map<String, Element> contracts(RoundEnvironment round) {
        Map<String, Element> contracts = new LinkedHashMap<>();
        for (String name : deferred) {
            contracts.put(name, processingEnv.getElementUtils().getTypeElement(name));
        }
        deferred.clear();
        TypeElement channel = processingEnv.getElementUtils().getTypeElement(ChannelParser.CHANNEL);
        if (channel != null) {
            for (Element contract : round.getElementsAnnotatedWith(channel)) {
                contracts.put(contract.toString(), contract);
            }
        }
        contracts.values().removeIf(Objects::isNull);
        return contracts;
    }
}
