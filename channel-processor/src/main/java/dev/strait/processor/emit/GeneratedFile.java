package dev.strait.processor.emit;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import javax.lang.model.element.Modifier;

/** What all generated files have in common. */
final class GeneratedFile {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.strait.processor.ChannelProcessor";

    private GeneratedFile() {}

    /** A file with one type, no wider than its contract, whose only origin the contract is. */
    static JavaFile of(ChannelModel channel, TypeSpec.Builder type) {
        if (channel.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        // Warnings about what the contract uses belong to the contract.
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S, $S, $S}", "deprecation", "exports", "missing-explicit-ctor", "removal")
                .build());
        TypeSpec spec = type.addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", PROCESSOR)
                        .build())
                .addOriginatingElement(channel.origin())
                .build();
        return JavaFile.builder(channel.contract().packageName(), spec)
                // An import of java.lang.Override hides a type Override of the package (JLS 6.4.1).
                .skipJavaLangImports(false)
                .indent("    ")
                .build();
    }

    /** Adds the annotation that names the endpoint and the emitter, if there is an endpoint. */
    static TypeSpec.Builder withChannelType(ChannelModel channel, TypeSpec.Builder type) {
        if (channel.hasJakarta()) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.CHANNEL_TYPE)
                    .addMember("endpoint", "$T.class", Names.endpoint(channel))
                    .addMember("emitter", "$T.class", Names.emitter(channel))
                    .build());
        }
        return type;
    }

    /** A sentence of ours, then what the author says of the contract. */
    static CodeBlock doc(ChannelModel channel, String sentence) {
        CodeBlock.Builder doc =
                CodeBlock.builder().add(sentence, channel.contract()).add("\n");
        if (!channel.doc().isEmpty()) {
            doc.add("\n<p>$L\n", channel.doc());
        }
        return doc.build();
    }
}
