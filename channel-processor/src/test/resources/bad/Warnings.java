package bad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.Ask;
import dev.strait.AsString;
import dev.strait.Channel;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A contract that works, but probably not as intended. */
@Channel("/a")
interface Warnings {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Free(
            String text, // warning: STRAIT-182
            List<Integer> numbers, // warning: STRAIT-182
            @Size(max = 3) List<String> texts, // warning: STRAIT-182
            Map<String, Integer> map, // warning: STRAIT-182
            @Size(min = 1) byte[] bytes, // warning: STRAIT-182
            @Size(max = 2) int[][] grid, // warning: STRAIT-182
            JsonNode raw, // warning: STRAIT-182
            @Pattern(regexp = "[a-z]+") String word) // warning: STRAIT-182
            implements ToServer {}

    record Bounded(
            @Size(max = 3) String text,
            @Pattern(regexp = "[a-z]{3}") String word,
            @Email String mail,
            @Size(max = 3) List<@Size(max = 3) String> texts,
            @Size(max = 3) Map<String, Integer> map,
            @SuppressWarnings("STRAIT-182") String free)
            implements ToServer {}

    @SuppressWarnings({"STRAIT-182", "STRAIT-183"})
    record Known(String text, long number) implements ToServer, ToClient {}

    record Question(String text) implements ToClient, Ask<Question.Answer> {
        record Answer(String text) {} // warning: STRAIT-182
    }

    record Numbers(
            long id, // warning: STRAIT-183
            @Min(0) Long least, // warning: STRAIT-183
            OptionalLong maybe, // warning: STRAIT-183
            BigInteger whole, // warning: STRAIT-183
            BigDecimal money, // warning: STRAIT-183
            List<Long> ids, // warning: STRAIT-183
            Map<Long, Integer> keys,
            @AsString long quoted,
            List<@AsString BigDecimal> amounts,
            @Min(0) @Max(9_007_199_254_740_991L) long bounded,
            @Digits(integer = 13, fraction = 2) BigDecimal few,
            int small)
            implements ToClient {}
}
