package dev.strait.processor.check;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** No component has the JSON name of the property that says which record its object is. */
final class DiscriminatorsAreFree {

    private final Diagnostics diagnostics;
    private final Map<String, RecordModel> records = new HashMap<>();
    private final Set<Element> reported = new HashSet<>();

    DiscriminatorsAreFree(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        channel.records().forEach(record -> records.put(record.id(), record));
        channel.toServer().ifPresent(this::checkMessages);
        channel.toClient().ifPresent(this::checkMessages);
        for (UnionModel union : channel.unions()) {
            recordsOf(union.variants()).forEach(record -> check(record, union.discriminator(), union.type()));
        }
    }

    private void checkMessages(DirectionModel direction) {
        direction.messages().forEach(message -> {
            checkFrame(message.record(), direction.discriminator(), direction.type());
            message.answer().ifPresent(this::checkAnswer);
        });
    }

    private void checkAnswer(AnswerModel answer) {
        recordsOf(answer.variants()).forEach(record -> checkFrame(record, answer.discriminator(), answer.type()));
    }

    /** Checks a record that is a frame, which may not have a component with the property of the protocol's frames either. */
    private void checkFrame(RecordModel record, String discriminator, TypeName type) {
        for (ComponentModel component : record.components()) {
            if (hasName(component, ChannelModel.DEFAULT_DISCRIMINATOR) && reported.add(component.origin())) {
                diagnostics.error(
                        Problem.COMPONENT_NAME_RESERVED, component.origin(), ChannelModel.DEFAULT_DISCRIMINATOR);
            }
        }
        check(record, discriminator, type);
    }

    /** Returns the valid records. */
    private Stream<RecordModel> recordsOf(List<VariantModel> variants) {
        return variants.stream().map(variant -> records.get(variant.record())).filter(Objects::nonNull);
    }

    private void check(RecordModel record, String discriminator, TypeName type) {
        for (ComponentModel component : record.components()) {
            if (hasName(component, discriminator) && reported.add(component.origin())) {
                diagnostics.error(
                        Problem.DISCRIMINATOR_TAKEN,
                        component.origin(),
                        component.name(),
                        discriminator,
                        simpleName(type));
            }
        }
    }

    private static boolean hasName(ComponentModel component, String name) {
        return Stream.concat(Stream.of(component.jsonName()), component.aliases().stream())
                .anyMatch(name::equals);
    }

    private static String simpleName(TypeName type) {
        return type instanceof ParameterizedTypeName generic
                ? generic.rawType.simpleName()
                : ((ClassName) type).simpleName();
    }
}
