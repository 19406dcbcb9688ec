package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RoomModel;
import dev.strait.processor.model.TypeModel;
import java.util.List;
import java.util.Optional;

/** Writes the two methods between a room's key and its name. */
final class RoomMethods {

    private static final CodeBlock ALL = CodeBlock.of("~0L");

    private final ChannelModel channel;
    private final CodecConstants constants;

    RoomMethods(ChannelModel channel, CodecConstants constants) {
        this.channel = channel;
        this.constants = constants;
    }

    // public String roomName(Chat.Room room) {
    //     Violations found = new Violations();
    //     checkRoom(found, ~0L, room.room());
    //     RoomName.require(found);
    //     return RoomName.joinInPath(room.room());
    // }
    MethodSpec roomName() {
        MethodSpec.Builder method =
                Names.overriding("roomName", TypeName.get(String.class)).addParameter(channel.roomType(), "room");
        Optional<RecordModel> key = channel.room().map(RoomModel::record);
        if (key.isEmpty()) {
            return method.addStatement("return $T.join(room)", RuntimeTypes.ROOM_NAME)
                    .build();
        }
        if (key.get().isConstrained()) {
            method.addStatement("$1T found = new $1T()", RuntimeTypes.VIOLATIONS)
                    .addStatement(
                            "$L",
                            CheckMethods.call(
                                    key.get(),
                                    CodeBlock.of("found"),
                                    ALL,
                                    component -> CodeBlock.of("room.$N()", component.name())))
                    .addStatement("$T.require(found)", RuntimeTypes.ROOM_NAME);
        }
        CodeBlock components =
                key.get().components().stream().map(RoomMethods::text).collect(CodeBlock.joining(", "));
        return method.addStatement(
                        "return $T.$L($L)",
                        RuntimeTypes.ROOM_NAME,
                        channel.isPathBound() ? "joinInPath" : "join",
                        components)
                .build();
    }

    /** An enum by its constant's name: its toString may say anything. */
    private static CodeBlock text(ComponentModel component) {
        boolean isEnum = component.type().kind() == TypeModel.Kind.ENUM;
        return CodeBlock.of(isEnum ? "room.$N().name()" : "room.$N()", component.name());
    }

    // public Chat.Room room(String name) {
    //     List<String> parts = RoomName.splitInPath(name, 1);
    //     Violations found = new Violations();
    //     String room = parts.get(0);
    //     checkRoom(found, ~0L, room);
    //     found.throwIfAny();
    //     return new Chat.Room(room);
    // }
    MethodSpec room() {
        NameAllocator names = new NameAllocator();
        Optional<RecordModel> key = channel.room().map(RoomModel::record);
        key.ifPresent(
                record -> record.components().forEach(component -> names.newName(Names.local(component), component)));
        for (String ours : List.of("name", "parts", "found", "refused")) {
            names.newName(ours, ours);
        }
        MethodSpec.Builder method =
                Names.overriding("room", channel.roomType()).addParameter(String.class, names.get("name"));
        if (key.isEmpty()) {
            return method.addStatement("return $T.split(name, 1).get(0)", RuntimeTypes.ROOM_NAME)
                    .build();
        }
        TypeName strings = ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class));
        method.addStatement(
                "$T $N = $T.$L($N, $L)",
                strings,
                names.get("parts"),
                RuntimeTypes.ROOM_NAME,
                channel.isPathBound() ? "splitInPath" : "split",
                names.get("name"),
                key.get().components().size());
        method.addStatement("$1T $2N = new $1T()", RuntimeTypes.VIOLATIONS, names.get("found"));
        return method.addCode(components(key.get(), names))
                .addCode(result(key.get(), names))
                .build();
    }

    private CodeBlock components(RecordModel key, NameAllocator names) {
        CodeBlock.Builder block = CodeBlock.builder();
        CodeBlock.Builder found = CodeBlock.builder();
        for (int i = 0; i < key.components().size(); i++) {
            ComponentModel component = key.components().get(i);
            CodeBlock text = CodeBlock.of("$N.get($L)", names.get("parts"), i);
            block.addStatement(
                    "$T $N = $L",
                    component.type().name(),
                    names.get(component),
                    value(component, text, names.get("found")));
        }
        if (key.isConstrained()) {
            boolean isAllText = key.components().stream()
                    .allMatch(component -> component.type().kind() == TypeModel.Kind.STRING);
            if (!isAllText) {
                found.addStatement("$N.throwIfAny()", names.get("found")); // what was not read is not checked
            }
            found.addStatement(
                    "$L",
                    CheckMethods.call(
                            key,
                            CodeBlock.of("$N", names.get("found")),
                            ALL,
                            component -> CodeBlock.of("$N", names.get(component))));
        }
        return block.add(found.build())
                .addStatement("$N.throwIfAny()", names.get("found"))
                .build();
    }

    private static CodeBlock result(RecordModel key, NameAllocator names) {
        CodeBlock created = Names.construct(key, names::get);
        if (!key.mayRefuse()) {
            return CodeBlock.builder().addStatement("return $L", created).build();
        }
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("return $L", created)
                .nextControlFlow("catch ($T $N)", Exception.class, names.get("refused"))
                .addStatement("throw $T.refused($N)", RuntimeTypes.ROOM_NAME, names.get("refused"))
                .endControlFlow()
                .build();
    }

    private CodeBlock value(ComponentModel component, CodeBlock text, String found) {
        TypeModel type = component.type();
        return switch (type.kind()) {
            case STRING -> text;
            case BYTE -> integer(component, text, found, Byte.class, "(byte) ");
            case SHORT -> integer(component, text, found, Short.class, "(short) ");
            case INT -> integer(component, text, found, Integer.class, "(int) ");
            case LONG -> integer(component, text, found, Long.class, "");
            case TEXT -> CodeBlock.of("$T.uuid($L, $N, $S)", RuntimeTypes.ROOM_NAME, text, found, component.name());
            case ENUM ->
                CodeBlock.of(
                        "$T.constant($L, $N, $N, $S)",
                        RuntimeTypes.ROOM_NAME,
                        text,
                        constants.namesOf(type.name()),
                        found,
                        component.name());
            default -> throw new AssertionError(type.kind());
        };
    }

    // (int) RoomName.integer(parts.get(0), Integer.MIN_VALUE, Integer.MAX_VALUE, found, "table")
    private static CodeBlock integer(
            ComponentModel component, CodeBlock text, String found, Class<?> box, String cast) {
        return CodeBlock.of(
                "$L$T.integer($L, $T.MIN_VALUE, $T.MAX_VALUE, $N, $S)",
                cast,
                RuntimeTypes.ROOM_NAME,
                text,
                box,
                box,
                found,
                component.name());
    }
}
