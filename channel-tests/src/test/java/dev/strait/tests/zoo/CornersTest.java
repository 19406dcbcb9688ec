package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.json.FrameException;
import dev.strait.tests.elsewhere.ToClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CornersTest {

    private final CornersCodec codec = new CornersCodec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'composed','exact':'abc','second':'az'}     |
                    {'type':'composed','exact':'abcd','second':'az'}    | /exact size
                    {'type':'composed','exact':'a','second':'az'}       | /exact size
                    {'type':'composed','exact':'abc','second':'12z'}    | /second pattern
                    {'type':'composed','exact':'abc','second':'ax'}     | /second pattern
                    {'type':'inside','rows':[['abc']],'cells':{'a':['a']}} |
                    {'type':'inside','rows':[['abcd']],'cells':{'a':['abc']}} | /rows/0/0 size /cells/a/0 size
                    {'type':'generic','either':{'type':'of-any','value':'a'}} |
                    {'type':'generic','either':{'type':'of-integer','value':1}} | /either/type unknown-type
                    {'type':'names','client':{'a':1},'Long':'abcd','FieldNames':2,'CharRuns':3} | /Long size
                    """)
    void constraintsAndVariants(String frame, String expected) {
        assertThat(violations(frame)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void componentsMayBeNamedLikeClassesOfGeneratedCode() {
        Corners.Names names = new Corners.Names(new ToClient(1), "abc", 2, 3);
        assertThat(codec.decodeToServer(codec.encodeToServer(names))).isEqualTo(names);
    }

    /** Takes minutes if the patterns run on texts that exceed the maximum length. */
    @Test
    @Timeout(120)
    void patternsInComposedConstraintsDoNotRunOnTooLongTexts() {
        String text = "a".repeat(16_000);
        assertThat(violations("{'type':'patterns','slow':'" + text + "'}")).isEqualTo("/slow slow");
        assertThat(violations("{'type':'patterns','slower':'" + text + "'}")).isEqualTo("/slower size");
    }

    @Test
    void constraintsMayAllowMoreThanTheDefaultMaximumLength() {
        String text = "a".repeat(18_000);
        assertThat(violations("{'type':'long20k','pattern':'" + text + "','composed':'" + text + "'}"))
                .isEmpty();
        String longer = "a".repeat(20_001);
        assertThat(violations("{'type':'long20k','pattern':'" + longer + "','composed':'" + longer + "'}"))
                .isEqualTo("/pattern pattern /composed upper");
    }

    private String violations(String frame) {
        FrameException exception =
                catchThrowableOfType(FrameException.class, () -> codec.decodeToServer(frame.replace('\'', '"')));
        return exception == null
                ? ""
                : String.join(
                        " ",
                        exception.violations().stream()
                                .map(violation -> violation.path() + " " + violation.rule())
                                .toList());
    }
}
