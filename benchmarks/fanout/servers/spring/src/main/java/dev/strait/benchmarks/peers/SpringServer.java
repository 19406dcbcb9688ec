package dev.strait.benchmarks.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Chat on Spring: with a text handler at /ws/chat, and with the simple STOMP broker at /stomp. */
@SpringBootApplication
public class SpringServer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringServer.class, arguments);
    }
}
