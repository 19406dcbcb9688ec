package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Parses a direction: a sealed interface and the records that it permits. */
final class DirectionParser {

    private final Elements elements;
    private final Registry registry;
    private final UnionParser unions;
    private final RecordParser records;
    private final AnswerParser answers;

    DirectionParser(Elements elements, Registry registry, UnionParser unions, RecordParser records) {
        this.elements = elements;
        this.registry = registry;
        this.unions = unions;
        this.records = records;
        this.answers = new AnswerParser(registry, unions);
    }

    /**
     * Returns the direction; empty if the interface is invalid. An invalid message has its names, but no components.
     */
    Optional<DirectionModel> parse(TypeElement direction, TypeElement contract) {
        if (direction.getKind() != ElementKind.INTERFACE
                || !direction.getModifiers().contains(Modifier.SEALED)) {
            registry.diagnosticsFor(direction, contract)
                    .error(Problem.DIRECTION_NOT_SEALED, direction, direction.getSimpleName());
            return Optional.empty();
        }
        if (!Mirrors.isAccessible(direction, MoreElements.getPackage(contract))) {
            registry.diagnosticsFor(direction, contract)
                    .error(
                            Problem.RECORD_INACCESSIBLE,
                            direction,
                            direction.getSimpleName(),
                            Mirrors.accessFix(direction));
            return Optional.empty();
        }
        if (!direction.getTypeParameters().isEmpty()) {
            registry.diagnosticsFor(direction, contract)
                    .error(Problem.RECORD_GENERIC, direction, direction.getSimpleName());
            return Optional.empty();
        }
        if (direction.getPermittedSubclasses().isEmpty()) {
            registry.diagnosticsFor(direction, contract)
                    .error(
                            Problem.CHANNEL_EMPTY,
                            direction,
                            direction.getSimpleName(),
                            UnionParser.missingRecords(direction, contract));
            return Optional.empty();
        }
        registry.addFrameType(direction);
        List<MessageModel> messages = new ArrayList<>();
        List<TypeElement> records = unions.records(direction, contract);
        for (TypeElement message : records) {
            messages.add(message(message, contract, records.size() == 1));
        }
        return Optional.of(new DirectionModel(ClassName.get(direction), registry.discriminatorOf(direction), messages));
    }

    private MessageModel message(TypeElement message, TypeElement contract, boolean isOnly) {
        String wireName = WireNames.of(message);
        WireNames.check(wireName, message, isOnly, registry.diagnosticsFor(message, contract));
        ClassName type = ClassName.get(message);
        RecordModel record =
                records.parse(message, contract).orElse(new RecordModel(type, type.simpleName(), List.of(), "", false));
        boolean isDeprecated = message.getAnnotation(Deprecated.class) != null;
        return new MessageModel(
                message,
                registry.diagnosticsFor(message, contract).positionOf(message),
                type,
                record,
                wireName,
                !WireNames.isLeftOut(message),
                answers.parse(message, wireName, contract),
                registry.isInContractFile(message)
                        ? Mirrors.doc(elements, message)
                        : "", // class files have no comments
                isDeprecated,
                Policies.isVolatile(message),
                Policies.roles(message));
    }
}
