package dev.strait.runtime.internal.handshake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IP address as a literal. Names are never resolved. */
final class IpAddress {

    /** An IPv4 or IPv6 address with an optional port, or with the slash that {@code InetAddress} writes before it. */
    private static final Pattern LITERAL = Pattern.compile(
            "/?(?:(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?|\\[([0-9A-Fa-f:.]+)(?:%[^]]*)?](?::\\d+)?|([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%.*)?)");
    /** A provider gives a customer at least a network of this size (RFC 6177). */
    private static final int IPV6_NETWORK_BYTES = 8;
    /** The network 64:ff9b::/96 of IPv4 addresses that are translated (RFC 6052, section 2.1). */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private final InetAddress address;

    private IpAddress(InetAddress address) {
        this.address = address;
    }

    /** Returns an address as containers and proxies report it; empty for anything else. */
    static Optional<IpAddress> of(@Nullable Object reported) {
        if (reported instanceof InetSocketAddress socket) {
            return Optional.ofNullable(socket.getAddress()).map(IpAddress::new);
        }
        if (reported instanceof InetAddress known) {
            return Optional.of(new IpAddress(known));
        }
        return reported == null ? Optional.empty() : parse(reported.toString().strip());
    }

    private static Optional<IpAddress> parse(String text) {
        Matcher literal = LITERAL.matcher(text);
        if (!literal.matches()) {
            return Optional.empty();
        }
        String v4 = literal.group(1);
        String v6 = literal.group(2) == null ? literal.group(3) : literal.group(2);
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(v4 == null ? "[" + v6 + "]" : v4)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return address.getAddress();
    }

    /**
     * Returns the text by which limits count: an IPv4 address, or the /64 network of an IPv6 address. Behind a translator
     * (RFC 6052), all IPv4 clients are in one network, so their whole addresses count.
     */
    String network() {
        byte[] bytes = bytes();
        boolean isTranslated =
                Arrays.equals(bytes, 0, Math.min(bytes.length, TRANSLATED.length), TRANSLATED, 0, TRANSLATED.length);
        return bytes.length > IPV6_NETWORK_BYTES && !isTranslated
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)) + "/64"
                : toString();
    }

    @Override
    public String toString() {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
