package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Handshake;
import dev.strait.spring.app.Board;
import dev.strait.spring.app.BoardConnection;
import dev.strait.spring.app.BoardHandler;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** Spring generates code ahead of time for the beans of channels, so that native images need no hints for them. */
class AheadOfTimeTest {

    static class Handler implements BoardHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onPost(Board.Post post, BoardConnection<String> from) {}
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(StraitAutoConfiguration.class)
    static class App {
        @Bean
        Handler board() {
            return new Handler();
        }
    }

    @Test
    void generatedCodeCreatesTheEmitterAndTheEndpoint() throws IOException {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(App.class)), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(App.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();
        StringBuilder sources = new StringBuilder();
        for (String path : files.getGeneratedFiles(Kind.SOURCE).keySet()) {
            sources.append(files.getGeneratedFileContent(Kind.SOURCE, path));
        }
        assertThat(sources).contains("BoardEmitter.of(args.get(0))", "BoardEndpoint.of(args.get(0))");
    }
}
