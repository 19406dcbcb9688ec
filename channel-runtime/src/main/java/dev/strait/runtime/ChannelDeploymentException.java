package dev.strait.runtime;

import java.util.List;

/** Thrown when channels cannot be deployed. The message has one line for each problem. */
public final class ChannelDeploymentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param problems one sentence for each problem
     */
    public ChannelDeploymentException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
