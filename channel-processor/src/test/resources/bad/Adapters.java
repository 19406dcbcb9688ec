package bad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Json;
import dev.strait.runtime.json.JsonAdapter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Channel("/ws/adapters")
interface Adapters {
    sealed interface ToServer {}

    record Right(@Json(CurrencyJson.class) Currency currency, List<@Json(CurrencyJson.class) Currency> more)
            implements ToServer {}

    record Wrong(
            @Json(String.class) Currency none, // error: STRAIT-153
            @Json(CurrencyJson.class) Object other, // error: STRAIT-153
            @Json(Abstract.class) Currency none2, // error: STRAIT-153
            List<@Json(Closed.class) Currency> closed, // error: STRAIT-153
            @Json(CurrencyJson.class) int primitive, // error: STRAIT-154
            @Nullable Optional<String> both, // error: STRAIT-155
            @Default("1e39") float infinite, // error: STRAIT-150
            @Default("1f") double suffix, // error: STRAIT-150
            Currency unnamed) // error: STRAIT-143
            implements ToServer {}

    final class CurrencyJson implements JsonAdapter<Currency> {
        @Override
        public Currency fromJson(JsonNode json) {
            return Currency.getInstance(json.asText());
        }

        @Override
        public JsonNode toJson(Currency currency) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(currency.getCurrencyCode());
        }
    }

    abstract class Abstract implements JsonAdapter<Currency> {}

    final class Closed implements JsonAdapter<Currency> {
        private Closed() {}

        @Override
        public Currency fromJson(JsonNode json) {
            return Currency.getInstance(json.asText());
        }

        @Override
        public JsonNode toJson(Currency currency) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(currency.getCurrencyCode());
        }
    }
}
