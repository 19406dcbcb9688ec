package dev.strait.tests.zoo;

import dev.strait.tests.elsewhere.Money;

/** A message in both directions of two channels. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
record Both(Money price) implements Upstream, Downstream {}
