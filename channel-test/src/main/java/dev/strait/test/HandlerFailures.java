package dev.strait.test;

import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.HandlerInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What handlers have thrown, other than refusals, until the test has read it. */
final class HandlerFailures implements HandlerInterceptor {

    private record Failure(String method, Throwable thrown) {}

    private final List<Failure> failures = new ArrayList<>();

    @Override
    public @Nullable Object around(Call call, Next next) {
        try {
            return next.proceed();
        } catch (Throwable thrown) {
            boolean isExpected = thrown instanceof Refusal
                    || thrown instanceof ConnectionClosedException
                    || thrown.getCause() instanceof ConnectionClosedException;
            if (!isExpected) {
                add(call.method() + call.message().map(type -> " " + type).orElse(""), thrown);
            }
            throw thrown;
        }
    }

    /** Calls an authenticator. */
    <V> V observe(Supplier<V> authenticator) {
        try {
            return authenticator.get();
        } catch (Throwable thrown) {
            if (!(thrown instanceof Refusal)) {
                add("the authenticator", thrown);
            }
            throw thrown;
        }
    }

    private void add(String method, Throwable thrown) {
        failures.add(new Failure(method, thrown));
    }

    /** Returns what was thrown first; null if nothing was. */
    @Nullable
    Throwable first() {
        return failures.isEmpty() ? null : failures.get(0).thrown();
    }

    /** Returns what was thrown, and forgets it. */
    List<Throwable> take() {
        List<Throwable> thrown = failures.stream().map(Failure::thrown).toList();
        failures.clear();
        return thrown;
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Returns a sentence about all of them; empty if there are none. */
    String sentence() {
        return failures.isEmpty()
                ? ""
                : " The handler failed: "
                        + failures.stream()
                                .map(failure -> "in " + failure.method() + " with " + failure.thrown())
                                .distinct()
                                .collect(Collectors.joining(", "))
                                .replaceAll("\\.$", "")
                        + ".";
    }

    /** Returns an error with the failures as its cause, so that the test shows their stacks. */
    AssertionError explain(String message) {
        AssertionError error = new AssertionError(message + sentence());
        failures.stream().skip(1).forEach(failure -> error.addSuppressed(failure.thrown()));
        error.initCause(first());
        return error;
    }
}
