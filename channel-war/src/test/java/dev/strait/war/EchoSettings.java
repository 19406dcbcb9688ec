package dev.strait.war;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.runtime.spi.ChannelEndpoint;

/** Sets what the tests can see. */
public final class EchoSettings implements ChannelHubCustomizer {

    @Override
    public void customize(ChannelHub.Builder hub) {
        hub.allowOrigins("https://app.example.com");
    }

    @Override
    public void customize(ChannelEndpoint endpoint) {
        endpoint.limits(limits -> limits.maxMessageBytes(4_321));
    }
}
