package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes a method for each regular expression that needs no backtracking. */
final class PatternMethods {

    private final NameAllocator allocator = new NameAllocator();
    private final Map<RegexModel, String> names = new LinkedHashMap<>();

    PatternMethods(ChannelModel channel) {
        for (RecordModel record : channel.records()) {
            for (ComponentModel component : record.components()) {
                String name = component.name();
                collect(component.type(), record.id() + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            }
        }
    }

    private void collect(TypeModel type, String place) {
        type.constraints().forEach(constraint -> collect(constraint, place));
        type.arguments().forEach(argument -> collect(argument, place));
    }

    private void collect(ConstraintModel constraint, String place) {
        constraint.regex().filter(regex -> regex.linear().isPresent()).ifPresent(regex -> {
            if (!names.containsKey(regex)) {
                names.put(regex, allocator.newName("matches" + place));
            }
        });
        constraint.parts().forEach(part -> collect(part, place));
    }

    /** The method that tells whether a text matches. */
    String of(RegexModel regex) {
        return Objects.requireNonNull(names.get(regex));
    }

    List<MethodSpec> methods() {
        return names.keySet().stream()
                .map(regex -> method(regex, regex.linear().orElseThrow()))
                .toList();
    }

    // private static boolean matchesOrderSku(String text) {
    //     int at = 0;
    //     at = CharRuns.range(text, at, 1, Integer.MAX_VALUE, 'a', 'z');
    //     at = CharRuns.one(text, at, '-');
    //     at = CharRuns.range(text, at, 2, 2, '0', '9');
    //     return at == text.length();
    // }
    private MethodSpec method(RegexModel regex, LinearPattern pattern) {
        CodeBlock.Builder body = CodeBlock.builder().addStatement("int at = 0");
        pattern.runs().forEach(run -> body.addStatement("at = $L", end(run)));
        return MethodSpec.methodBuilder(of(regex))
                .addJavadoc(
                        "$L",
                        "The regular expression " + Names.forComment(regex.regex())
                                + ", which needs no backtracking.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(String.class, "text")
                .addCode(body.build())
                .addStatement("return at == text.length()")
                .build();
    }

    private static CodeBlock end(LinearPattern.Run run) {
        CodeBlock most = run.most() == Integer.MAX_VALUE
                ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
                : CodeBlock.of("$L", run.most());
        if (!run.isRange()) {
            return CodeBlock.of(
                    "$T.end(text, at, $L, $L, 0x$LL, 0x$LL, $L)",
                    RuntimeTypes.CHAR_RUNS,
                    run.least(),
                    most,
                    Long.toHexString(run.low()),
                    Long.toHexString(run.high()),
                    run.isOpen());
        }
        String first = Names.literal(run.first());
        if (run.first() == run.last() && run.least() == 1 && run.most() == 1) {
            return CodeBlock.of("$T.one(text, at, $L)", RuntimeTypes.CHAR_RUNS, first);
        }
        return CodeBlock.of(
                "$T.range(text, at, $L, $L, $L, $L)",
                RuntimeTypes.CHAR_RUNS,
                run.least(),
                most,
                first,
                Names.literal(run.last()));
    }
}
