package dev.strait.runtime.internal.cluster;

import java.util.List;

/**
 * What the nodes have answered to an inquiry.
 *
 * @param findings those of each node, this one first
 * @param isComplete whether all have answered
 */
public record Outcome(List<Findings> findings, boolean isComplete) {}
