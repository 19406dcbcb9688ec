package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.docs.Page.Table;
import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.server.ChannelServer;
import dev.strait.server.ServerLimits;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation has the settings of the code, with their default values. */
class DefaultsTest {

    private static final Page PAGE = Page.read("docs/errors-and-limits.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)(?:\\([^)]*\\))?`");
    private static final String BROWSER_OPTIONS =
            "channel-runtime/src/main/resources/META-INF/resources/strait/strait.d.ts";

    private static final Pattern LIMIT =
            Pattern.compile("`(?:Limits\\.|ServerLimits\\.)?(max[A-Z]\\w*|\\w+(?:Timeout|Interval))`");

    /** The sections of the page with tables of {@link Limits}. */
    private static final Set<String> LIMITS = Set.of(
            "Messages from clients", "Slow connections", "Idle connections and closing", "Connections and rooms");

    private static final Map<String, String> LIMIT_DEFAULTS = defaults(Limits.defaults());
    private static final Map<String, String> SERVER_DEFAULTS = defaults(ServerLimits.defaults());

    @Test
    void tablesOfLimitsHaveEachLimitOnceWithItsDefault() {
        assertDefaults(rows(LIMITS), LIMIT_DEFAULTS);
    }

    @Test
    void theTableOfServerLimitsHasEachLimitOnceWithItsDefault() {
        assertDefaults(rows(Set.of("`ServerLimits`")), SERVER_DEFAULTS);
    }

    private static void assertDefaults(List<Setting> documented, Map<String, String> actual) {
        assertThat(documented.stream().map(Setting::name)).containsExactlyInAnyOrderElementsOf(actual.keySet());
        assertThat(documented).allSatisfy(setting -> {
            String value = actual.getOrDefault(setting.name(), "");
            assertThat(setting.value())
                    .as("%s, default of %s", PAGE.at(setting.line()), setting.name())
                    .matches(Pattern.quote(value) + "(?:[ ,].*)?");
        });
    }

    @Test
    void theTableOfTheHubHasEachSettingOnce() {
        assertThat(names("`ChannelHub.builder()`"))
                .containsExactlyInAnyOrderElementsOf(settings(ChannelHub.Builder.class));
    }

    @Test
    void theTableOfEndpointsHasEachSettingOnceWithItsDefault() {
        assertThat(names("Endpoints")).containsExactlyInAnyOrderElementsOf(settings(ChannelEndpoint.class));
        ChannelEndpoint endpoint = SampleEndpoint.of(new SampleHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onPoke(Sample.Poke poke, SampleConnection<String> from) {}
        });
        assertThat(endpoint.protocol()).isEqualTo(Protocols.strait());
        assertThat(endpoint.isNonBlocking()).isFalse();
        assertThat(endpoint.isHelloRequired()).isFalse();
        assertThat(endpoint.limits()).usingRecursiveComparison().isEqualTo(new EndpointLimits());
        assertThat(endpoint.roles()).isEmpty();
        assertThat(endpoint.maxConnectionsPerUser()).isEqualTo(Integer.MAX_VALUE);
        assertThat(endpoint.excess()).isEqualTo(Excess.REFUSE_NEWEST);
        assertThat(rows(Set.of("Endpoints")).stream().collect(Collectors.toMap(Setting::name, Setting::value)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "path", "the contract's",
                        "protocol", "`Protocols.strait()`",
                        "nonBlocking", "off",
                        "requireHello", "off",
                        "limits", "those of the hub",
                        "roles", "none",
                        "maxConnectionsPerUser", "no limit"));
    }

    @Test
    void theTableOfTheServerHasEachSettingOnce() {
        assertThat(names("`ChannelServer.builder(hub)`"))
                .containsExactlyInAnyOrderElementsOf(settings(ChannelServer.Builder.class));
    }

    /** Fails if the tests above do not cover a table. */
    @Test
    void allTablesOfSettingsAreKnown() {
        Set<String> known = new TreeSet<>(LIMITS);
        known.addAll(Set.of("`ServerLimits`", "`ChannelHub.builder()`", "Endpoints", "`ChannelServer.builder(hub)`"));
        assertThat(tables().map(Table::section)).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @CsvSource({
        "nesting of objects and arrays,           DEPTH",
        "values and names in one frame,           TOKENS",
        "length of a field name,                  NAME_CHARS",
        "length of a number,                      NUMBER_CHARS",
        "exponent of a decimal,                   SCALE",
        "length of a string without a constraint, STRING_CHARS"
    })
    void theTableOfFixedLimitsHasTheValuesOfTheReader(String row, String constant) throws Exception {
        Field field = Class.forName("dev.strait.runtime.spi.codec.JsonLimits").getDeclaredField(constant);
        field.setAccessible(true);
        String value = text(field.getInt(null));
        assertThat(PAGE.tables().stream()
                        .filter(table -> table.section().equals("Fixed limits"))
                        .flatMap(table -> table.rows().stream())
                        .filter(cells -> cells.get(0).equals(row))
                        .map(cells -> cells.get(1).replace(" characters", "")))
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(classes = {Limits.class, ServerLimits.class})
    void javadocHasTheDefaults(Class<?> type) throws Exception {
        String module = type == Limits.class ? "channel-runtime" : "channel-server";
        Path file =
                Page.ROOT.resolve(module + "/src/main/java/" + type.getName().replace('.', '/') + ".java");
        Map<String, String> documented = new TreeMap<>();
        Matcher accessor = Pattern.compile(
                        "/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s+public (?:int|long|Duration|OptionalInt) (\\w+)\\(\\) \\{")
                .matcher(Files.readString(file));
        while (accessor.find()) {
            String javadoc = accessor.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ");
            documented.put(accessor.group(2), String.join(" and ", defaultsIn(javadoc)));
        }
        assertThat(documented).isEqualTo(type == Limits.class ? LIMIT_DEFAULTS : SERVER_DEFAULTS);
    }

    private static List<String> defaultsIn(String javadoc) {
        return Pattern.compile("(?:The default is|Default:) ([^.]*?)(?: of the process [^.]*)?\\.")
                .matcher(javadoc)
                .results()
                .map(sentence -> sentence.group(1))
                .toList();
    }

    @Test
    void pagesMentionOnlyExistingLimits() {
        Set<String> known = new TreeSet<>();
        known.addAll(LIMIT_DEFAULTS.keySet());
        known.addAll(SERVER_DEFAULTS.keySet());
        Stream.of(ChannelEndpoint.class, AlephaProtocol.class, LucentProtocol.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .forEach(known::add);
        Pattern.compile("\\bmax[A-Z]\\w*")
                .matcher(Page.read(BROWSER_OPTIONS).text())
                .results()
                .map(MatchResult::group)
                .forEach(known::add);
        List<String> unknown = new ArrayList<>();
        Stream.concat(Stream.of("README.md", "SECURITY.md").map(Page::read), Page.readAll("docs").stream())
                .forEach(page -> {
                    Matcher limit = LIMIT.matcher(page.text());
                    while (limit.find()) {
                        if (!known.contains(limit.group(1))) {
                            unknown.add(page.name() + ": " + limit.group(1));
                        }
                    }
                });
        assertThat(unknown).isEmpty();
    }

    /** Defaults that other pages repeat in sentences; {@code #} stands for the value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            docs/handlers.md     | maxAsksPerConnection   | # asks to this client are open
            docs/rooms.md        | maxRoomsPerConnection  | # rooms per connection
            docs/rooms.md        | maxRoomsPerNode        | # per node
            docs/rooms.md        | maxJoinsPerSecond      | # joins per second and connection
            docs/wire.md         | maxErrorsPerSecond     | At most # error frames a second
            """)
    void otherPagesHaveTheSameDefaults(String page, String limit, String sentence) {
        String value = LIMIT_DEFAULTS.getOrDefault(limit, "no such limit");
        assertThat(Page.read(page).text()).contains(sentence.replace("#", value));
    }

    @Test
    void valuesAreWrittenAsInTheTables() {
        assertThat(text(65_536)).isEqualTo("65,536");
        assertThat(text(1_048_576L)).isEqualTo("1,048,576");
        assertThat(text(Duration.ofSeconds(10))).isEqualTo("10 s");
        assertThat(text(Duration.ofMillis(20))).isEqualTo("20 ms");
        assertThat(defaultsIn("The maximum. The default is 1,024.")).containsExactly("1,024");
        assertThat(defaultsIn("Returns the maximum. Default: 1,024.")).containsExactly("1,024");
    }

    private static String text(Object value) {
        if (value instanceof OptionalInt maxConnections && maxConnections.isEmpty()) {
            return "90 % of the free file descriptors";
        }
        if (value instanceof Duration time) {
            return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
        }
        return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
    }

    /** A row of a table: the name in its first cell, and its second cell. */
    private record Setting(String name, String value, int line) {}

    private static Stream<Table> tables() {
        return PAGE.tables().stream().filter(table -> table.header().get(0).equals("setting"));
    }

    private static List<Setting> rows(Set<String> sections) {
        List<Setting> settings = new ArrayList<>();
        tables().filter(table -> sections.contains(table.section())).forEach(table -> {
            for (int i = 0; i < table.rows().size(); i++) {
                List<String> row = table.rows().get(i);
                int line = table.line() + 2 + i;
                Matcher name = NAME.matcher(row.get(0));
                assertThat(name.matches())
                        .as("%s: %s", PAGE.at(line), row.get(0))
                        .isTrue();
                settings.add(new Setting(name.group(1), row.get(1), line));
            }
        });
        return settings;
    }

    private static List<String> names(String section) {
        return rows(Set.of(section)).stream().map(Setting::name).toList();
    }

    /** Returns the names of the methods that return the object itself. */
    private static Set<String> settings(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == type)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    /** Returns the values of the accessors, as the documentation writes them. */
    private static Map<String, String> defaults(Object limits) {
        Map<String, String> values = new TreeMap<>();
        for (Method method : limits.getClass().getDeclaredMethods()) {
            boolean isAccessor = Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0
                    && !Set.of("hashCode", "toString", "toBuilder").contains(method.getName());
            if (isAccessor) {
                try {
                    values.put(method.getName(), text(method.invoke(limits)));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(method.getName(), e);
                }
            }
        }
        return values;
    }
}
