package dev.strait.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

/** Annotations of other libraries that Strait honors, and those that change nothing, are accepted. */
class ForeignAnnotationsTest {

    @Test
    void annotationsThatChangeNothingAreAccepted() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ChannelProcessor())
                .compile(JavaFileObjects.forSourceString("Feed", """
                        import com.fasterxml.jackson.annotation.*;
                        import dev.strait.Channel;
                        import jakarta.validation.constraints.Size;
                        import org.hibernate.validator.constraints.Range;

                        @Channel("/feed")
                        interface Feed {
                            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
                            @JsonSubTypes({@JsonSubTypes.Type(Say.class), @JsonSubTypes.Type(value = Old.class, name = "old:one")})
                            sealed interface ToServer {}

                            @JsonPropertyOrder({"text", "number"})
                            @JsonIgnoreProperties(ignoreUnknown = true)
                            @JsonClassDescription("A message.")
                            record Say(
                                    @JsonProperty(value = "te_xt", required = true, index = 1) @Size(max = 5) String text,
                                    @JsonPropertyDescription("A number.") @JsonAlias("n") @Range(min = 1, max = 9) int number)
                                    implements ToServer {

                                @JsonCreator
                                public Say {
                                    if (number == 5) {
                                        throw new IllegalArgumentException("not 5");
                                    }
                                }

                                @JsonIgnore
                                boolean isShort() {
                                    return text.length() < 3;
                                }
                            }

                            @JsonTypeName("old:one")
                            record Old(@JsonProperty("text") @Size(max = 5) String text) implements ToServer {
                                @JsonCreator
                                public Old(@JsonProperty("text") @Size(max = 5) String text) {
                                    this.text = text;
                                }
                            }
                        }
                        """));
        assertThat(compilation).succeeded();
        assertThat(compilation).hadWarningCount(0);
    }
}
