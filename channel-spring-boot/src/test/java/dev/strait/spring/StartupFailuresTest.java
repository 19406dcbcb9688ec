package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.spring.app.Board;
import dev.strait.spring.app.BoardConnection;
import dev.strait.spring.app.BoardEmitter;
import dev.strait.spring.app.BoardEndpoint;
import dev.strait.spring.app.BoardHandler;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.mock.web.SpringBootMockServletContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What an application prints that does not start, or that serves nothing. */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailuresTest {

    /** A handler. */
    static class Handler implements BoardHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onPost(Board.Post post, BoardConnection<String> from) {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class One {
        @Bean
        Handler board() {
            return new Handler();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(One.class)
    static class Two {
        @Bean
        Handler second() {
            return new Handler();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Two.class)
    static class TwoWithEndpoint {
        @Bean
        BoardEndpoint endpoint(Handler second) {
            return BoardEndpoint.of(second);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(One.class)
    static class TwoWithPrimary {
        @Bean
        @Primary
        Handler second() {
            return new Handler();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Emitting {
        @Bean
        String needsEmitter(BoardEmitter emitter) {
            return "";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OnlyEmitting {
        @Bean
        BoardEmitter emitter(ChannelHub hub) {
            return BoardEmitter.of(hub);
        }
    }

    /** A servlet container without a WebSocket container. */
    @Configuration(proxyBeanMethods = false)
    @Import(One.class)
    static class WithoutContainer {
        @Bean
        String removed(ServletContext servlets) {
            servlets.removeAttribute(ServerContainer.class.getName());
            return "";
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("server.port=0");
        return new SpringApplicationBuilder(application)
                .properties(all.toArray(String[]::new))
                .run();
    }

    private static void assertFails(Class<?> application, String... properties) {
        assertThatThrownBy(() -> start(application, properties).close()).isInstanceOf(Exception.class);
    }

    @Test
    void twoHandlersOfOneChannel(CapturedOutput output) {
        assertFails(Two.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(
                        "The beans board and second handle the same channel. Remove one of them, or choose one with"
                                + " @Primary or with: @Bean BoardEndpoint endpoint(YourHandler handler) { return BoardEndpoint.of(handler); }");
    }

    @Test
    void anEndpointOfTheApplicationChoosesTheHandler() {
        start(TwoWithEndpoint.class).close();
    }

    @Test
    void anUnknownProperty(CapturedOutput output) {
        assertFails(One.class, "strait.limits.max-mesage-bytes=1KB");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .containsPattern("The property strait.limits.max-mesage-bytes .*does not exist.")
                .contains("Correct its name, or remove it.");
    }

    @Test
    void anOriginWithoutAScheme(CapturedOutput output) {
        assertFails(One.class, "strait.allow-origins=app.example.com");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(
                        "strait.allow-origins is not valid: \"app.example.com\" is not an origin that a browser sends");
    }

    @Test
    void aProxyWithoutAnAddress(CapturedOutput output) {
        assertFails(One.class, "strait.trust-forwarded-headers=proxy");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("strait.trust-forwarded-headers is not valid: ");
    }

    @Test
    void theContextPathIsLogged(CapturedOutput output) {
        start(One.class, "server.servlet.context-path=/app").close();
        assertThat(output).contains("Serving channel dev.strait.spring.app.Board at /app/ws/board.");
    }

    @Test
    void aChannelWithoutBrackets(CapturedOutput output) {
        assertFails(One.class, "strait.channels.dev.strait.spring.app.Board.path=/ws/other");
        assertThat(output)
                .containsPattern("The property strait.channels.dev.strait.spring.app.board.path .*does not exist.")
                .contains("Write the name of a contract in brackets: strait.channels[com.acme.Chat].path");
    }

    @Test
    void propertiesOfAnUnknownChannel(CapturedOutput output) {
        assertFails(One.class, "strait.channels[com.acme.Chta].path=/x");
        assertThat(output)
                .contains("The property strait.channels[com.acme.Chta] names no channel of this application."
                        + " Use one of: dev.strait.spring.app.Board.");
    }

    @Test
    void aLimitOfTheHubForAChannel(CapturedOutput output) {
        assertFails(One.class, "strait.channels[dev.strait.spring.app.Board].limits.max-connections=1");
        assertThat(output)
                .contains("strait.channels[dev.strait.spring.app.Board].limits has a limit that only the hub has.");
    }

    @Test
    void anUnknownExecutor(CapturedOutput output) {
        assertFails(One.class, "strait.executor=fast");
        assertThat(output)
                .contains("The property strait.executor is \"fast\", but there is no Executor bean named fast."
                        + " Use \"own\", \"application\" or the name of a bean.");
    }

    @Test
    void aLimitOutOfRange(CapturedOutput output) {
        assertFails(One.class, "strait.limits.max-queued-messages=0");
        assertThat(output).contains("strait.limits is not valid: maxQueuedMessages is 0; it must be at least 1.");
    }

    @Test
    void aPathWithOtherVariables(CapturedOutput output) {
        assertFails(One.class, "strait.channels[dev.strait.spring.app.Board].path=/ws/{other}");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("strait.channels[dev.strait.spring.app.Board] is not valid: The path \"/ws/{other}\" has the"
                        + " variables [other], but the path of dev.strait.spring.app.Board has [].");
    }

    @Test
    void anEmitterOfADisabledHub(CapturedOutput output) {
        assertFails(Emitting.class, "strait.enabled=false");
        assertThat(output).contains("A bean needs BoardEmitter, but strait.enabled is false.");
    }

    @Test
    void theChannelsAreLogged(CapturedOutput output) {
        start(One.class, "strait.server.port=1").close();
        assertThat(output)
                .contains("Serving channel dev.strait.spring.app.Board at /ws/board.")
                .contains("strait.server.port has no effect");
    }

    @Test
    void aPrimaryHandlerIsChosen() {
        start(TwoWithPrimary.class).close();
    }

    @Test
    void aMockEnvironmentServesNothing() {
        try (ChannelHub hub = ChannelHub.create()) {
            new ServletBinding(new SpringBootMockServletContext("/")).serve(hub);
            assertThat(hub.state()).isEqualTo(ChannelHub.State.NEW);
        }
    }

    @Test
    void anEmitterWithoutAHandler(CapturedOutput output) {
        assertFails(Emitting.class);
        assertThat(output)
                .contains("A bean needs BoardEmitter, but no bean handles its channel.")
                .contains("@Bean BoardEmitter emitter(ChannelHub hub) { return BoardEmitter.of(hub); }");
    }

    @Test
    void anApplicationMayOnlyEmit() {
        start(OnlyEmitting.class).close();
    }

    @Test
    void anApplicationWithoutHandlersStarts() {
        start(Empty.class).close();
    }

    @Test
    void aServletContainerWithoutWebSockets(CapturedOutput output) {
        assertFails(WithoutContainer.class);
        assertThat(output)
                .contains("The servlet container has no WebSocket container. Add the dependency"
                        + " org.apache.tomcat.embed:tomcat-embed-websocket");
    }

    @Test
    void anApplicationWithoutAWebServerSaysThatNothingIsServed(CapturedOutput output) {
        new SpringApplicationBuilder(One.class)
                .web(WebApplicationType.NONE)
                .run()
                .close();
        assertThat(output)
                .contains("The application has no web server, so these channels are not served:"
                        + " dev.strait.spring.app.Board. Add spring-boot-starter-web.");
    }

    @Test
    void aDisabledHubIsNotCreated() {
        try (ConfigurableApplicationContext context = start(One.class, "strait.enabled=false")) {
            assertThat(context.getBeanProvider(ChannelHub.class).getIfAvailable())
                    .isNull();
        }
    }

    @Test
    void theApplicationsExecutorRunsHandlers() {
        start(One.class, "strait.executor=application").close();
    }

    @Test
    void settingsOfRedisNeedItsModule() {
        new ApplicationContextRunner()
                .withInitializer(
                        context -> context.getBeanFactory().setConversionService(new ApplicationConversionService()))
                .withConfiguration(AutoConfigurations.of(StraitAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("dev.strait.redis"))
                .withPropertyValues("strait.redis.uri=redis://localhost")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Add the dependency dev.strait:channel-redis"));
    }
}
