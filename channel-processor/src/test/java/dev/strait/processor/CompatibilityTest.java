package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.strait.processor.ContractChange.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contracts before and after a change, for each row of the tables in docs/compatibility.md, in both directions. */
class CompatibilityTest {

    private static final String HEAD = """
            import dev.strait.*;
            import jakarta.validation.constraints.*;
            import java.math.*;
            import java.util.*;

            @SuppressWarnings({"STRAIT-181", "STRAIT-182", "STRAIT-183"})
            """;

    @TempDir
    Path locks;

    @ParameterizedTest
    @EnumSource(ContractChange.class)
    void changesOfMessagesFromClients(ContractChange row) {
        assertVerdict(contract("ToServer", row.before), contract("ToServer", row.after), row.toServer);
    }

    @ParameterizedTest
    @EnumSource(ContractChange.class)
    void changesOfMessagesFromTheServer(ContractChange row) {
        assertVerdict(contract("ToClient", row.before), contract("ToClient", row.after), row.toClient);
    }

    /** The answer to an ask of a client goes to the client, and that to an ask of the server goes to the server. */
    @ParameterizedTest
    @EnumSource(ContractChange.class)
    void answersTravelInTheOppositeDirection(ContractChange row) {
        if (row.before.startsWith("record M(")
                && row.after.startsWith("record M(")
                && !row.before.contains("IMPLEMENTS")
                && !row.after.contains("IMPLEMENTS")) {
            assertVerdict(asking("ToServer", row.before), asking("ToServer", row.after), row.toClient);
            delete("C");
            assertVerdict(asking("ToClient", row.before), asking("ToClient", row.after), row.toServer);
        }
    }

    private void delete(String contract) {
        try {
            Files.delete(locks.resolve(contract + ".channel.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void changesOfPathRoomAndStrictness() {
        String feed = "interface C { sealed interface ToServer {} record M(int a) implements ToServer {} ";
        assertVerdict(channel("\"/a\"", feed + "}"), channel("\"/b\"", feed + "}"), Verdict.BREAK);
        delete("C");
        assertVerdict(
                channel("\"/a\"", feed + "record Room(String room) {} }"),
                channel("\"/a\"", feed + "record Room(long room) {} }"),
                Verdict.BREAK);
        delete("C");
        assertVerdict(
                channel("\"/a\"", feed + "record Room(@Size(max = 9) String room) {} }"),
                channel("\"/a\"", feed + "record Room(@Size(max = 5) String room) {} }"),
                Verdict.BREAK);
        delete("C");
        assertVerdict(
                channel("\"/a\"", feed + "}"), channel("value = \"/a\", strict = true", feed + "}"), Verdict.BREAK);
        delete("C");
        assertVerdict(channel("value = \"/a\", strict = true", feed + "}"), channel("\"/a\"", feed + "}"), Verdict.OK);
        delete("C");
        JavaFileObject withoutRooms = channel("value = \"/a\", rooms = false", feed + "}");
        assertVerdict(channel("\"/a\"", feed + "}"), withoutRooms, Verdict.BREAK);
        delete("C");
        assertVerdict(withoutRooms, channel("\"/a\"", feed + "}"), Verdict.BREAK);
        delete("C");
        assertVerdict(withoutRooms, withoutRooms, Verdict.OK);
    }

    @Test
    void anotherDiscriminatorOfMessagesOrAnswersIsABreak() {
        String server = "interface C { %s sealed interface ToServer {} record M(int a) implements ToServer {} }";
        String client = "interface C { %s sealed interface ToClient {} record M(int a) implements ToClient {} }";
        String ask = "interface C { sealed interface ToServer {} record M(int a) implements ToServer, Ask<A> {} "
                + "%s sealed interface A {} record Y(int b) implements A {} }";
        for (String contract : List.of(server, client, ask)) {
            String before = contract.formatted("");
            String after = contract.formatted("@Discriminator(\"kind\")");
            assertVerdict(channel("\"/a\"", before), channel("\"/a\"", after), Verdict.BREAK);
            delete("C");
            assertVerdict(channel("\"/a\"", after), channel("\"/a\"", after), Verdict.OK);
            delete("C");
        }
    }

    @Test
    void aMessageBesideOneWithoutATypeBreaksClientsThatSendNone() {
        String only = "interface C { sealed interface %1$s {} @Type(\"\") record M(int a) implements %1$s {} }";
        String two = only.replace("@Type(\"\")", "record N(int b) implements %1$s {}");
        Map.of("ToServer", Verdict.BREAK, "ToClient", Verdict.OK).forEach((direction, verdict) -> {
            JavaFileObject before = channel("\"/a\"", only.formatted(direction));
            assertVerdict(before, channel("\"/a\"", two.formatted(direction)), verdict);
            delete("C");
        });
    }

    @Test
    void removingAComponentBreaksAStrictChannel() {
        String strict = "value = \"/a\", strict = true";
        String before =
                "interface C { sealed interface ToServer {} record M(int a, Optional<String> b) implements ToServer {} }";
        assertVerdict(
                channel(strict, before), channel(strict, before.replace(", Optional<String> b", "")), Verdict.BREAK);
    }

    @Test
    void secondMessageMakesTheTypeRequired() {
        String one = "interface C { sealed interface ToServer {} record M(int a) implements ToServer {} }";
        String two = one.replace("} }", "} record N(int b) implements ToServer {} }");
        assertVerdict(channel("\"/a\"", one), channel("\"/a\"", two), Verdict.WARN);
    }

    @Test
    void changesBetweenAsksAndPlainMessages() {
        String with = "interface C { sealed interface ToServer {} record R(int a) {} "
                + "record M(int a) implements ToServer, Ask<R> {} }";
        String without = "interface C { sealed interface ToServer {} record R(int a) {} "
                + "record M(int a) implements ToServer {} }";
        assertVerdict(channel("\"/a\"", with), channel("\"/a\"", without), Verdict.BREAK);
        delete("C");
        assertVerdict(channel("\"/a\"", without), channel("\"/a\"", with), Verdict.OK);
        delete("C");
        String ask = with.replace("ToServer", "ToClient");
        String plain = without.replace("ToServer", "ToClient");
        assertVerdict(channel("\"/a\"", plain), channel("\"/a\"", ask), Verdict.BREAK);
        delete("C");
        assertVerdict(channel("\"/a\"", ask), channel("\"/a\"", plain), Verdict.OK);
    }

    @Test
    void renameIsRecognizedAndTheFixNamed() {
        lock(contract("ToServer", "record Say(String text)"));
        String error =
                errors(check(contract("ToServer", "record Speak(String text)"))).get(0);
        assertThat(error)
                .contains("[STRAIT-191] toServer say is incompatible")
                .contains("it seems to have been renamed to speak")
                .contains("@Type(\"say\")")
                .contains("-Astrait.lock=update");
    }

    @Test
    void changeIsReportedAtTheMessage() {
        lock(contract("ToServer", "record M(int a)"));
        Compilation compilation = check(contract("ToServer", "\n\nrecord M(int a, int b)"));
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(10);
            assertThat(error.getMessage(null)).contains("toServer m.b").contains("@Default");
        });
    }

    @Test
    void breakingChangeIsReportedUntilAcceptedAndThenListed() throws IOException {
        JavaFileObject changed = contract("ToServer", "record M(int a, int b)");
        lock(contract("ToServer", "record M(int a)"));
        String before = Files.readString(locks.resolve("C.channel.json"));
        assertThat(errors(check(changed))).hasSize(1);
        assertThat(errors(check(changed))).hasSize(1);
        assertThat(locks.resolve("C.channel.json")).hasContent(before);
        assertThat(errors(lock(changed))).isEmpty();
        assertThat(errors(check(changed))).isEmpty();
        String accepted = "\"toServer m.b: it is new and required, but clients do not send it\"";
        assertThat(Files.readString(locks.resolve("C.channel.json"))).contains(accepted);
        lock(changed);
        assertThat(Files.readString(locks.resolve("C.channel.json"))).containsOnlyOnce(accepted);
    }

    @Test
    void lockEqualsTheGeneratedFile() throws IOException {
        Compilation compilation = lock(contract("ToServer", "record M(int a)"));
        assertThat(compilation.generatedFiles())
                .filteredOn(file -> file.getName().endsWith("META-INF/strait/C.channel.json"))
                .singleElement()
                .satisfies(file -> assertThat(file.getCharContent(false).toString())
                        .isEqualTo(Files.readString(locks.resolve("C.channel.json"))));
    }

    @Test
    void missingLockIsAWarning() {
        Compilation compilation = check(contract("ToServer", "record M(int a)"));
        assertThat(errors(compilation)).isEmpty();
        assertThat(warnings(compilation)).singleElement().asString().contains("[STRAIT-193] C is not locked in ");
    }

    @Test
    void unreadableLockIsAnErrorAndReplacedByAnUpdate() throws IOException {
        JavaFileObject contract = contract("ToServer", "record M(int a)");
        Files.writeString(locks.resolve("C.channel.json"), "<<<<<<< HEAD");
        assertThat(errors(check(contract))).singleElement().asString().contains("[STRAIT-194]");
        Files.write(locks.resolve("C.channel.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertThat(errors(check(contract))).singleElement().asString().contains("[STRAIT-194]");
        Files.writeString(locks.resolve("C.channel.json"), "{\"format\": 2}");
        assertThat(errors(check(contract)))
                .singleElement()
                .asString()
                .contains("[STRAIT-194]")
                .contains("format");
        assertThat(errors(lock(contract))).isEmpty();
        assertThat(errors(check(contract))).isEmpty();
    }

    @Test
    void unknownModeIsAnError() {
        Compilation compilation =
                compile(contract("ToServer", "record M(int a)"), "-Astrait.lock.dir=" + locks, "-Astrait.lock=accept");
        assertThat(errors(compilation)).singleElement().asString().contains("[STRAIT-195]");
    }

    @Test
    void updateWithoutAFolderIsAnError() {
        Compilation compilation = compile(contract("ToServer", "record M(int a)"), "-Astrait.lock=update");
        assertThat(errors(compilation))
                .singleElement()
                .asString()
                .contains("[STRAIT-196] -Astrait.lock=update has no folder to write")
                .contains("-Astrait.lock.dir=<folder>");
    }

    @Test
    void filesAreGeneratedDespiteALockError() {
        lock(contract("ToServer", "record M(int a)"));
        Compilation compilation = compile(
                List.of(
                        contract("ToServer", "record M(int a, int b)"),
                        JavaFileObjects.forSourceString("User", "class User { CCodec codec; }")),
                "-Astrait.lock.dir=" + locks);
        assertThat(errors(compilation)).singleElement().asString().contains("[STRAIT-191]");
    }

    @Test
    void fingerprintDependsOnTheWireOnly() {
        String before = fingerprint(contract("ToServer", "record P(int x, String y) {} record M(P p)"));
        assertThat(fingerprint(contract("ToServer", "record Q(String y, int x) {} record M(Q p)")))
                .isEqualTo(before)
                .matches("[0-9a-f]{16}");
        assertThat(fingerprint(contract("ToServer", "record P(int x, int y) {} record M(P p)")))
                .isNotEqualTo(before);
    }

    private String fingerprint(JavaFileObject contract) {
        Compilation compilation = compile(List.of(contract));
        try {
            String codec = compilation
                    .generatedSourceFile("CCodec")
                    .orElseThrow()
                    .getCharContent(false)
                    .toString();
            return codec.replaceFirst("(?s).*\\.fingerprint\\(\"([^\"]*)\"\\).*", "$1");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertVerdict(JavaFileObject before, JavaFileObject after, Verdict expected) {
        assertThat(errors(lock(before))).isEmpty();
        Compilation compilation = check(after);
        List<String> errors = errors(compilation);
        List<String> warnings = warnings(compilation);
        Verdict verdict = !errors.isEmpty() ? Verdict.BREAK : warnings.isEmpty() ? Verdict.OK : Verdict.WARN;
        assertThat(verdict).as("%s %s", errors, warnings).isEqualTo(expected);
        assertThat(errors).allMatch(error -> error.contains("[STRAIT-191]"));
        assertThat(warnings).allMatch(warning -> warning.contains("[STRAIT-192]"));
    }

    private static JavaFileObject contract(String direction, String messages) {
        String clause = "implements " + direction;
        return channel(
                "\"/a\"",
                "interface C { sealed interface " + direction + " {} record Always() " + clause + " {} "
                        + "@interface N { @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Nullable {} } "
                        + messages.replace("IMPLEMENTS", clause) + " " + clause + " {} }");
    }

    private static JavaFileObject asking(String direction, String answer) {
        return channel(
                "\"/a\"",
                "interface C { sealed interface " + direction + " {} "
                        + "@interface N { @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Nullable {} } "
                        + answer + " {} record Q() implements " + direction + ", Ask<M> {} }");
    }

    private static JavaFileObject channel(String annotation, String contract) {
        return JavaFileObjects.forSourceString("C", HEAD + "@Channel(" + annotation + ")\n" + contract);
    }

    private Compilation lock(JavaFileObject contract) {
        return compile(List.of(contract), "-Astrait.lock.dir=" + locks, "-Astrait.lock=update");
    }

    private Compilation check(JavaFileObject contract) {
        return compile(List.of(contract), "-Astrait.lock.dir=" + locks);
    }

    private static Compilation compile(JavaFileObject contract, String... options) {
        return compile(List.of(contract), options);
    }

    private static Compilation compile(List<JavaFileObject> sources, String... options) {
        return Compiler.javac()
                .withOptions(Stream.of(options).map(Object.class::cast).toList())
                .withProcessors(new ChannelProcessor())
                .compile(sources);
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(null))
                .toList();
    }

    private static List<String> warnings(Compilation compilation) {
        List<String> warnings = new ArrayList<>();
        for (Diagnostic<?> warning : compilation.warnings()) {
            warnings.add(warning.getMessage(null));
        }
        return warnings;
    }
}
