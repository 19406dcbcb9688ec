package dev.strait.benchmarks;

import java.io.IOException;
import java.util.function.Supplier;

/** A library or program that decodes and encodes {@link Messages}. */
interface Contender {

    /** Thrown for a message that violates constraints. */
    final class InvalidMessage extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidMessage(String message) {
            super(message, null, false, false);
        }
    }

    Messages.ToServer decode(String frame) throws Exception;

    Messages.ToServer decode(byte[] frame) throws Exception;

    String encode(Messages.ToServer message) throws IOException;

    byte[] encodeUtf8(Messages.ToServer message) throws IOException;

    /** All contenders. The first is the baseline for decoding. */
    enum Kind {
        JACKSON_VALIDATED("Jackson 2 + Hibernate Validator", true, () -> new JacksonContender(false, true)),
        JACKSON("Jackson 2", false, () -> new JacksonContender(false, false)),
        BLACKBIRD("Jackson 2 + Blackbird", false, () -> new JacksonContender(true, false)),
        JACKSON3_VALIDATED("Jackson 3 + Hibernate Validator", true, () -> new Jackson3Contender(true)),
        JACKSON3("Jackson 3", false, () -> new Jackson3Contender(false)),
        AVAJE("avaje-jsonb + avaje-validator", true, AvajeContender::new),
        DSL_JSON("dsl-json", false, DslJsonContender::new),
        FASTJSON2("fastjson2", false, Fastjson2Contender::new),
        HANDWRITTEN("hand-written parser", true, HandwrittenContender::new),
        STRAIT("Strait", true, StraitContender::new);

        private final String title;
        private final boolean isValidating;
        private final Supplier<Contender> maker;

        Kind(String title, boolean isValidating, Supplier<Contender> maker) {
            this.title = title;
            this.isValidating = isValidating;
            this.maker = maker;
        }

        String title() {
            return title;
        }

        boolean isValidating() {
            return isValidating;
        }

        Contender make() {
            return maker.get();
        }
    }
}
