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
        if (channel.hasDeprecated()) {
            // The contract may go on with what it deprecates; those who use it are told by their own compiler.
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        TypeSpec spec = type.addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", PROCESSOR)
                        .build())
                .addOriginatingElement(channel.origin())
                .build();
        return JavaFile.builder(channel.contract().packageName(), spec)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
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
