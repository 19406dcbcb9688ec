package dev.strait.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what a compiler writes in memory, where names of files may have any character. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Charset charset;
    private final Map<String, Output> outputs = new TreeMap<>();

    /** Creates the files of one compilation, whose option {@code -encoding} is the charset. */
    MemoryFiles(StandardJavaFileManager files, Charset charset) {
        super(files);
        this.charset = charset;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return output(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return output(folder + name, JavaFileObject.Kind.OTHER);
    }

    private Output output(String path, JavaFileObject.Kind kind) {
        return outputs.computeIfAbsent(path, key -> new Output(key, kind));
    }

    /** Returns the generated sources, by their paths. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        written(JavaFileObject.Kind.SOURCE).forEach((path, file) -> sources.put(path, file.text()));
        return sources;
    }

    /** Returns the classes, by their paths. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new TreeMap<>();
        written(JavaFileObject.Kind.CLASS).forEach((path, file) -> classes.put(path, file.bytes.toByteArray()));
        return classes;
    }

    private Map<String, Output> written(JavaFileObject.Kind kind) {
        Map<String, Output> written = new TreeMap<>(outputs);
        written.values().removeIf(file -> file.getKind() != kind);
        return written;
    }

    private final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String path, Kind kind) {
            super(URI.create("string:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public Writer openWriter() {
            return new OutputStreamWriter(bytes, charset);
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        private String text() {
            return bytes.toString(charset);
        }
    }
}
