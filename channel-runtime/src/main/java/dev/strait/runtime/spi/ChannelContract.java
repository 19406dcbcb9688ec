package dev.strait.runtime.spi;

import dev.strait.runtime.codec.ChannelCodec;
import java.util.List;

/**
 * What the runtime knows of a contract.
 *
 * @param name the contract's qualified name
 * @param path the path template
 * @param roomComponents the components of the room key in their order; empty where rooms are plain strings
 * @param fingerprint a short name for all that it means on the wire
 * @param frameBytes UTF-8 bytes of the largest message that clients can send, without white space; 0 where there is no bound
 * @param asksClients whether the server may ask clients
 * @param toServer the names of what clients send
 * @param toClient the names of what the server sends
 * @param codec reads and writes its messages
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public record ChannelContract<R, I, O>(
        String name,
        String path,
        List<String> roomComponents,
        String fingerprint,
        long frameBytes,
        boolean asksClients,
        List<WireMessage> toServer,
        List<WireMessage> toClient,
        ChannelCodec<R, I, O> codec) {

    /** Takes copies of the lists. */
    public ChannelContract {
        roomComponents = List.copyOf(roomComponents);
        toServer = List.copyOf(toServer);
        toClient = List.copyOf(toClient);
    }

    /** Whether the path names the one room of each connection. */
    public boolean isPathBound() {
        return path.indexOf('{') >= 0;
    }
}
