package dev.strait.client;

/** Ends what it was returned for. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /** Ends it. A call that has begun is finished; calling this again changes nothing. */
    @Override
    void close();
}
