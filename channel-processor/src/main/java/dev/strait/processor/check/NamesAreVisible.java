package dev.strait.processor.check;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.UnionModel;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * In the unnamed package, generated code can name a type only by its simple name. That must not be the name of a nested
 * type or type variable of the generated code.
 */
final class NamesAreVisible {

    private static final Set<String> OWN_NAMES = Set.of(
            "A",
            "Binding",
            "Builder",
            "ConnectionTarget",
            "JoinedRoom",
            "M",
            "Members",
            "R",
            "RoomTarget",
            "S",
            "Target",
            "UserTarget",
            "ToClientText",
            "ToServerText");

    private final Diagnostics diagnostics;

    NamesAreVisible(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel) {
        if (!channel.contract().packageName().isEmpty()) {
            return;
        }
        Set<String> names = new TreeSet<>();
        names.add(channel.contract().topLevelClassName().simpleName());
        Stream<TypeName> types = Stream.of(
                        channel.records().stream().map(RecordModel::type),
                        channel.unions().stream().map(UnionModel::type),
                        channel.enums().stream().map(EnumModel::type))
                .flatMap(stream -> stream);
        types.map(type -> type instanceof ParameterizedTypeName generic ? generic.rawType : (ClassName) type)
                .filter(type -> type.packageName().isEmpty())
                .forEach(type -> names.add(type.topLevelClassName().simpleName()));
        names.retainAll(OWN_NAMES);
        names.forEach(name -> diagnostics.error(Problem.NAME_HIDDEN, channel.origin(), name));
    }
}
