package com.acme;

import dev.strait.runtime.json.FrameException;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import javax.annotation.processing.Generated;

/**
 * Jakarta encoders and decoders of {@link Zoo.Cage}, for hand-written endpoints.
 *
 * <p>All kinds of animals.
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageTextCodecs {
    private Zoo_CageTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Zoo.Cage.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Zoo.Cage.ToServer>, Decoder.Text<Zoo.Cage.ToServer> {
        @Override
        public String encode(Zoo.Cage.ToServer message) {
            return Zoo_CageCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Zoo.Cage.ToServer decode(String frame) throws DecodeException {
            try {
                return Zoo_CageCodec.CONTRACT.codec().decodeToServer(frame);
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

    /**
     * Encodes and decodes {@link Zoo.Cage.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Zoo.Cage.ToClient>, Decoder.Text<Zoo.Cage.ToClient> {
        @Override
        public String encode(Zoo.Cage.ToClient message) {
            return Zoo_CageCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Zoo.Cage.ToClient decode(String frame) throws DecodeException {
            try {
                return Zoo_CageCodec.CONTRACT.codec().decodeToClient(frame);
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
