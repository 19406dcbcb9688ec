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
 * Jakarta encoders and decoders of {@link Feed}, for hand-written endpoints.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedTextCodecs {
    private FeedTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Feed.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Feed.ToClient>, Decoder.Text<Feed.ToClient> {
        @Override
        public String encode(Feed.ToClient message) {
            return FeedCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Feed.ToClient decode(String frame) throws DecodeException {
            try {
                return FeedCodec.CONTRACT.codec().decodeToClient(frame);
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
