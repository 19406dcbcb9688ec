package dev.strait.benchmarks.peers;

/** The messages of the chat. */
final class Messages {

    record Incoming(String type, String text) {}

    record Said(String type, String from, String text, long at) {
        Said(String from, String text) {
            this("said", from, text, System.currentTimeMillis());
        }
    }

    record Echoed(String type, String text) {
        Echoed(String text) {
            this("echoed", text);
        }
    }

    private Messages() {}
}
