package bad;

import dev.strait.Channel;
import dev.strait.test.GenerateTestKit;

/** Kits for what is not a contract. */
@GenerateTestKit({
    TestKits.Fine.class, // compiled together with the tests, so it has its kit anyway
    TestKits.NoContract.class, // error: STRAIT-190
    TestKits.Message[].class, // error: STRAIT-190
    int.class // error: STRAIT-190
})
class TestKits {

    @Channel("/fine")
    interface Fine {
        sealed interface ToClient {}

        record Tick(int at) implements ToClient {}
    }

    interface NoContract {}

    record Message(String text) {}
}
