package dev.strait.processor.parse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Runtime.Version;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * Records that are read from class files. Before JDK 22, javac does not see the annotations on types in them (JDK-8225377),
 * and so neither the constraints inside of {@code List<@Size(max = 20) String>}: a record that has any is to be refused,
 * never read as if it had none.
 */
public final class CompiledRecords {

    private static final int FIRST_THAT_SEES = 22;

    private final Filer filer;
    private final Elements elements;
    private final Version compiler;

    public CompiledRecords(Filer filer, Elements elements, Version compiler) {
        this.filer = filer;
        this.elements = elements;
        this.compiler = compiler;
    }

    /** The simple name of an annotation that is lost; empty where none is. */
    Optional<String> lostAnnotation(TypeElement record) {
        return compiler.feature() >= FIRST_THAT_SEES
                ? Optional.empty()
                : find(record, annotation -> annotation.isLost(elements));
    }

    /** The simple name of a constraint whose class is not there, so that no compiler tells of it; empty where none is. */
    Optional<String> unknownConstraint(TypeElement record) {
        return find(record, annotation -> annotation.isUnknownConstraint(elements));
    }

    private Optional<String> find(TypeElement record, Predicate<CompiledAnnotation> wanted) {
        Finder finder = new Finder(wanted);
        classFile(record)
                .ifPresent(
                        file -> new ClassReader(file).accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        return Optional.ofNullable(finder.found);
    }

    /** From the class path or the module path; empty where it is in neither, being compiled from a source path. */
    private Optional<byte[]> classFile(TypeElement record) {
        String packageName = elements.getPackageOf(record).getQualifiedName().toString();
        String binaryName = elements.getBinaryName(record).toString();
        String file = binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        ModuleElement module = elements.getModuleOf(record);
        boolean isInModule = module != null && !module.isUnnamed();
        Optional<byte[]> onClassPath = read(StandardLocation.CLASS_PATH, packageName, file);
        return onClassPath.isPresent() || !isInModule
                ? onClassPath
                : read(StandardLocation.MODULE_PATH, module.getQualifiedName() + "/" + packageName, file);
    }

    private Optional<byte[]> read(StandardLocation location, String packageName, String file) {
        try (InputStream in = filer.getResource(location, packageName, file).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    /** Looks for an annotation on the components of a record. */
    private static final class Finder extends ClassVisitor {

        private final Predicate<CompiledAnnotation> wanted;
        private @Nullable String found;

        Finder(Predicate<CompiledAnnotation> wanted) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            return new RecordComponentVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitTypeAnnotation(
                        int typeRef, @Nullable TypePath path, String annotation, boolean isVisible) {
                    look(CompiledAnnotation.of(annotation, path));
                    return null;
                }
            };
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean isVisible) {
                    look(CompiledAnnotation.ofField(annotation));
                    return null;
                }
            };
        }

        private void look(CompiledAnnotation annotation) {
            if (found == null && wanted.test(annotation)) {
                found = annotation.simpleName();
            }
        }
    }
}
