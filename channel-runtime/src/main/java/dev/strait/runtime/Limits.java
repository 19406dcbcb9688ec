package dev.strait.runtime;

/**
 * What one connection, one room and one node may use.
 *
 * @param frameBytes UTF-8 bytes of one message of a client; beyond it the connection closes with 1009. A channel whose
 *     constraints bound its messages has what they allow and 4,096 more, if that is less. Default 65,536
 * @param frameParts fragments of one message; beyond it 1009. Default 1,024
 * @param assemblyMillis time to receive one message; beyond it 1008. Default 10,000
 * @param roomsPerConnection default 128
 * @param roomsPerNode default 100,000
 * @param messagesPerSecond of one connection, over time; beyond it error {@code rate}; beyond it
 *     for 3 s, or by what 3 s allow, 1008. Default 50
 * @param messageBurst messages at once. Default 100
 * @param joinsPerSecond joins of one connection. Default 20
 * @param errorsPerSecond error frames to one connection; what is beyond them is not answered. Default 10
 * @param badFrames refused frames of one connection in 10 s; beyond it 4400. Default 20
 * @param inboxMessages messages that wait for the handler; beyond it error {@code overloaded}. Default 256
 * @param inboxBytes chars or bytes of the messages that wait for the handler, as they came; one message always fits, beyond
 *     it error {@code overloaded}. Default 1,048,576
 * @param asksPerConnection what the server has asked one client and is not answered; beyond it, asking fails with
 *     {@code overloaded}. Default 64
 * @param outboxMessages messages that wait for a slow connection; beyond it 1013. Default 1,024
 * @param outboxBytes UTF-8 bytes that wait for a slow connection; beyond it 1013. Default 1,048,576
 * @param stuckWriteMillis time for one write, of up to 64 KiB or of one message; beyond it 1013; less while many block. Default 10,000
 * @param pingMillis time between pings, give or take a fifth. Default 25,000
 * @param deadMillis time without any sign of the peer; beyond it the connection is dropped. Default 60,000
 * @param closeMillis time for the peer to answer a close. Default 5,000
 * @param drainMillis time over which a closing hub spreads its closes, at most. Default 30,000
 * @param handshakesPerSecond new connections of the node; beyond it 503 with Retry-After on the embedded server, elsewhere
 *     1013. Default 200
 */
public record Limits(
        int frameBytes,
        int frameParts,
        long assemblyMillis,
        int roomsPerConnection,
        int roomsPerNode,
        int messagesPerSecond,
        int messageBurst,
        int joinsPerSecond,
        int errorsPerSecond,
        int badFrames,
        int inboxMessages,
        long inboxBytes,
        int asksPerConnection,
        int outboxMessages,
        long outboxBytes,
        long stuckWriteMillis,
        long pingMillis,
        long deadMillis,
        long closeMillis,
        long drainMillis,
        int handshakesPerSecond) {

    /** The defaults. */
    public static Limits defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Limits}; each setter takes what the record's component of that name means, at least 1. */
    public static final class Builder {

        private int frameBytes = 65_536;
        private int frameParts = 1_024;
        private long assemblyMillis = 10_000;
        private int roomsPerConnection = 128;
        private int roomsPerNode = 100_000;
        private int messagesPerSecond = 50;
        private int messageBurst = 100;
        private int joinsPerSecond = 20;
        private int errorsPerSecond = 10;
        private int badFrames = 20;
        private int inboxMessages = 256;
        private long inboxBytes = 1_048_576;
        private int asksPerConnection = 64;
        private int outboxMessages = 1_024;
        private long outboxBytes = 1_048_576;
        private long stuckWriteMillis = 10_000;
        private long pingMillis = 25_000;
        private long deadMillis = 60_000;
        private long closeMillis = 5_000;
        private long drainMillis = 30_000;
        private int handshakesPerSecond = 200;

        private Builder() {}

        public Builder frameBytes(int bytes) {
            frameBytes = atLeastOne("frameBytes", bytes);
            return this;
        }

        public Builder frameParts(int parts) {
            frameParts = atLeastOne("frameParts", parts);
            return this;
        }

        public Builder assemblyMillis(long millis) {
            assemblyMillis = atLeastOne("assemblyMillis", millis);
            return this;
        }

        public Builder roomsPerConnection(int rooms) {
            roomsPerConnection = atLeastOne("roomsPerConnection", rooms);
            return this;
        }

        public Builder roomsPerNode(int rooms) {
            roomsPerNode = atLeastOne("roomsPerNode", rooms);
            return this;
        }

        public Builder messagesPerSecond(int messages) {
            messagesPerSecond = atLeastOne("messagesPerSecond", messages);
            return this;
        }

        public Builder messageBurst(int messages) {
            messageBurst = atLeastOne("messageBurst", messages);
            return this;
        }

        public Builder joinsPerSecond(int joins) {
            joinsPerSecond = atLeastOne("joinsPerSecond", joins);
            return this;
        }

        public Builder errorsPerSecond(int errors) {
            errorsPerSecond = atLeastOne("errorsPerSecond", errors);
            return this;
        }

        public Builder badFrames(int frames) {
            badFrames = atLeastOne("badFrames", frames);
            return this;
        }

        public Builder inboxMessages(int messages) {
            inboxMessages = atLeastOne("inboxMessages", messages);
            return this;
        }

        public Builder inboxBytes(long bytes) {
            inboxBytes = atLeastOne("inboxBytes", bytes);
            return this;
        }

        public Builder asksPerConnection(int asks) {
            asksPerConnection = atLeastOne("asksPerConnection", asks);
            return this;
        }

        public Builder outboxMessages(int messages) {
            outboxMessages = atLeastOne("outboxMessages", messages);
            return this;
        }

        public Builder outboxBytes(long bytes) {
            outboxBytes = atLeastOne("outboxBytes", bytes);
            return this;
        }

        public Builder stuckWriteMillis(long millis) {
            stuckWriteMillis = atLeastOne("stuckWriteMillis", millis);
            return this;
        }

        public Builder pingMillis(long millis) {
            pingMillis = atLeastOne("pingMillis", millis);
            return this;
        }

        public Builder deadMillis(long millis) {
            deadMillis = atLeastOne("deadMillis", millis);
            return this;
        }

        public Builder closeMillis(long millis) {
            closeMillis = atLeastOne("closeMillis", millis);
            return this;
        }

        public Builder drainMillis(long millis) {
            drainMillis = atLeastOne("drainMillis", millis);
            return this;
        }

        public Builder handshakesPerSecond(int handshakes) {
            handshakesPerSecond = atLeastOne("handshakesPerSecond", handshakes);
            return this;
        }

        public Limits build() {
            return new Limits(
                    frameBytes,
                    frameParts,
                    assemblyMillis,
                    roomsPerConnection,
                    roomsPerNode,
                    messagesPerSecond,
                    messageBurst,
                    joinsPerSecond,
                    errorsPerSecond,
                    badFrames,
                    inboxMessages,
                    inboxBytes,
                    asksPerConnection,
                    outboxMessages,
                    outboxBytes,
                    stuckWriteMillis,
                    pingMillis,
                    deadMillis,
                    closeMillis,
                    drainMillis,
                    handshakesPerSecond);
        }

        private static int atLeastOne(String name, int value) {
            return (int) atLeastOne(name, (long) value);
        }

        private static long atLeastOne(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
            }
            return value;
        }
    }
}
