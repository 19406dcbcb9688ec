package dev.strait.benchmarks;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.validation.ConstraintViolationException;
import io.avaje.validation.Validator;

/** avaje-jsonb and avaje-validator: generated code on a general tokenizer, and generated validation. */
final class AvajeContender implements Contender {

    private final JsonType<Messages.ToServer> type =
            Jsonb.builder().serializeNulls(false).build().type(Messages.ToServer.class);
    private final Validator validator = Validator.builder().build();

    @Override
    public Messages.ToServer decode(String frame) throws InvalidMessage {
        return valid(type.fromJson(frame));
    }

    @Override
    public Messages.ToServer decode(byte[] frame) throws InvalidMessage {
        return valid(type.fromJson(frame));
    }

    private Messages.ToServer valid(Messages.ToServer message) throws InvalidMessage {
        try {
            validator.validate(message);
            return message;
        } catch (ConstraintViolationException invalid) {
            throw new InvalidMessage(invalid.violations().toString());
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
