package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;

/** Names of messages: those of Java, of generated code and of the runtime, and unusual characters. */
final class MessageNames {

    private static final List<String> NAMES = Words.of("""
            Handler Connection Sender Object String List Override Record Ask Channel Endpoint Codec Rooms Binding Target
            RoomTarget ConnectionTarget Emitter Type Name Json AsString Integer Map Set Optional Instant Generated
            Deprecated SuppressWarnings AssertionError IllegalArgumentException NullPointerException Math System Iterable
            Exception Throwable Thread Runnable S R V T E Message Emit And Join Leave Close Equals Reply Others Everyone
            User State Id Handshake Open Closed Joined Left Deployed Tick Create Emptied On Is Out In From Key Value
            Answer Asked Items Read Write Check Yield Var Sealed Permits When Module Requires Underscore _A A_ A$B A$
            Chat_ ChatRoom ChatSender ToServerX AnswerToServer AnswerToClient TypeOfToServer CONTRACT TO_SERVER
            TO_SERVER_TYPES Room_ Room2 say sAY aB x X1 URL HTMLPage A1B2 Long_Name_With_Under Connection_ Principal
            Duration CloseReason ConnectionInfo Delivery Audience ChannelGateway ChannelHub Refusal JsonReader JsonWriter
            Violations FieldNames TypeNames RoomName CharRuns Collections ArrayList Ünïcode Straße ǅungla İstanbul ıx Ω
            Ａfull 𐐀deseret 数据 Été e\u0301te ﬁle Xª À
            """);

    /** Names of methods that every sender has, without parameters. */
    private static final List<String> TAKEN_WITHOUT_COMPONENTS = Words.of("""
            Clone Except ExceptUsers Finalize GetClass HashCode Info Members Notify NotifyAll Size ToString Wait
            """);

    private static final List<String> KEYWORDS =
            Words.of("Class Const Default Enum Goto Long New Null Return True Void");

    private static final List<String> NAMES_OF_ASKS = Words.of("""
            Object String Override S R V List Optional Outcome Answer Connection Violations
            """);

    private MessageNames() {}

    static List<OddContract> all() {
        List<OddContract> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(withComponents(name));
            all.add(withoutComponents(name));
        }
        for (String name : TAKEN_WITHOUT_COMPONENTS) {
            all.add(withComponents(name));
            all.add(withoutComponents(name).rejectedWith("STRAIT-134"));
        }
        for (String name : KEYWORDS) {
            all.add(withComponents(name).rejectedWith("STRAIT-134"));
            all.add(withoutComponents(name).rejectedWith("STRAIT-134"));
        }
        all.add(withComponents("$A").rejectedWith("STRAIT-133"));
        all.add(withoutComponents("$A").rejectedWith("STRAIT-133"));
        NAMES_OF_ASKS.forEach(name -> all.add(ask(name)));
        return all;
    }

    private static OddContract withComponents(String name) {
        return OddContract.chat("message", name, """
                record %s(
                        java.lang.String text,
                        int n,
                        java.util.List<java.lang.@jakarta.validation.constraints.Size(max = 3) String> xs)
                        implements ToServer, ToClient {}
                record Plain() implements ToServer, ToClient {}
                """.formatted(name));
    }

    private static OddContract withoutComponents(String name) {
        return OddContract.chat("empty", name, "/ws/{room}", """
                record %s() implements ToServer, ToClient {}
                record Room(java.lang.String room) {}
                """.formatted(name));
    }

    private static OddContract ask(String name) {
        return OddContract.chat("ask", name, """
                record %1$s(java.lang.String text) implements ToServer, ToClient, dev.strait.Ask<%1$s.Out> {
                    public sealed interface Out {}
                    public record %1$s2(int n) implements Out {}
                    public record Void(int n) implements Out {}
                    public record Integer(java.util.List<java.lang.String> s) implements Out {}
                }
                """.formatted(name));
    }
}
