package dev.strait.runtime.internal.foreign;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The log of one class. A logger is foreign code: what it throws, such as a failure to load its classes when no file
 * descriptor is left, never reaches the caller. It is a logger itself, so that {@code java.util.logging} names the caller
 * of the log and not the log.
 */
public final class Log implements System.Logger {

    private final System.Logger logger;

    private Log(System.Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> type) {
        return new Log(System.getLogger(type.getName()));
    }

    public void debug(String message, @Nullable Throwable thrown) {
        log(Level.DEBUG, null, message, thrown);
    }

    public void info(String message) {
        log(Level.INFO, null, message, (Throwable) null);
    }

    public void warning(String message, @Nullable Throwable thrown) {
        log(Level.WARNING, null, message, thrown);
    }

    public void error(String message, @Nullable Throwable thrown) {
        log(Level.ERROR, null, message, thrown);
    }

    @Override
    public String getName() {
        return logger.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        try {
            return logger.isLoggable(level);
        } catch (Throwable loggerFailed) {
            return false;
        }
    }

    @Override
    @SuppressWarnings("EmptyCatch") // there is no other place to report the failure of a logger to
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        try {
            logger.log(level, bundle, message, thrown);
        } catch (Throwable loggerFailed) {
            // The caller goes on.
        }
    }

    @Override
    @SuppressWarnings("EmptyCatch")
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {
        try {
            logger.log(level, bundle, format, parameters);
        } catch (Throwable loggerFailed) {
            // The caller goes on.
        }
    }
}
