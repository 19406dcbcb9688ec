package dev.strait.processor.parse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Runtime.Version;
import java.util.ArrayList;
import java.util.List;
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
 * Records and enums from class files. Before JDK 22, javac does not see type annotations in class files (JDK-8225377), such as
 * the constraint in {@code List<@Size(max = 20) String>}. This class finds them, so that such a record is rejected
 * instead of losing its checks.
 */
public final class CompiledTypes {

    /** The first JDK whose javac reads type annotations from class files. */
    private static final int FIXED_IN_JDK = 22;

    private final Filer filer;
    private final Elements elements;
    private final Version compiler;

    public CompiledTypes(Filer filer, Elements elements, Version compiler) {
        this.filer = filer;
        this.elements = elements;
        this.compiler = compiler;
    }

    /** Returns the simple name of an annotation that javac does not see; empty if there is none. */
    Optional<String> lostAnnotation(TypeElement record) {
        return compiler.feature() >= FIXED_IN_JDK
                ? Optional.empty()
                : find(record, annotation -> annotation.isLost(elements));
    }

    /** Returns the simple name of a constraint whose class is not on the class path; empty if there is none. */
    Optional<String> unknownConstraint(TypeElement record) {
        return find(record, annotation -> annotation.isUnknownConstraint(elements));
    }

    /** Returns the constants of an enum in their order, which not every compiler keeps; empty if it has no class file. */
    List<String> constants(TypeElement type) {
        List<String> constants = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable FieldVisitor visitField(
                    int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
                if ((access & Opcodes.ACC_ENUM) != 0) {
                    constants.add(name);
                }
                return null;
            }
        };
        platformClassFile(type)
                .or(() -> classFile(type))
                .ifPresent(
                        file -> new ClassReader(file).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        return constants;
    }

    /** Returns the class file of a type of this JDK. */
    private Optional<byte[]> platformClassFile(TypeElement type) {
        String file = elements.getBinaryName(type).toString().replace('.', '/') + ".class";
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }

    private Optional<String> find(TypeElement record, Predicate<CompiledAnnotation> wanted) {
        Finder finder = new Finder(wanted);
        classFile(record)
                .ifPresent(
                        file -> new ClassReader(file).accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        return Optional.ofNullable(finder.found);
    }

    /** Returns the class file from the class path or module path; empty if the type comes from the source path. */
    private Optional<byte[]> classFile(TypeElement type) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String binaryName = elements.getBinaryName(type).toString();
        String file = binaryName.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        ModuleElement module = elements.getModuleOf(type);
        boolean isInModule = module != null && !module.isUnnamed();
        Optional<byte[]> onClassPath = read(StandardLocation.CLASS_PATH, packageName, file);
        return onClassPath.isPresent() || !isInModule
                ? onClassPath
                : read(StandardLocation.MODULE_PATH, module.getQualifiedName() + "/" + packageName, file);
    }

    private Optional<byte[]> read(StandardLocation location, String packageName, String file) {
        try (InputStream in = filer.getResource(location, packageName, file).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | IllegalArgumentException notFound) {
            return Optional.empty();
        }
    }

    /** Finds the first wanted annotation on the components of a record. */
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
                    test(CompiledAnnotation.of(annotation, path));
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
                    test(CompiledAnnotation.ofField(annotation));
                    return null;
                }
            };
        }

        private void test(CompiledAnnotation annotation) {
            if (found == null && wanted.test(annotation)) {
                found = annotation.simpleName();
            }
        }
    }
}
