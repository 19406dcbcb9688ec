package dev.strait.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.emit.TestKitWriter;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.parse.ChannelParser;
import dev.strait.processor.parse.Sources;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes the test kits of contracts that were compiled before, for types with {@code @GenerateTestKit}. */
final class TestKits {

    /** The annotation. */
    static final String ANNOTATION = "dev.strait.test.GenerateTestKit";

    private final ProcessingEnvironment environment;
    private final OutputFiles output;
    /** The contracts whose kits are written. */
    private final Set<String> written = new HashSet<>();

    TestKits(ProcessingEnvironment environment, OutputFiles output) {
        this.environment = environment;
        this.output = output;
    }

    /** Writes the kits that a type of the tests names, except for contracts that are compiled now. */
    void write(Element annotated, Sources sources) {
        for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
            if (MoreElements.asType(annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(ANNOTATION)) {
                for (AnnotationValue value : contracts(annotation)) {
                    write(value, annotation, MoreElements.asType(annotated), sources);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the attribute is an array of classes
    private static List<? extends AnnotationValue> contracts(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream()
                .findFirst()
                .map(value -> (List<? extends AnnotationValue>) value.getValue())
                .orElse(List.of());
    }

    private void write(AnnotationValue value, AnnotationMirror annotation, TypeElement annotated, Sources sources) {
        if (!(value.getValue() instanceof TypeMirror type)
                || type.getKind() == TypeKind.ERROR) { // the compiler reports that the type is missing
            return;
        }
        Optional<TypeElement> contract =
                type.getKind() == TypeKind.DECLARED ? Optional.of(MoreTypes.asTypeElement(type)) : Optional.empty();
        if (contract.isEmpty() || !ChannelParser.isContract(contract.get())) {
            new Diagnostics(environment.getMessager())
                    .error(
                            Problem.TEST_KIT_IMPOSSIBLE,
                            annotated,
                            annotation,
                            value,
                            type,
                            "it is not an interface with @Channel");
        } else if (!sources.has(contract.get()) && written.add(type.toString())) {
            write(contract.get(), annotated, sources);
        }
    }

    private void write(TypeElement contract, TypeElement annotated, Sources sources) {
        Diagnostics diagnostics =
                Diagnostics.ofCompiledContract(environment.getMessager(), contract.getQualifiedName(), annotated);
        Optional<ChannelModel> parsed = new ChannelParser(
                        diagnostics, environment.getElementUtils(), sources.withoutConstraints())
                .parse(contract);
        if (parsed.isEmpty() || !parsed.get().isComplete() || !diagnostics.isClean()) {
            return;
        }
        ChannelModel channel = parsed.get().generatedFor(annotated);
        String endpoint = channel.generated("Endpoint").canonicalName();
        if (environment.getElementUtils().getTypeElement(endpoint) == null) {
            diagnostics.error(
                    Problem.TEST_KIT_IMPOSSIBLE,
                    annotated,
                    contract.getSimpleName(),
                    endpoint
                            + " is not on the class path, because the contract was compiled without Strait's processor or"
                            + " without the Jakarta WebSocket API");
            return;
        }
        output.writeSource(TestKitWriter.write(channel), annotated);
    }
}
