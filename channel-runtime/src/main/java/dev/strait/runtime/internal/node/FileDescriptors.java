package dev.strait.runtime.internal.node;

import dev.strait.runtime.internal.foreign.Log;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The file descriptors of this process. Each connection needs one. */
final class FileDescriptors {

    private static final Log LOG = Log.of(FileDescriptors.class);

    /** The rest is for files, class loading and outgoing connections. */
    private static final double SHARE = 0.9;

    private FileDescriptors() {}

    /**
     * Returns how many connections may be open: 90 % of the descriptors that the process may still open; no limit where
     * the JVM does not report them.
     */
    static int maxConnections() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            if (beans.getAttribute(system, "MaxFileDescriptorCount") instanceof Long max
                    && beans.getAttribute(system, "OpenFileDescriptorCount") instanceof Long open
                    && max > open) {
                return (int) Math.min(Integer.MAX_VALUE, Math.max(1, SHARE * (max - open)));
            }
        } catch (JMException unknown) { // such as on Windows
            LOG.debug("The number of file descriptors is unknown, so connections are not limited.", unknown);
        }
        return Integer.MAX_VALUE;
    }
}
