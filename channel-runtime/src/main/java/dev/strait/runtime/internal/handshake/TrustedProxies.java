package dev.strait.runtime.internal.handshake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} headers count. Anyone else may write what they
 * like into them.
 */
public final class TrustedProxies {

    @SuppressWarnings("ArrayRecordComponent") // never compared by identity, never modified
    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Network that && bits == that.bits && Arrays.equals(address, that.address);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(address) + bits;
        }

        @Override
        public String toString() {
            return Arrays.toString(address) + "/" + bits;
        }
    }

    private final List<Network> networks;

    /**
     * Creates the list.
     *
     * @param networks addresses such as {@code 127.0.0.1} or {@code ::1}, or networks such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one of them is neither
     */
    public TrustedProxies(Collection<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
        if (slash != 0 && address.isPresent()) {
            byte[] bytes = address.get().bytes();
            int all = bytes.length * Byte.SIZE;
            try {
                int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= all) {
                    return new Network(bytes, bits);
                }
            } catch (NumberFormatException notANumber) {
                // reported below
            }
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is neither an IP address nor a network. Write it like \"127.0.0.1\" or \"10.0.0.0/8\".");
    }

    private boolean contains(IpAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.bytes()));
    }

    /**
     * Returns the address of the client: that of the peer, or if the peer is a trusted proxy, the right-most one of
     * {@code X-Forwarded-For} that is not. What is left of that one could be forged.
     *
     * @param reported the address of the peer, as the container reports it
     * @param headers the headers of the request; lookups are case-insensitive
     */
    public Optional<ClientAddress> client(@Nullable Object reported, Map<String, List<String>> headers) {
        Optional<IpAddress> peer = IpAddress.of(reported);
        if (peer.isEmpty()) {
            return Optional.ofNullable(reported).map(name -> ClientAddress.of(name.toString(), name.toString()));
        }
        IpAddress client = peer.get();
        List<String> forwarded = values(headers, "X-Forwarded-For");
        Collections.reverse(forwarded);
        for (String text : forwarded) {
            Optional<IpAddress> next = IpAddress.of(text);
            if (!contains(client) || next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return Optional.of(ClientAddress.of(client.toString(), client.network()));
    }

    /** Returns whether the peer is a trusted proxy, and the client reached the first proxy with TLS. */
    public boolean isForwardedWithTls(@Nullable Object reported, Map<String, List<String>> headers) {
        List<String> schemes = values(headers, "X-Forwarded-Proto");
        boolean isTls = schemes.stream().allMatch(scheme -> scheme.equalsIgnoreCase("https"));
        return !schemes.isEmpty()
                && isTls
                && IpAddress.of(reported).map(this::contains).orElse(false);
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        List<String> values = new ArrayList<>();
        for (String line : headers.getOrDefault(name, List.of())) {
            for (String value : line.split(",", -1)) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
