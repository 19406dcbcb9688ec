package dev.strait.runtime;

import java.util.List;

/** Channels cannot be deployed. The message has a line for every mistake that was found. */
public final class ChannelDeploymentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With one mistake a line. */
    public ChannelDeploymentException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
