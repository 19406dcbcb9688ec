package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;

/** Names of components: those of variables, constants, types and packages in generated code, and unusual characters. */
final class ComponentNames {

    private static final List<String> NAMES = Words.of("""
            value self it from reply emit room rooms user connection everyone except and members size join leave info close
            in out seen wrong field flaws refused sound found name parts message items item key state handler handshake
            audience gateway at text connectionIds users others reason timeout a $ $a _a a_ A Aa aA Long String Integer
            List Object Override Class New Int Default record var yield sealed permits when module open with to uses
            provides exports opens requires transitive java javax dev com jakarta org t Chat ChatSender ChatCodec Target
            CONTRACT fields FIELDS types TYPES names NAMES answers pattern PATTERN least LEAST most DEFAULT index tagsItem
            tagsIndex tagsKey cause result builder writer reader hub endpoint contract states task view elapsed element
            entry map list set next node Void Byte Char Do If Null True This Super Enum Assert Case max MAX min violations
            VIOLATIONS é ß ı İ ﬁ 数 ａ 𝒳 ª € £x a‿b ΐ ŉ ǅ __ _1 a1
            """);

    private static final List<String> PAIRS = Words.of("""
            tags/tagsItem tags/tagsIndex tags/tagsKey in/in_ seen/seen_ text/Text text/TEXT aB/a_b aB/A_B a/A Long/long_
            fields/FIELDS out/sound flaws/wrong Int/int_ items/item K/k é/e\u0301 a/aItem aItem/aItemItem ß/SS ss/ß
            name/NAME x/xTYPE
            """);

    private ComponentNames() {}

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(ofMessages(name));
            all.add(ofRoom(name));
        }
        for (String pair : PAIRS) {
            String[] names = pair.split("/", -1);
            all.add(ofPair(names[0], names[1]));
        }
        return all;
    }

    private static OddContract ofMessages(String name) {
        return OddContract.chat("component", name, """
                record One(%1$s@Size(max = 9) String %2$s) implements ToServer, ToClient {}
                record Two(%1$s@Min(1) @Max(9) long %2$s, int zz) implements ToServer, ToClient {
                    public Two {
                        if (zz < 0) {
                            throw new IllegalArgumentException("no");
                        }
                    }
                }
                record Three(
                        %1$sOptional<@Size(max = 4) List<@Size(max = 3) String>> %2$s,
                        @Size(max = 4) Map<@Size(max = 5) String, @Positive Integer> zz)
                        implements ToServer, ToClient {}
                record Four(
                        %1$s@Pattern(regexp = "(a|b)+c") @Size(max = 5) String %2$s,
                        @Default("7") int zz,
                        @Default("2026-01-31") LocalDate zy)
                        implements ToServer, ToClient {}
                record Five(%1$sint[] %2$s) implements ToServer, ToClient {}
                record Ask1(%1$sString %2$s) implements ToServer, ToClient, dev.strait.Ask<Ask1.Out> {
                    public record Out(%1$sString %2$s) {}
                }
                """.formatted(jsonName(name), name));
    }

    private static OddContract ofRoom(String name) {
        return OddContract.chat("room", name, """
                record Say(String t0) implements ToServer, ToClient {}
                record Room(%s@Size(max = 9) String %s, int zz) {
                    public Room {
                        if (zz < 0) {
                            throw new IllegalArgumentException("no");
                        }
                    }
                }
                """.formatted(jsonName(name), name));
    }

    private static OddContract ofPair(String one, String other) {
        return OddContract.chat("pair", one + "-" + other, """
                record One(
                        @Size(max = 4) List<@Size(max = 9) String> %1$s,
                        @Size(max = 4) List<List<@Size(max = 9) String>> %2$s)
                        implements ToServer, ToClient {}
                record Two(
                        @Size(max = 4) Map<@Size(max = 9) String, @Positive Integer> %1$s,
                        Optional<@Size(max = 9) String> %2$s)
                        implements ToServer, ToClient {
                    public Two {}
                }
                record Three(@Size(max = 3) String %1$s, @Pattern(regexp = "(x|y)*z") String %2$s)
                        implements ToServer, ToClient {}
                """.formatted(one, other));
    }

    /** Names with a dollar sign in front are reserved on the wire. */
    private static String jsonName(String name) {
        return name.startsWith("$") ? "@Name(\"dollar\") " : "";
    }
}
