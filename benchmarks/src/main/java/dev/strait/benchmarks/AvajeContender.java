package dev.strait.benchmarks;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.validation.ConstraintViolationException;
import io.avaje.validation.Validator;

/** Generated code over a general tokenizer, with generated validation. */
final class AvajeContender implements Contender {

    private final JsonType<Messages.ToServer> type =
            Jsonb.builder().serializeNulls(false).build().type(Messages.ToServer.class);
    private final Validator validator = Validator.builder().build();

    @Override
    public Messages.ToServer decode(String frame) throws Refused {
        return valid(type.fromJson(frame));
    }

    @Override
    public Messages.ToServer decode(byte[] frame) throws Refused {
        return valid(type.fromJson(frame));
    }

    private Messages.ToServer valid(Messages.ToServer message) throws Refused {
        try {
            validator.validate(message);
            return message;
        } catch (ConstraintViolationException refused) {
            throw new Refused(refused.violations().toString());
        }
    }

    @Override
    public String encode(Messages.ToServer message) {
        return type.toJson(message);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) {
        return type.toJsonBytes(message);
    }
}
