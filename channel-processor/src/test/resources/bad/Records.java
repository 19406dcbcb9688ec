package bad;

import dev.strait.Channel;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

final class Records {

    private record Secret(int a) {}

    private record SecretMessage(int a) implements Wrong.ToServer {} // error: STRAIT-107

    @Constraint(validatedBy = {})
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ordered {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Channel("/a")
    interface Wrong {
        sealed interface ToServer {}

        record UsesSecret(Secret secret) implements ToServer {} // error: STRAIT-115

        record Box<T>(T held) implements ToServer {} // error: STRAIT-114

        record Elsewhere(java.lang.module.ModuleDescriptor.Version version, Other other) implements ToServer {} // error: STRAIT-143

        record Unions(Kind<String> kind) implements ToServer {}

        sealed interface Kind<T> {}

        record Given<T>(T value) implements Kind<T> {}

        record Lost<A, B>(A a, B b) implements Kind<A> {} // error: STRAIT-114

        final class NoRecord<T> implements Kind<T> {} // error: STRAIT-106

        record Growing(Grow<String> more) implements ToServer {}

        record Grow<T>(T value, @Nullable Grow<List<T>> next) {} // error: STRAIT-110

        @Ordered // error: STRAIT-112
        record Constrained(int from, int to) implements ToServer {}

        record Large( // error: STRAIT-111
                int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9,
                int b0, int b1, int b2, int b3, int b4, int b5, int b6, int b7, int b8, int b9,
                int c0, int c1, int c2, int c3, int c4, int c5, int c6, int c7, int c8, int c9,
                int d0, int d1, int d2, int d3, int d4, int d5, int d6, int d7, int d8, int d9,
                int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7, int e8, int e9,
                int f0, int f1, int f2, int f3, int f4, int f5, int f6, int f7, int f8, int f9,
                int g0, int g1, int g2, int g3, int g4)
                implements ToServer {}
    }
}

@Channel("/b")
interface Endless {
    sealed interface ToServer {}

    record Loop(int a, Loop next) implements ToServer {} // error: STRAIT-110

    record Fine(int a, @Size(max = 2) List<Fine> more, @Nullable Fine next, Optional<Fine> last) implements ToServer {}

    record Around(There there) implements ToServer {} // error: STRAIT-110

    record There(Around back) {} // error: STRAIT-110

    record Holder(int a, Loop loop) implements ToServer {}

    sealed interface Either {}

    record One(Either next) implements Either {}

    record Two() implements Either {}

    record Ends(Either either) implements ToServer {}
}

@Channel(value = "/c", toServer = Generic.class, room = Keys.class)
interface Applied {}

sealed interface Generic<T> {} // error: STRAIT-108

record Some<T>(T value) implements Generic<T> {}

record Keys<T>(String room) {} // error: STRAIT-108

record Other(int a) {}
