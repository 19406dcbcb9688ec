package dev.strait.benchmarks;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.validation.ConstraintViolationException;
import io.avaje.validation.Validator;

/** Generated code over a general tokenizer, with generated validation. */
final class AvajeContender implements Contender {

    private final JsonType<Desk.ToServer> type =
            Jsonb.builder().serializeNulls(false).build().type(Desk.ToServer.class);
    private final Validator validator = Validator.builder().build();

    @Override
    public Desk.ToServer decode(String frame) throws Refused {
        return valid(type.fromJson(frame));
    }

    @Override
    public Desk.ToServer decode(byte[] frame) throws Refused {
        return valid(type.fromJson(frame));
    }

    private Desk.ToServer valid(Desk.ToServer message) throws Refused {
        try {
            validator.validate(message);
            return message;
        } catch (ConstraintViolationException refused) {
            throw new Refused(refused.violations().toString());
        }
    }

    @Override
    public String encode(Desk.ToServer message) {
        return type.toJson(message);
    }

    @Override
    public byte[] encodeUtf8(Desk.ToServer message) {
        return type.toJsonBytes(message);
    }
}
