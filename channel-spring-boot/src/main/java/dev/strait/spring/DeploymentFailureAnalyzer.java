package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why channels are not served without a stack trace. The message says what to do. */
final class DeploymentFailureAnalyzer extends AbstractFailureAnalyzer<ChannelDeploymentException> {

    /** For Spring. */
    DeploymentFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable root, ChannelDeploymentException problem) {
        return new FailureAnalysis(String.valueOf(problem.getMessage()), null, problem);
    }
}
