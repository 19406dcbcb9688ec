package dev.strait.processor.parse;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The properties that tell the records of sealed interfaces apart, as {@code @Discriminator} names them. */
final class Discriminators {

    private static final String DISCRIMINATOR = "dev.strait.Discriminator";

    /** Readers compare plain names byte by byte. */
    private static final Pattern VALID = Pattern.compile("(?!\\$)[ -~&&[^\"\\\\?]]{1,64}");

    private final TypeElement contract;

    Discriminators(TypeElement contract) {
        this.contract = contract;
    }

    /** Returns the property for a sealed interface or a record: its own, or that of the contract. */
    String of(TypeElement type) {
        return Mirrors.find(type, DISCRIMINATOR)
                .or(() -> Mirrors.find(contract, DISCRIMINATOR))
                .map(annotation -> Mirrors.string(annotation, "value"))
                .filter(name -> VALID.matcher(name).matches())
                .orElse(ChannelModel.DEFAULT_DISCRIMINATOR);
    }

    /** Reports an annotation that has no effect. */
    static void reportIgnored(TypeElement type, String advice, Diagnostics diagnostics) {
        Mirrors.find(type, DISCRIMINATOR)
                .ifPresent(annotation -> diagnostics.error(
                        Problem.ANNOTATION_IGNORED, type, annotation, "Discriminator", type.getSimpleName(), advice));
    }

    /** Reports an annotation that is invalid, or on a type where it has no effect. */
    static void check(TypeElement type, Diagnostics diagnostics) {
        Optional<AnnotationMirror> found = Mirrors.find(type, DISCRIMINATOR);
        if (found.isEmpty()) {
            return;
        }
        AnnotationMirror annotation = found.get();
        String name = Mirrors.string(annotation, "value");
        if (type.getKind() != ElementKind.INTERFACE) {
            reportIgnored(type, "Write it on a sealed interface or on the contract.", diagnostics);
        } else if (!VALID.matcher(name).matches()) {
            diagnostics.error(
                    Problem.DISCRIMINATOR_INVALID, type, annotation, Mirrors.value(annotation, "value"), name);
        }
    }
}
