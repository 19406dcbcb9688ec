package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void allowsABurstAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(2, 3, 0);
        assertThat(List.of(bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)))
                .containsExactly(true, true, true, false);
        assertThat(bucket.waitMillis(0)).isEqualTo(500);
        assertThat(bucket.take(SECOND / 2)).isTrue();
        assertThat(bucket.take(SECOND / 2)).isFalse();
        assertThat(bucket.take(SECOND * 100)).isTrue();
    }

    @Test
    void aChargeDelaysTheNextToken() {
        TokenBucket bucket = new TokenBucket(1, 2, 0);
        bucket.take(0);
        bucket.take(0);
        bucket.charge(0);
        assertThat(bucket.take(SECOND)).isFalse();
        assertThat(bucket.take(SECOND * 2)).isTrue();
    }
}
