package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names of contracts and their packages, contracts in other types, and contracts beside each other. */
final class ContractNames {

    private static final List<String> NAMES = Words.of("""
            String Object List Override S R V Channel Endpoint Audience Void Chat$ $ _C Ünï chat Target Members Delivery
            Optional Handshake Connection Handler İ 数 A_B Record Long
            """);

    /** Generated code has types of these names. */
    private static final List<String> HIDDEN_IF_UNNAMED = Words.of("Members R S Target");

    private static final List<String> PACKAGES = Words.of("""
            a.b.con java_.x int_ Chat chat dev dev.strait dev.strait.runtime String t.Chat jakarta.x org ünï.数
            a.b.c.d.e.f.g.h record var.yield module.open _a x.impl_
            """);

    private static final String MESSAGES = """
            record Say(java.lang.String text, java.util.List<java.lang.String> xs, java.lang.Long q)
                    implements ToServer, ToClient {}
            record Bid(int cents) implements ToServer, ToClient, dev.strait.Ask<Bid.Out> {
                public record Out(int a) {}
            }
            """;

    private static final String ROOM = """
            record Say(String text) implements ToServer, ToClient {}
            record Room(@jakarta.validation.constraints.Size(max = 3) String room) {}
            """;

    private ContractNames() {}

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>();
        for (String name : NAMES) {
            String file = name + ".java";
            String contract = ContractText.withoutImports(name, "/ws", MESSAGES);
            all.add(OddContract.ofFiles("contract", name, Map.of(file, contract)));
            String unnamed = ContractText.contract(name, "/ws", MESSAGES);
            OddContract odd = OddContract.ofFixedFiles("unnamed", name, Map.of(file, unnamed));
            all.add(HIDDEN_IF_UNNAMED.contains(name) ? odd.rejectedWith("STRAIT-118") : odd);
        }
        for (String name : PACKAGES) {
            String contract = ContractText.withImports(
                    "Chat", "/ws", "record Say(String text, Instant at) implements ToServer, ToClient {}");
            String file = name.replace('.', '/') + "/Chat.java";
            all.add(OddContract.ofFixedFiles("package", name, Map.of(file, contract.replace("<package>", name))));
        }
        all.addAll(nested());
        all.addAll(besideEachOther());
        return all;
    }

    private static List<OddContract> nested() {
        String deep = """
                package <package>;
                public class L1 {
                    public interface L2 {
                        enum L3 {
                            X;
                            public record L4(int a) {
                                %s
                            }
                        }
                    }
                }
                """.formatted(ContractText.contract("L5", "/ws/{room}", ROOM));
        String two = """
                package <package>;
                public class Chat {
                    %s
                    %s
                }
                """.formatted(
                        ContractText.contract("Inner", "/ws/{room}", ROOM),
                        ContractText.contract("Inner2", "/ws2/{room}", ROOM));
        String sameName = ContractText.withoutImports("Chat_Inner", "/ws3", ROOM);
        return List.of(
                OddContract.ofFiles("nested", "deep", Map.of("L1.java", deep)),
                OddContract.ofFiles("nested", "two", Map.of("Chat.java", two)),
                OddContract.ofFiles("nested", "same-name", Map.of("Chat.java", two, "Chat_Inner.java", sameName))
                        .rejectedWith("STRAIT-117"));
    }

    private static List<OddContract> besideEachOther() {
        String chat = ContractText.withoutImports("Chat", "/a/{room}", ROOM);
        String second = ContractText.contract("Second", "/b", ROOM).replace("public interface", "interface");
        return List.of(
                two("prefix", "ChatRoom").rejectedWith("STRAIT-117"),
                two("other-case", "CHAT"),
                two("plural", "Chats"),
                // docs/contract.md documents this warning.
                OddContract.ofFiles("beside", "one-file", Map.of("Chat.java", chat + second))
                        .with("-Xlint:-auxiliaryclass"));
    }

    private static OddContract two(String name, String other) {
        return OddContract.ofFiles(
                "beside",
                name,
                Map.of(
                        "Chat.java",
                        ContractText.withoutImports("Chat", "/a/{room}", ROOM),
                        other + ".java",
                        ContractText.withoutImports(other, "/b/{room}", ROOM)));
    }
}
