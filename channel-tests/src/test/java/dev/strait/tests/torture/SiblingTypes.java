package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types of the contract's package that have the names of types in generated code. */
final class SiblingTypes {

    private static final List<String> NAMES = Words.of("""
            String Object Override Integer Long Void Byte Short Boolean Character Double AssertionError
            IllegalArgumentException NullPointerException Exception Deprecated SuppressWarnings Math Iterable Record List Map
            Optional Set Collection Collections ArrayList Instant Principal Duration Delivery Handshake CloseReason Audience
            Refusal ChannelHub ConnectionInfo ChannelGateway Target RoomTarget ConnectionTarget Members Binding S R V
            Generated TimeoutException CompletionStage TypeNames FieldNames JsonReader JsonWriter Violations RoomName CharRuns
            JsonConstant ChannelCodec ChannelContract WireMessage TextFormat EnumNames MapKeys BiFunction BiConsumer Endpoint
            Decoder Encoder Session Function Pattern UUID LocalDate BigDecimal Config Builder Arrays LinkedHashMap
            """);

    private static final String MESSAGES = """
            record Say(
                    java.lang.String text,
                    java.util.@jakarta.validation.constraints.Size(max = 4) List<
                            java.lang.@jakarta.validation.constraints.Size(max = 3) String> xs,
                    java.util.Optional<java.time.LocalDate> day,
                    java.util.Map<java.util.UUID, java.lang.Integer> m,
                    java.math.BigDecimal d,
                    java.time.Instant at,
                    int n,
                    java.util.Set<java.lang.Long> ss)
                    implements ToServer, ToClient {
                public Say {
                    if (n < 0) {
                        throw new java.lang.IllegalArgumentException("no");
                    }
                }
            }
            record Bid(int cents) implements ToServer, ToClient, dev.strait.Ask<Bid.Out> {
                public record Out(int a) {}
            }
            """;

    private SiblingTypes() {}

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(sibling("sibling", name, MESSAGES));
            all.add(sibling("used", name, MESSAGES + """
                    record Uses(
                            <package>.%1$s a,
                            java.util.List<<package>.%1$s> b,
                            java.util.Map<<package>.%1$s, <package>.%1$s> c,
                            @dev.strait.Default("TWO") <package>.%1$s d)
                            implements ToServer, ToClient {}
                    """.formatted(name)));
        }
        return all;
    }

    private static OddContract sibling(String group, String name, String body) {
        String contract = ContractText.withoutImports("Chat", "/ws", body);
        String sibling = "package <package>;\npublic enum " + name + " { ONE, TWO }\n";
        return OddContract.ofFiles(group, name, Map.of("Chat.java", contract, name + ".java", sibling));
    }
}
