package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/testing-your-handlers.md are tests that pass. */
class TestingYourHandlersTest {

    private static final Page PAGE = Page.read("docs/testing-your-handlers.md");
    private static final int EXAMPLES = 10;

    @TempDir
    Path out;

    @TestFactory
    Stream<DynamicTest> theExamplesPass() throws Exception {
        assertThat(Compiler.compile(Snippets.of(PAGE), Compiler.OF_SNIPPETS, out))
                .isEmpty();
        List<Method> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            URLClassLoader classes = // open as long as its classes run
                    new URLClassLoader(
                            new URL[] {out.toUri().toURL()}, getClass().getClassLoader());
            for (Path file : files.filter(file -> file.toString().endsWith("Test.class"))
                    .sorted()
                    .toList()) {
                String name = out.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replaceAll("[/\\\\]", ".");
                for (Method method : classes.loadClass(name).getDeclaredMethods()) {
                    if (method.isAnnotationPresent(Test.class)) {
                        tests.add(method);
                    }
                }
            }
        }
        assertThat(tests).hasSize(EXAMPLES);
        return tests.stream().map(test -> dynamicTest(test.getName(), () -> run(test)));
    }

    private static void run(Method test) throws Throwable {
        Constructor<?> constructor = test.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        test.setAccessible(true);
        try {
            test.invoke(constructor.newInstance());
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
