package dev.strait.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.common.collect.ImmutableSetMultimap;
import com.squareup.javapoet.JavaFile;
import dev.strait.processor.check.ChannelRules;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.emit.ChannelFiles;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.parse.ChannelParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** The way of one contract: elements, a checked model, files. A contract with a mistake gets no files; others do. */
final class ChannelStep implements Step {

    private final ProcessingEnvironment environment;

    ChannelStep(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Set<String> annotations() {
        return Set.of(ChannelParser.CHANNEL);
    }

    @Override
    public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elementsByAnnotation) {
        for (Element contract : elementsByAnnotation.values()) {
            process(contract);
        }
        return Set.of(); // what waits for types of other processors was put off before it came here
    }

    private void process(Element contract) {
        Diagnostics diagnostics = new Diagnostics(environment.getMessager());
        try {
            Optional<ChannelModel> channel =
                    new ChannelParser(diagnostics, environment.getElementUtils()).parse(contract);
            channel.ifPresent(model -> ChannelRules.check(model, diagnostics));
            if (channel.isPresent() && diagnostics.isClean()) {
                for (JavaFile file : ChannelFiles.of(channel.get())) {
                    write(file);
                }
            }
        } catch (RuntimeException | AssertionError ours) {
            StringWriter trace = new StringWriter();
            ours.printStackTrace(new PrintWriter(trace));
            diagnostics.error(Problem.INTERNAL, contract, contract.getSimpleName(), ours, trace);
        }
    }

    private void write(JavaFile file) {
        try {
            file.writeTo(environment.getFiler());
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file.typeSpec.name, e);
        }
    }
}
