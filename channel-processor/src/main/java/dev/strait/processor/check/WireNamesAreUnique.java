package dev.strait.processor.check;

import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.MessageModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Within a direction, wire names must be unique, even if case is ignored. */
final class WireNamesAreUnique {

    private final Diagnostics diagnostics;

    WireNamesAreUnique(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Two records of one name and direction get the same method, which is an error of its own. */
    private static boolean haveSameMethod(MessageModel one, MessageModel other) {
        return one.simpleName().equals(other.simpleName()) && !one.isAsk() && !other.isAsk();
    }

    void check(List<MessageModel> messages) {
        Map<String, MessageModel> byName = new HashMap<>();
        for (MessageModel message : messages) {
            MessageModel other = byName.putIfAbsent(message.wireName().toLowerCase(Locale.ROOT), message);
            if (other == null || haveSameMethod(other, message)) {
                continue;
            }
            if (other.wireName().equals(message.wireName())) {
                diagnostics.error(
                        Problem.WIRE_NAME_DUPLICATE,
                        message.position(),
                        other.simpleName(),
                        message.simpleName(),
                        message.wireName());
            } else {
                diagnostics.error(Problem.WIRE_NAME_CASE, message.position(), other.wireName(), message.wireName());
            }
        }
    }
}
