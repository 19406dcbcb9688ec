package dev.strait.runtime;

/**
 * The limits of the connections of one endpoint. Those that are set here win over those of the hub. Set them with
 * {@link dev.strait.runtime.spi.ChannelEndpoint#limits}.
 */
public final class EndpointLimits extends LimitSettings<EndpointLimits> {

    /** Creates limits without any setting. */
    public EndpointLimits() {}

    @Override
    EndpointLimits self() {
        return this;
    }
}
