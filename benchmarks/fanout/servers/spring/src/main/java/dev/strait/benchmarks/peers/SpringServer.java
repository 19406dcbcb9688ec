package dev.strait.benchmarks.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Rooms on Spring: by a handler of text at /ws/chat, by the simple STOMP broker at /stomp. */
@SpringBootApplication
public class SpringServer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringServer.class, arguments);
    }
}
