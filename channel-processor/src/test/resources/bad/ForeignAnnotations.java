package bad;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import dev.strait.Channel;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UniqueElements;

@Channel("/a")
interface ForeignAnnotations {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind") // error: STRAIT-157
    sealed interface ToServer {}

    sealed interface ToClient {}

    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonIgnore
    @interface Secret {}

    record User(String name, @JsonIgnore String passwordHash) {} // error: STRAIT-157

    enum Color {
        @JsonProperty("red") // error: STRAIT-157
        RED;

        @JsonValue // error: STRAIT-157
        String text() {
            return "red";
        }
    }

    @JsonIgnoreProperties("salary") // error: STRAIT-157
    record Employee(String name, int salary) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) // error: STRAIT-157
    @JsonInclude(JsonInclude.Include.NON_NULL) // error: STRAIT-157
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE) // error: STRAIT-157
    record Named(int a) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) // error: STRAIT-157
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "round")) // error: STRAIT-157
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Joined(
            User who,
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String session, // error: STRAIT-157
            @JsonProperty(defaultValue = "1") int count, // error: STRAIT-157
            @JsonFormat(pattern = "yyyy") java.time.LocalDate day, // error: STRAIT-157
            @JsonUnwrapped Employee employee, // error: STRAIT-157
            @JsonSerialize(using = ToStringSerializer.class) long number, // error: STRAIT-157, STRAIT-157
            @SerializedName("z") String gson, // error: STRAIT-157
            @Expose(serialize = false) String exposed, // error: STRAIT-157
            @JsonbProperty("y") String jsonb, // error: STRAIT-157
            @Secret String composed, // error: STRAIT-157
            Color color,
            Named named,
            Shape shape)
            implements ToClient {

        @JsonbTransient
        @Override
        public long number() {
            return number;
        }

        @JsonGetter("extra") // error: STRAIT-157
        public String extra() {
            return "";
        }

        @JsonCreator // error: STRAIT-157
        static Joined parse(String text) {
            throw new IllegalArgumentException(text);
        }
    }

    record Constrained(
            @Length(max = 3) String length, // error: STRAIT-165
            @URL String url, // error: STRAIT-165
            @org.hibernate.validator.constraints.UUID String uuid, // error: STRAIT-165
            @Size(max = 2) @UniqueElements List<@Size(max = 2) String> unique, // error: STRAIT-165
            @javax.validation.constraints.Size(max = 3) String old, // error: STRAIT-157
            @Size(max = 2) List<@javax.validation.constraints.Size(max = 3) String> olds) // error: STRAIT-157
            implements ToServer {}

    record ByHand(String text, String other) implements ToServer {
        public ByHand(
                @Size(max = 3) String text, // error: STRAIT-157
                @JsonProperty("o") String other) { // error: STRAIT-157
            this.text = text;
            this.other = other;
        }
    }
}
