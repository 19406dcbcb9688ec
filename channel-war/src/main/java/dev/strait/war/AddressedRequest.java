package dev.strait.war;

import dev.strait.runtime.spi.HandshakeRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request with the address of its peer as a header, because containers pass a configurator nothing else of the request. A
 * header of that name from the client is replaced.
 */
final class AddressedRequest extends HttpServletRequestWrapper {

    private static final String NAME = HandshakeRefused.ADDRESS_HEADER;

    AddressedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return NAME.equalsIgnoreCase(name) ? getRemoteAddr() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return NAME.equalsIgnoreCase(name) ? Collections.enumeration(Set.of(getRemoteAddr())) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.removeIf(NAME::equalsIgnoreCase);
        names.add(NAME);
        return Collections.enumeration(names);
    }
}
