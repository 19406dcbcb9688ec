package dev.strait.example.spring;

import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports how many read each topic, when that has changed. Any bean may emit. */
@Component
class ReaderCounts {

    private final NewsEmitter news;
    private Map<News.Room, Integer> reported = Map.of();

    ReaderCounts(NewsEmitter news) {
        this.news = news;
    }

    /** Spring never runs it twice at the same time. */
    @Scheduled(fixedDelay = 1_000)
    void report() {
        Map<News.Room, Integer> counts = new HashMap<>();
        for (News.Room topic : news.rooms()) {
            int readers = news.room(topic).size();
            counts.put(topic, readers);
            if (!Integer.valueOf(readers).equals(reported.get(topic))) {
                news.room(topic).readers(readers);
            }
        }
        reported = counts;
    }
}
