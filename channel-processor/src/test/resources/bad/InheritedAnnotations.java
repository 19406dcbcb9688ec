package bad;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.strait.Channel;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

@Channel("/a")
interface InheritedAnnotations {
    sealed interface ToServer {}

    sealed interface ToClient {}

    interface Secret {
        @JsonIgnore
        String password();

        @JsonIgnore // hides nothing
        default int length() {
            return password().length();
        }
    }

    @JsonIgnoreProperties("hidden")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    interface Base {}

    interface Range extends Base {
        int from();

        int to();

        @AssertTrue
        default boolean isOrdered() {
            return from() < to();
        }
    }

    interface Coded {
        @JsonValue
        default int code() {
            return 1;
        }
    }

    sealed interface Shape {
        @NotBlank // error: STRAIT-157
        String label();

        @JsonIgnore
        String note();
    }

    record Circle(String label, String note) implements Shape {} // error: STRAIT-157

    enum Color implements Coded { // error: STRAIT-157
        RED
    }

    record Account(String user, String password) implements ToClient, Secret {} // error: STRAIT-157

    record Booking(int from, int to) implements ToServer, Range {} // error: STRAIT-157, STRAIT-157, STRAIT-157

    record Ordered(int a, int b, Color color, Shape shape) implements ToServer {
        @AssertTrue // error: STRAIT-157
        boolean isOrdered() {
            return a < b;
        }

        @Max(5) // error: STRAIT-157
        int getTwice() {
            return 2 * a;
        }
    }

    record Named(String name) implements ToClient {
        @Override
        @JsonProperty("nom") // error: STRAIT-157
        public String name() {
            return name;
        }
    }
}
