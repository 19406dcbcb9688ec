package dev.strait.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All contenders do the same work. */
class ContendersTest {

    @ParameterizedTest
    @EnumSource(Contender.Kind.class)
    void everyContenderDecodesAndEncodesEqualRecords(Contender.Kind kind) throws Exception {
        Contenders.requireEqual(kind, kind.make());
    }

    @ParameterizedTest
    @EnumSource(value = Contender.Kind.class, names = "HANDWRITTEN", mode = EnumSource.Mode.EXCLUDE)
    void invalidMessagesAreRejectedByContendersThatCheckThem(Contender.Kind kind) {
        Contender contender = kind.make();
        for (String frame : Traffic.TRUNCATED.frames()) {
            assertThatThrownBy(() -> contender.decode(frame)).isNotNull();
        }
        if (kind.isValidating()) {
            for (String frame : Traffic.VIOLATIONS.frames()) {
                assertThatThrownBy(() -> contender.decode(frame)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Traffic.class,
            names = {"TYPE_LAST", "UNKNOWN_FIELDS"})
    void otherLayoutsAreDecodedToTheSameMessages(Traffic traffic) throws Exception {
        for (Contender.Kind kind : new Contender.Kind[] {Contender.Kind.STRAIT, Contender.Kind.JACKSON_VALIDATED}) {
            Contender contender = kind.make();
            for (int i = 0; i < traffic.messages().size(); i++) {
                assertThat(contender.decode(traffic.frames().get(i)))
                        .isEqualTo(traffic.messages().get(i));
            }
        }
    }
}
