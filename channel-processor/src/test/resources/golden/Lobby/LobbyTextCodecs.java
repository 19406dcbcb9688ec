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
 * Jakarta encoders and decoders of {@link Lobby}, for hand-written endpoints.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyTextCodecs {
    private LobbyTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Lobby.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Lobby.ToServer>, Decoder.Text<Lobby.ToServer> {
        @Override
        public String encode(Lobby.ToServer message) {
            return LobbyCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Lobby.ToServer decode(String frame) throws DecodeException {
            try {
                return LobbyCodec.CONTRACT.codec().decodeToServer(frame);
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
     * Encodes and decodes {@link Lobby.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Lobby.ToClient>, Decoder.Text<Lobby.ToClient> {
        @Override
        public String encode(Lobby.ToClient message) {
            return LobbyCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Lobby.ToClient decode(String frame) throws DecodeException {
            try {
                return LobbyCodec.CONTRACT.codec().decodeToClient(frame);
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
