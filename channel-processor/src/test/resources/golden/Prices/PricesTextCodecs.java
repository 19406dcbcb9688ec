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
 * Jakarta encoders and decoders of {@link Prices}, for hand-written endpoints.
 *
 * <p>Prices of shares.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesTextCodecs {
    private PricesTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Prices.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Prices.ToServer>, Decoder.Text<Prices.ToServer> {
        @Override
        public String encode(Prices.ToServer message) {
            return PricesCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Prices.ToServer decode(String frame) throws DecodeException {
            try {
                return PricesCodec.CONTRACT.codec().decodeToServer(frame);
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
     * Encodes and decodes {@link Prices.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Prices.ToClient>, Decoder.Text<Prices.ToClient> {
        @Override
        public String encode(Prices.ToClient message) {
            return PricesCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Prices.ToClient decode(String frame) throws DecodeException {
            try {
                return PricesCodec.CONTRACT.codec().decodeToClient(frame);
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
