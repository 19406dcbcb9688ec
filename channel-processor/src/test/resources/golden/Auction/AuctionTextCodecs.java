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
 * Jakarta encoders and decoders of {@link Auction}, for hand-written endpoints.
 *
 * <p>One lot.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionTextCodecs {
    private AuctionTextCodecs() {
    }

    /**
     * Encodes and decodes {@link Auction.ToServer}.
     */
    public static final class ToServerText implements Encoder.Text<Auction.ToServer>, Decoder.Text<Auction.ToServer> {
        @Override
        public String encode(Auction.ToServer message) {
            return AuctionCodec.CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Auction.ToServer decode(String frame) throws DecodeException {
            try {
                return AuctionCodec.CONTRACT.codec().decodeToServer(frame);
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
     * Encodes and decodes {@link Auction.ToClient}.
     */
    public static final class ToClientText implements Encoder.Text<Auction.ToClient>, Decoder.Text<Auction.ToClient> {
        @Override
        public String encode(Auction.ToClient message) {
            return AuctionCodec.CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Auction.ToClient decode(String frame) throws DecodeException {
            try {
                return AuctionCodec.CONTRACT.codec().decodeToClient(frame);
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
