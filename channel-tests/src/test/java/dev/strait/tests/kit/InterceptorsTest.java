package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.test.RefusedHandshake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interceptors run around each call of a handler or a room. */
class InterceptorsTest {

    private final List<String> events = new ArrayList<>();

    private HandlerInterceptor named(String name) {
        return (call, next) -> {
            events.add(name + " before " + call.method());
            Object result = next.proceed();
            events.add(name + " after " + call.method());
            return result;
        };
    }

    private @Nullable Object record(HandlerInterceptor.Call call, HandlerInterceptor.Next next) {
        events.add(call.method()
                + call.message().map(type -> " " + type).orElse("")
                + call.room().map(room -> " in " + room).orElse("")
                + call.handshake()
                        .flatMap(handshake -> handshake.query("user"))
                        .map(user -> " by " + user)
                        .orElse("")
                + call.trace().map(trace -> " trace " + trace).orElse(""));
        assertThat(call.channel()).isEqualTo("dev.strait.tests.kit.Auctions");
        assertThat(call.connection().isPresent()).isEqualTo(call.handshake().isPresent());
        return next.proceed();
    }

    @Test
    void theFirstInterceptorIsTheOutermost() {
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                new AuctionsService(), settings -> settings.around(named("one")).around(named("two")))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            events.clear();
            assertThat(ann.whoAmI().name()).isEqualTo("nobody");
            assertThat(events)
                    .containsExactly(
                            "one before message", "two before message", "two after message", "one after message");
        }
    }

    @Test
    void everyCallOfAHandlerIsDescribed() {
        try (AuctionsTestKit kit =
                AuctionsTestKit.of(new AuctionsService(), settings -> settings.around(this::record))) {
            AuctionsTestKit.Client ann = kit.connect("a", who -> who.query("user", "ann"));
            ann.say("hi");
            ann.raw("{\"type\":\"say\",\"text\":\"hi\",\"$trace\":\"00-4bf9-00f0-01\"}");
            ann.raw("{\"type\":\"say\",\"text\":\"hi\",\"$trace\":[\"no trace\"]}");
            ann.leave();
            assertThat(events)
                    .containsExactly(
                            "open by ann",
                            "user by ann",
                            "join in a by ann",
                            "joined in a by ann",
                            "message say in a by ann",
                            "message say in a by ann trace 00-4bf9-00f0-01",
                            "message say in a by ann",
                            "left in a by ann",
                            "closed by ann");
        }
    }

    @Test
    void everyCallOfARoomIsDescribed() {
        CountingRooms rooms = new CountingRooms();
        try (AuctionsTestKit kit = AuctionsTestKit.of(rooms, settings -> settings.around(this::record))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            kit.advance(Duration.ofSeconds(10));
            ann.bid(3);
            AuctionsRooms.of(kit.hub(), rooms).run("a", (lot, members) -> lot.highest = 4);
            ann.leave();
            kit.advance(Duration.ofMinutes(2));
            assertThat(events)
                    .containsExactly(
                            "open",
                            "user",
                            "join in a",
                            "joined in a",
                            "tick in a",
                            "message bid in a",
                            "call in a",
                            "left in a",
                            "closed",
                            "emptied in a");
        }
    }

    @Test
    void aRefusalOfAnInterceptorCountsAsTheHandlers() {
        HandlerInterceptor guard = (call, next) -> {
            if (call.message().filter("say"::equals).isPresent()
                    || call.handshake()
                            .flatMap(h -> h.query("user"))
                            .filter("eve"::equals)
                            .isPresent()) {
                throw Refusal.forbidden("Not allowed.");
            }
            return next.proceed();
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService(), settings -> settings.around(guard))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.say("hi");
            assertThat(ann.refusal().code()).isEqualTo("forbidden");
            assertThat(ann.bid(1).isLeading()).isTrue();
            assertThatThrownBy(() -> kit.connect("a", who -> who.query("user", "eve")))
                    .isInstanceOf(RefusedHandshake.class)
                    .hasMessageStartingWith("4403");
        }
    }

    @Test
    void aFailingInterceptorIsAFailureOfTheCall() {
        HandlerInterceptor broken = (call, next) -> {
            next.proceed();
            throw new IllegalStateException("no transaction");
        };
        try (AuctionsTestKit kit = AuctionsTestKit.of(
                new AuctionsService(),
                settings -> settings.around((call, next) ->
                        call.method().equals("message") ? broken.around(call, next) : next.proceed()))) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.say("hi");
            assertThat(ann.received()).hasSize(1);
            assertThat(ann.refusal().code()).isEqualTo("internal");
            assertThat(kit.failures()).hasSize(1);
        }
    }
}
