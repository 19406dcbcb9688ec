package dev.strait.processor;

import com.squareup.javapoet.JavaFile;
import dev.strait.processor.check.ChannelRules;
import dev.strait.processor.contract.CanonicalText;
import dev.strait.processor.contract.ContractShape;
import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.contract.ShapeOf;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.emit.ChannelFiles;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.parse.ChannelParser;
import dev.strait.processor.parse.CompiledRecords;
import dev.strait.processor.parse.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Processes one contract: parses it into a model, checks the model and generates files. No files are generated for a
 * contract with errors.
 */
final class ContractFlow {

    /** The option to report the maximum size of each message. */
    static final String SIZES = "strait.sizes";

    private final ProcessingEnvironment environment;
    private final Sources sources;
    private final Set<String> topLevelTypes;

    ContractFlow(ProcessingEnvironment environment, Set<String> topLevelTypes) {
        this.environment = environment;
        Elements elements = environment.getElementUtils();
        CompiledRecords compiled = new CompiledRecords(environment.getFiler(), elements, Runtime.version());
        this.sources = new Sources(topLevelTypes, compiled);
        this.topLevelTypes = Set.copyOf(topLevelTypes);
    }

    /** Reports all problems. Writes the files if there are no errors. */
    void generate(Element contract) {
        process(contract, true);
    }

    /** Reports all problems. */
    void check(Element contract) {
        process(contract, false);
    }

    private void process(Element contract, boolean isGenerating) {
        Diagnostics diagnostics = new Diagnostics(environment.getMessager());
        try {
            Optional<ChannelModel> channel =
                    new ChannelParser(diagnostics, environment.getElementUtils(), sources).parse(contract);
            channel.ifPresent(model -> ChannelRules.check(model, diagnostics));
            if (channel.isPresent() && channel.get().isComplete() && diagnostics.isClean()) {
                reportSizes(channel.get(), diagnostics);
                ContractShape shape = ShapeOf.contract(channel.get());
                new ContractLock(environment.getOptions(), diagnostics).check(channel.get(), shape);
                if (isGenerating) {
                    // Even after a lock error: missing types would only add more errors.
                    write(channel.get(), shape, diagnostics);
                }
            }
        } catch (RuntimeException | AssertionError bug) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            diagnostics.error(Problem.INTERNAL_ERROR, contract, contract.getSimpleName(), bug, trace);
        }
    }

    private void reportSizes(ChannelModel channel, Diagnostics diagnostics) {
        if (!Boolean.parseBoolean(environment.getOptions().get(SIZES))) {
            return;
        }
        for (MessageModel message : channel.toServerMessages()) {
            OptionalLong size = FrameSize.of(channel, message);
            String maximum = size.isPresent() ? size.getAsLong() + " bytes" : "unlimited";
            diagnostics.note("[strait] Maximum size of \"" + message.wireName() + "\": " + maximum, message.position());
        }
    }

    private void write(ChannelModel channel, ContractShape shape, Diagnostics diagnostics) {
        List<JavaFile> files = ChannelFiles.of(channel);
        List<String> conflicts = files.stream()
                .map(file -> file.typeSpec.name)
                .filter(name -> topLevelTypes.contains(
                        channel.contract().peerClass(name).canonicalName()))
                .toList();
        if (!conflicts.isEmpty()) {
            conflicts.forEach(name -> diagnostics.error(
                    Problem.GENERATED_NAME_TAKEN,
                    channel.origin(),
                    name,
                    channel.contract().simpleName()));
            return;
        }
        files.forEach(this::write);
        String path = "META-INF/strait/" + shape.channel() + ".channel.json";
        try (Writer out = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", path, channel.origin())
                .openWriter()) {
            out.write(CanonicalText.of(shape));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private void write(JavaFile file) {
        try {
            file.writeTo(environment.getFiler());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file.typeSpec.name, e);
        }
    }
}
