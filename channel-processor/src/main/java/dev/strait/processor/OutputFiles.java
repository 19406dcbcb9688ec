package dev.strait.processor;

import com.squareup.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes the files of one compilation, with the same bytes whatever encoding the compiler uses. */
final class OutputFiles {

    private final Filer filer;
    /** The contract of each generated type. */
    private final Map<String, String> contracts = new HashMap<>();

    OutputFiles(Filer filer) {
        this.filer = filer;
    }

    /** Returns the contract for which a type of this name was generated. */
    Optional<String> contractOf(String type) {
        return Optional.ofNullable(contracts.get(type));
    }

    static String nameOf(JavaFile file) {
        return file.packageName.isEmpty() ? file.typeSpec.name : file.packageName + "." + file.typeSpec.name;
    }

    void writeSource(JavaFile file, TypeElement contract) {
        String name = nameOf(file);
        contracts.put(name, contract.getQualifiedName().toString());
        try (Writer out = filer.createSourceFile(name, contract).openWriter()) {
            out.write(ascii(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name, e);
        }
    }

    void writeResource(String path, String text, Element contract) {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, contract)
                .openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** Replaces all other characters with Unicode escapes, which Java allows everywhere (JLS 3.3). */
    private static String ascii(String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char unit = source.charAt(i);
            if (unit < 0x80) {
                text.append(unit);
            } else {
                text.append(String.format("\\u%04x", (int) unit));
            }
        }
        return text.toString();
    }
}
