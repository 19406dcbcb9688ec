package dev.strait.runtime.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the generated types that belong to a generated handler, room or emitter, for frameworks that find handlers by
 * scanning. Both have static methods {@code of}: the endpoint's takes the handler or the room, the emitter's the hub.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ChannelType {

    /** Returns the endpoint of the channel. */
    Class<? extends ChannelEndpoint> endpoint();

    /** Returns the emitter of the channel. */
    Class<?> emitter();
}
