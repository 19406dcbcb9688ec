package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/** Writes the questions to all nodes. */
final class ClusterWriter {

    private static final TypeName STRING = ClassName.get(String.class);

    private static final String DOC = """

            <p>No method blocks. The stages complete within a second and never fail. An answer is not complete if a node did
            not answer in time, or if this node cannot reach the others at the moment. Without other nodes, stages are complete
            at once.
            """;

    private static final String MAX = "\n@param max the maximum number, 1 to 10,000\n"
            + "@throws IllegalArgumentException the maximum is out of range";
    private static final String INVALID_KEY = "\n@throws IllegalArgumentException the key violates its constraints";

    private final ChannelModel channel;

    private ClusterWriter(ChannelModel channel) {
        this.channel = channel;
    }

    static JavaFile write(ChannelModel channel) {
        return new ClusterWriter(channel).file();
    }

    private JavaFile file() {
        TypeName gateway = ParameterizedTypeName.get(RuntimeTypes.CLUSTER_GATEWAY, channel.roomType());
        TypeName infos = ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.CONNECTION_INFO);
        TypeName info = ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeTypes.CONNECTION_INFO);
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.cluster(channel))
                .addModifiers(Modifier.FINAL)
                .addJavadoc(GeneratedFile.doc(channel, "Asks all nodes about the connections of {@link $T}."))
                .addJavadoc(DOC)
                .addField(gateway, "gateway", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(gateway, "gateway")
                        .addStatement("this.gateway = gateway")
                        .build());
        if (channel.hasRooms()) {
            TypeName rooms = ParameterizedTypeName.get(ClassName.get(List.class), channel.roomType());
            type.addMethod(question(
                            "size",
                            TypeName.INT.box(),
                            "Returns the number of members of a room.\n" + INVALID_KEY,
                            channel.roomType(),
                            "room"))
                    .addMethod(question(
                            "members",
                            infos,
                            "Returns members of a room.\n" + MAX + ", or the key violates its constraints",
                            channel.roomType(),
                            "room",
                            TypeName.INT,
                            "max"))
                    .addMethod(
                            question("rooms", rooms, "Returns rooms that have a member.\n" + MAX, TypeName.INT, "max"));
        }
        type.addMethod(question(
                        "user", infos, "Returns connections of a user.\n" + MAX, STRING, "user", TypeName.INT, "max"))
                .addMethod(question(
                        "info",
                        info,
                        "Returns a snapshot of a connection, if there is one with this id.",
                        STRING,
                        "connectionId"));
        if (channel.hasRooms() && !channel.isPathBound()) {
            type.addMethod(membership(
                            "join",
                            "Makes a connection join without calling the handler's {@code join}. False if the connection is "
                                    + "unknown,\nalready a member, closed or at its limit of rooms."))
                    .addMethod(membership("leave", "Makes a connection leave. False if it is not a member."));
        }
        return GeneratedFile.of(channel, type);
    }

    private MethodSpec membership(String name, String doc) {
        return question(
                name,
                TypeName.BOOLEAN.box(),
                doc + " If the answer is not\ncomplete, it may have happened.\n" + INVALID_KEY,
                channel.roomType(),
                "room",
                STRING,
                "connectionId");
    }

    // public CompletionStage<Answer<Integer>> size(String room) {
    //     return gateway.size(room);
    // }
    private static MethodSpec question(String name, TypeName value, String doc, TypeName type, String parameter) {
        return question(name, value, doc)
                .addParameter(type, parameter)
                .addStatement("return gateway.$N($N)", name, parameter)
                .build();
    }

    private static MethodSpec question(
            String name,
            TypeName value,
            String doc,
            TypeName firstType,
            String first,
            TypeName secondType,
            String second) {
        return question(name, value, doc)
                .addParameter(firstType, first)
                .addParameter(secondType, second)
                .addStatement("return gateway.$N($N, $N)", name, first, second)
                .build();
    }

    private static MethodSpec.Builder question(String name, TypeName value, String doc) {
        TypeName answer = ParameterizedTypeName.get(RuntimeTypes.ANSWER, value);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletionStage.class), answer));
    }
}
