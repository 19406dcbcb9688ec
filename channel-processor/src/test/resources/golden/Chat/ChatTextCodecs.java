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
 * Jakarta encoders and decoders of {@link Chat}, for hand-written endpoints.
 *
 * <p>Team chat; one room per conversation.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatTextCodecs {
    private ChatTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Chat.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Chat.ToServer>, Decoder.Text<Chat.ToServer> {
        @Override
        public String encode(Chat.ToServer message) {
            return ChatCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Chat.ToServer decode(String frame) throws DecodeException {
            try {
                return ChatCodec.CONTRACT.codec().decodeToServer(frame);
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
     * Encodes and decodes {@link Chat.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Chat.ToClient>, Decoder.Text<Chat.ToClient> {
        @Override
        public String encode(Chat.ToClient message) {
            return ChatCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Chat.ToClient decode(String frame) throws DecodeException {
            try {
                return ChatCodec.CONTRACT.codec().decodeToClient(frame);
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
