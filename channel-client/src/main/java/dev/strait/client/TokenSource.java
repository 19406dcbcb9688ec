package dev.strait.client;

import java.util.concurrent.CompletionStage;

/** Provides the token that tells the server who the client is. */
@FunctionalInterface
public interface TokenSource {

    /**
     * Returns a token. Called before each connect, and before the server regards the last token as expired. Called on the
     * client's shared threads, where it may block. A token that takes longer than 10 seconds, or that fails, counts as a
     * failed attempt to connect.
     *
     * @param isRefused whether the server has refused the last token, so that a cached one must not be returned again
     */
    CompletionStage<String> token(boolean isRefused);
}
