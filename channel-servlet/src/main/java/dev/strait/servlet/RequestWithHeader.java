package dev.strait.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request with a header that a filter adds for the handshake, because containers pass a configurator little more than
 * headers. A header of that name from the client is replaced.
 */
final class RequestWithHeader extends HttpServletRequestWrapper {

    private final String name;
    private final String value;

    RequestWithHeader(HttpServletRequest request, String name, String value) {
        super(request);
        this.name = name;
        this.value = value;
    }

    @Override
    public @Nullable String getHeader(String wanted) {
        return name.equalsIgnoreCase(wanted) ? value : super.getHeader(wanted);
    }

    @Override
    public Enumeration<String> getHeaders(String wanted) {
        return name.equalsIgnoreCase(wanted) ? Collections.enumeration(Set.of(value)) : super.getHeaders(wanted);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.removeIf(name::equalsIgnoreCase);
        names.add(name);
        return Collections.enumeration(names);
    }
}
