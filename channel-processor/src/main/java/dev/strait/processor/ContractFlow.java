package dev.strait.processor;

import com.squareup.javapoet.JavaFile;
import dev.strait.processor.check.ChannelRules;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.emit.ChannelFiles;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.parse.ChannelParser;
import dev.strait.processor.parse.CompiledRecords;
import dev.strait.processor.parse.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The way of one contract: elements, a checked model, files. A contract with a mistake gets no files; others do. */
final class ContractFlow {

    private final ProcessingEnvironment environment;
    private final Sources sources;

    ContractFlow(ProcessingEnvironment environment, Set<String> outermost) {
        this.environment = environment;
        Elements elements = environment.getElementUtils();
        CompiledRecords compiled = new CompiledRecords(environment.getFiler(), elements, Runtime.version());
        this.sources = new Sources(outermost, compiled);
    }

    /** Tells what is wrong, or writes the files. */
    void run(Element contract) {
        flow(contract, true);
    }

    /** Tells what is wrong. */
    void tell(Element contract) {
        flow(contract, false);
    }

    private void flow(Element contract, boolean isWriting) {
        Diagnostics diagnostics = new Diagnostics(environment.getMessager());
        try {
            Optional<ChannelModel> channel =
                    new ChannelParser(diagnostics, environment.getElementUtils(), sources).parse(contract);
            channel.ifPresent(model -> ChannelRules.check(model, diagnostics));
            if (channel.isPresent() && diagnostics.isClean() && isWriting) {
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
