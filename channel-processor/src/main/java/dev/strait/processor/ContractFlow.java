package dev.strait.processor;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.JavaFile;
import dev.strait.processor.asyncapi.AsyncApiDocument;
import dev.strait.processor.browser.BrowserFiles;
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
import dev.strait.processor.parse.CompiledTypes;
import dev.strait.processor.parse.Resolution;
import dev.strait.processor.parse.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/**
 * Processes one contract: parses it into a model, checks the model and generates files. No files are generated for a
 * contract with errors.
 */
final class ContractFlow {

    /** The option to report the maximum size of each message. */
    static final String SIZES = "strait.sizes";

    /** The option to write hooks for React. */
    static final String REACT = "strait.react";

    /** The folder that servers publish, under the root of the class output. */
    private static final String BROWSER_FOLDER = "META-INF/resources/strait/";

    private final ProcessingEnvironment environment;
    private final OutputFiles output;
    private final TestKits testKits;
    private final CompiledTypes compiled;
    private final boolean hasHooks;

    private final Optional<ClientFolder> clientFolder;
    private final DocumentInfo documentInfo;
    /** The names of the top-level types of all rounds so far. */
    private final Set<String> topLevelTypes = new HashSet<>();

    private final Map<String, String> contractsByPath = new HashMap<>();

    ContractFlow(ProcessingEnvironment environment) {
        this.environment = environment;
        this.output = new OutputFiles(environment.getFiler());
        this.testKits = new TestKits(environment, output);
        this.hasHooks = Boolean.parseBoolean(environment.getOptions().get(REACT));
        this.clientFolder = Optional.ofNullable(environment.getOptions().get(ClientFolder.DIR))
                .map(Path::of)
                .map(folder -> new ClientFolder(folder, hasHooks));
        this.documentInfo = new DocumentInfo(environment.getOptions());
        this.compiled = new CompiledTypes(environment.getFiler(), environment.getElementUtils(), Runtime.version());
    }

    /** Adds types that are compiled from source. */
    void addSources(Collection<? extends Element> topLevel) {
        topLevel.forEach(type -> topLevelTypes.add(type.toString()));
    }

    /** Returns whether all types exist that a contract uses; others may be generated in this round. */
    boolean isResolved(Element contract) {
        return Resolution.isResolved(MoreElements.asType(contract), new Sources(topLevelTypes, compiled));
    }

    /** Reports all problems. Writes the files if there are no errors. */
    void generate(Element contract) {
        process(contract, true);
    }

    /** Writes the test kits that a type names. */
    void generateTestKits(Element annotated) {
        testKits.write(annotated, new Sources(topLevelTypes, compiled));
    }

    /** Reports all problems. */
    void check(Element contract) {
        process(contract, false);
    }

    private void process(Element contract, boolean isGenerating) {
        Diagnostics diagnostics = new Diagnostics(environment.getMessager());
        try {
            Sources sources = new Sources(topLevelTypes, compiled);
            Optional<ChannelModel> channel =
                    new ChannelParser(diagnostics, environment.getElementUtils(), sources).parse(contract);
            channel.ifPresent(model -> ChannelRules.check(model, diagnostics));
            if (channel.isPresent() && channel.get().isComplete() && diagnostics.isClean()) {
                checkPath(channel.get(), diagnostics);
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

    /** A hub serves each path once. Contracts of different hubs may share a path. */
    private void checkPath(ChannelModel channel, Diagnostics diagnostics) {
        String path = channel.path().template();
        String name = channel.contract().canonicalName();
        String other = contractsByPath.putIfAbsent(path.replaceAll("\\{[^}]*}", "{}"), name);
        if (other != null && !other.equals(name)) {
            diagnostics.warn(Problem.PATH_DUPLICATE, channel.origin(), other, name, path);
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
        if (!areNamesFree(files, channel, diagnostics)) {
            return;
        }
        files.forEach(file -> output.writeSource(file, channel.origin()));
        String path = "META-INF/strait/" + shape.channel() + ".channel.json";
        output.writeResource(path, CanonicalText.of(shape), channel.origin());
        writeDocument(channel, diagnostics);
        writeBrowserFiles(channel, diagnostics);
    }

    private void writeDocument(ChannelModel channel, Diagnostics diagnostics) {
        documentInfo.read(channel, diagnostics).ifPresent(info -> {
            String name = channel.contract().canonicalName() + ".asyncapi.json";
            output.writeResource(BROWSER_FOLDER + name, AsyncApiDocument.write(channel, info), channel.origin());
        });
    }

    private void writeBrowserFiles(ChannelModel channel, Diagnostics diagnostics) {
        Optional<String> conflict = BrowserFiles.conflict(channel);
        if (conflict.isPresent()) {
            diagnostics.warn(
                    Problem.BROWSER_MODULE_LEFT_OUT,
                    channel.origin(),
                    channel.contract().simpleName(),
                    conflict.get());
            return;
        }
        Map<String, String> files = BrowserFiles.of(channel, hasHooks);
        files.forEach((name, text) -> output.writeResource(BROWSER_FOLDER + name, text, channel.origin()));
        clientFolder.ifPresent(folder -> folder.write(files));
    }

    private boolean areNamesFree(List<JavaFile> files, ChannelModel channel, Diagnostics diagnostics) {
        boolean areFree = true;
        for (JavaFile file : files) {
            String simpleName = file.typeSpec.name;
            String name = OutputFiles.nameOf(file);
            Optional<String> other = output.contractOf(name);
            if (other.isPresent() || topLevelTypes.contains(name)) {
                diagnostics.error(
                        Problem.GENERATED_NAME_TAKEN,
                        channel.origin(),
                        simpleName,
                        channel.contract().simpleName(),
                        other.map(contract -> "it is also generated for " + contract)
                                .orElse("a type of that name already exists"),
                        other.isPresent() ? "one of the contracts" : "that type or the contract");
                areFree = false;
            }
            if (other.isPresent()) {
                return false; // all names are taken, and one error is enough
            }
        }
        return areFree;
    }
}
