package dev.strait.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written parser for exactly the layout that Strait writes. It validates and builds the records, but accepts no other
 * field order, white space or unknown field, and hardly checks the syntax. It shows the minimum cost that a general parser can
 * approach. Encoding is Strait's.
 */
final class HandwrittenContender implements Contender {

    private final MessagesCodec writer = new MessagesCodec();

    @Override
    public Messages.ToServer decode(String frame) {
        return new Layout(frame.getBytes(StandardCharsets.ISO_8859_1), frame).message();
    }

    @Override
    public Messages.ToServer decode(byte[] frame) {
        return new Layout(frame, null).message();
    }

    @Override
    public String encode(Messages.ToServer message) {
        return writer.encodeToServer(message);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) {
        return writer.encodeToServerUtf8(message);
    }

    private static final class Layout {
        private final byte[] bytes;
        private final @Nullable String source;
        private int p = 9;

        Layout(byte[] bytes, @Nullable String source) {
            this.bytes = bytes;
            this.source = source;
        }

        Messages.ToServer message() {
            return switch (bytes[p] << 8 | bytes[p + 1]) {
                case 'a' << 8 | 'p' -> append();
                case 'a' << 8 | 'c' -> ack();
                case 'j' << 8 | 'o' -> join();
                case 'o' << 8 | 'r' -> order();
                default -> batch();
            };
        }

        private Messages.Append append() {
            skip("append\",\"document\":".length());
            String document = string();
            skip(",\"position\":".length());
            long position = integer();
            skip(",\"text\":".length());
            String text = string();
            require(document.length() <= 32
                    && isDocument(document)
                    && position >= 0
                    && text.length() <= 500
                    && !text.isBlank());
            return new Messages.Append(document, position, text);
        }

        private Messages.Join join() {
            skip("join\",\"room\":".length());
            String room = string();
            skip(",\"nick\":".length());
            String nick = string();
            require(room.length() <= 40 && !room.isBlank() && nick.length() <= 40 && !nick.isBlank());
            return new Messages.Join(room, nick);
        }

        private Messages.Ack ack() {
            skip("ack\",\"id\":".length());
            long id = integer();
            require(id >= 1);
            return new Messages.Ack(id);
        }

        private Messages.Order order() {
            skip("order\",\"reference\":".length());
            String id = string();
            skip(",\"customer\":{\"name\":".length());
            String name = string();
            skip(",\"city\":".length());
            String city = string();
            skip("},\"side\":\"".length());
            Messages.Side side = bytes[p] == 'B' ? Messages.Side.BUY : Messages.Side.SELL;
            skip(side == Messages.Side.BUY ? 4 : 5);
            skip(",\"items\":[".length());
            List<Messages.Item> items = new ArrayList<>();
            do {
                skip("{\"sku\":".length());
                String sku = string();
                skip(",\"quantity\":".length());
                int quantity = (int) integer();
                skip(",\"price\":".length());
                double price = decimal();
                skip(1);
                require(sku.length() <= 16 && isSku(sku) && quantity >= 1);
                items.add(new Messages.Item(sku, quantity, price));
            } while (bytes[p++] == ',');
            skip(",\"at\":".length());
            long at = integer();
            skip(",\"total\":".length());
            double total = decimal();
            skip(",\"express\":".length());
            boolean express = bytes[p] == 't';
            skip(express ? 4 : 5);
            String note = null;
            if (bytes[p] == ',') {
                skip(",\"note\":".length());
                if (bytes[p] == 'n') {
                    skip("null".length());
                } else {
                    note = string();
                }
            }
            require(id.length() <= 16 && isId(id) && name.length() <= 80 && !name.isBlank());
            require(city.length() <= 80 && !city.isBlank() && items.size() <= 20 && at >= 0 && total >= 0);
            require(note == null || note.length() <= 200);
            return new Messages.Order(id, new Messages.Customer(name, city), side, items, at, total, express, note);
        }

        private Messages.Batch batch() {
            skip("batch\",\"readings\":[".length());
            List<Messages.Reading> readings = new ArrayList<>();
            do {
                skip("{\"id\":".length());
                long id = integer();
                skip(",\"label\":".length());
                String label = string();
                skip(",\"value\":".length());
                double value = decimal();
                skip(",\"at\":".length());
                long at = integer();
                skip(",\"valid\":".length());
                boolean valid = bytes[p] == 't';
                skip(valid ? 5 : 6);
                require(id >= 0 && label.length() <= 20 && !label.isBlank() && at >= 0);
                readings.add(new Messages.Reading(id, label, value, at, valid));
            } while (bytes[p++] == ',');
            require(!readings.isEmpty() && readings.size() <= 500);
            return new Messages.Batch(readings);
        }

        private static void require(boolean isValid) {
            if (!isValid) {
                throw new IllegalArgumentException("invalid");
            }
        }

        private void skip(int count) {
            p += count;
        }

        private String string() {
            int from = ++p;
            byte[] b = bytes;
            int at = from;
            boolean isPlain = true;
            while (b[at] != '"') {
                if (b[at] == '\\') {
                    isPlain = false;
                    at++;
                }
                isPlain &= source != null || b[at] >= 0;
                at++;
            }
            p = at + 1;
            if (isPlain) {
                return source == null
                        ? new String(b, from, at - from, StandardCharsets.ISO_8859_1)
                        : source.substring(from, at);
            }
            String raw = source == null
                    ? new String(b, from, at - from, StandardCharsets.UTF_8)
                    : source.substring(from, at);
            return raw.indexOf('\\') < 0 ? raw : raw.translateEscapes();
        }

        private long integer() {
            byte[] b = bytes;
            int at = p;
            long value = 0;
            while (b[at] >= '0' && b[at] <= '9') {
                value = value * 10 + b[at++] - '0';
            }
            p = at;
            return value;
        }

        private double decimal() {
            byte[] b = bytes;
            int at = p;
            long digits = 0;
            double scale = 1;
            while (b[at] >= '0' && b[at] <= '9') {
                digits = digits * 10 + b[at++] - '0';
            }
            at++;
            while (b[at] >= '0' && b[at] <= '9') {
                digits = digits * 10 + b[at++] - '0';
                scale *= 10;
            }
            p = at;
            return digits / scale;
        }

        private static boolean isDocument(String text) {
            int at = 0;
            while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                at++;
            }
            if (at == 0 || at == text.length() || text.charAt(at) != '-') {
                return false;
            }
            return isDigits(text, at + 1, text.length());
        }

        private static boolean isId(String text) {
            return text.length() == 9 && isIn(text, 0, 2, 'A', 'Z') && text.charAt(2) == '-' && isDigits(text, 3, 9);
        }

        private static boolean isSku(String text) {
            return text.length() == 6 && isIn(text, 0, 3, 'a', 'z') && isDigits(text, 3, 6);
        }

        private static boolean isDigits(String text, int from, int to) {
            return from < to && isIn(text, from, to, '0', '9');
        }

        private static boolean isIn(String text, int from, int to, char min, char max) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) < min || text.charAt(i) > max) {
                    return false;
                }
            }
            return true;
        }
    }
}
