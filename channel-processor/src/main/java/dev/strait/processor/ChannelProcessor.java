package dev.strait.processor;

import com.google.auto.common.SuperficialValidation;
import com.google.auto.service.AutoService;
import dev.strait.processor.parse.ChannelParser;
import java.util.HashSet;
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

/**
 * Generates what runs a channel from the interfaces that carry {@code @Channel}: handler, connection, sender, emitter,
 * codec and endpoint, in the contract's own package.
 */
@AutoService(Processor.class)
public final class ChannelProcessor extends AbstractProcessor {

    /** Contracts that name types which are not there yet: another processor may write them. Elements do not outlive a round. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** All types of the compilation that stand in no other, of all rounds so far. */
    private final Set<String> outermost = new HashSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ChannelParser.CHANNEL, "dev.strait.Type", "dev.strait.Name", "dev.strait.Default");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(ContractLock.DIR, ContractLock.MODE, ContractFlow.SIZES);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(root -> outermost.add(root.toString()));
        ContractFlow flow = new ContractFlow(processingEnv, outermost);
        for (Map.Entry<String, Element> contract : contracts(round).entrySet()) {
            if (round.processingOver()) {
                flow.tell(contract.getValue()); // the compiler names the types that never came; we, the other mistakes
            } else if (SuperficialValidation.validateElement(contract.getValue())) {
                flow.run(contract.getValue());
            } else {
                waiting.add(contract.getKey());
            }
        }
        return false; // javac calls no further processor, of whatever kind, once all annotations are claimed
    }

    private Map<String, Element> contracts(RoundEnvironment round) {
        Map<String, Element> contracts = new LinkedHashMap<>();
        for (String name : waiting) {
            contracts.put(name, processingEnv.getElementUtils().getTypeElement(name));
        }
        waiting.clear();
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
