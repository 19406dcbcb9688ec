package dev.strait.example.spring;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application. Sign in at http://localhost:8080 as ann, bob or the editor eve; the password is the name. */
@SpringBootApplication
@EnableScheduling
public class Newsroom {

    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(Newsroom.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
