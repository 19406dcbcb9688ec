package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** What the methods for messages of clients and of test kits have in common. */
final class MessageMethods {

    private MessageMethods() {}

    /** Begins a method with a message's components as its parameters. */
    static MethodSpec.Builder ofComponents(MessageModel message, String name, String verb, TypeName result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc(verb, message))
                .returns(result);
        for (ComponentModel component : message.record().components()) {
            method.addParameter(component.type().name(), component.name());
        }
        return method;
    }

    /** Returns a sentence about a message, with what its author says of it. */
    static CodeBlock doc(String verb, MessageModel message) {
        return message.doc().isEmpty()
                ? CodeBlock.of("$L {@link $T}.\n", verb, message.type())
                : CodeBlock.of("$L {@link $T}: $L\n", verb, message.type(), message.doc());
    }

    /** Returns the name of the method that sends a message, clear of other members of its class. */
    static String sending(MessageModel message, Set<String> members) {
        String name = message.senderMethod();
        return members.contains(name) || SourceVersion.isKeyword(name) ? "send" + message.simpleName() : name;
    }

    /** Two messages may lead to one name, such as {@code Close} and {@code SendClose}. */
    static String free(String wanted, Set<String> names) {
        String name = wanted;
        while (!names.add(name)) {
            name += "Message";
        }
        return name;
    }
}
