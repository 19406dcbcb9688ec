package com.acme;

import dev.strait.runtime.json.FrameException;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * Jakarta encoders and decoders of {@link Nested.Cage}, for hand-written endpoints.
 *
 * <p>All kinds of animals.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageTextCodecs {
    private Nested_CageTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Nested.Cage.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Nested.Cage.ToServer>, Decoder.Text<Nested.Cage.ToServer> {
        @Override
        public String encode(Nested.Cage.ToServer message) {
            return Nested_CageCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Nested.Cage.ToServer decode(String frame) throws DecodeException {
            try {
                return Nested_CageCodec.CONTRACT.codec().decodeToServer(frame);
            } catch (FrameException refused) {
                throw new DecodeException(frame, refused.getMessage(), refused);
            }
        }

        @Override
        public boolean willDecode(String frame) {
            return true;
        }

        @Override
        public void init(EndpointConfig config) {
        }

        @Override
        public void destroy() {
        }
    }
}
