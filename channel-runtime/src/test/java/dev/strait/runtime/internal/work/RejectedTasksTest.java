package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** An executor that rejects everything does not fill the log. */
class RejectedTasksTest {

    @Test
    void rejectionsAreLoggedOncePerMinute() {
        List<String> texts = new ArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                texts.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ForeignCode.class.getName());
        logger.addHandler(collector);
        logger.setUseParentHandlers(false);
        try {
            Inbox inbox =
                    new Inbox(Inbox.Settings.unbounded(new ForeignCode(List.of(), List.of(), Recorder.NONE), task -> {
                        throw new RejectedExecutionException("full");
                    }));
            for (int i = 0; i < 1_000; i++) {
                inbox.runEvent(() -> {});
            }
            assertThat(texts).hasSize(1);
        } finally {
            logger.removeHandler(collector);
            logger.setUseParentHandlers(true);
        }
    }
}
