package dev.strait.processor;

import dev.strait.processor.contract.CanonicalReader;
import dev.strait.processor.contract.CanonicalText;
import dev.strait.processor.contract.Change;
import dev.strait.processor.contract.Change.Verdict;
import dev.strait.processor.contract.Compatibility;
import dev.strait.processor.contract.ContractShape;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Contracts as they were written down, in a folder under version control: {@code -Astrait.lock.dir=DIR} holds each against
 * its file there, and {@code -Astrait.lock=update} writes down what it is now.
 */
final class ContractLock {

    static final String DIR = "strait.lock.dir";
    static final String MODE = "strait.lock";

    private final Map<String, String> options;
    private final Diagnostics diagnostics;

    ContractLock(Map<String, String> options, Diagnostics diagnostics) {
        this.options = options;
        this.diagnostics = diagnostics;
    }

    void check(ChannelModel channel, ContractShape now) {
        String dir = options.get(DIR);
        String mode = options.get(MODE);
        if (mode != null && !mode.equals("update")) {
            diagnostics.error(Problem.LOCK_OPTION_INVALID, channel.origin(), mode);
        } else if (dir != null) {
            hold(channel, now, dir, mode != null);
        }
    }

    private void hold(ChannelModel channel, ContractShape now, String dir, boolean isUpdating) {
        Path file = Path.of(dir, now.channel() + ".channel.json");
        try {
            if (Files.exists(file)) {
                ContractShape before = CanonicalReader.read(Files.readString(file, StandardCharsets.UTF_8));
                List<Change> changes = Compatibility.between(before, now);
                if (isUpdating) {
                    update(file, before, now, changes);
                } else {
                    changes.forEach(change -> tell(channel, change));
                }
            } else if (isUpdating) {
                write(file, now);
            } else {
                diagnostics.warn(Problem.LOCK_MISSING, channel.origin(), now.channel(), dir);
            }
        } catch (CanonicalReader.UnreadableException unreadable) {
            replace(channel, now, file, isUpdating, unreadable.why());
        } catch (NumberFormatException unreadable) {
            replace(channel, now, file, isUpdating, "a bound is not a number");
        } catch (CharacterCodingException unreadable) {
            replace(channel, now, file, isUpdating, "it is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void replace(ChannelModel channel, ContractShape now, Path file, boolean isUpdating, String why) {
        if (isUpdating) {
            write(file, now);
        } else {
            diagnostics.error(Problem.LOCK_UNREADABLE, channel.origin(), file, why);
        }
    }

    /** What was accepted once stays written down. */
    private static void update(Path file, ContractShape before, ContractShape now, List<Change> changes) {
        List<String> accepted = new ArrayList<>(before.accepted());
        changes.stream()
                .filter(change -> change.verdict() == Verdict.BREAK)
                .map(Change::line)
                .forEach(accepted::add);
        ContractShape updated = now.accepting(accepted);
        if (!CanonicalText.of(updated).equals(CanonicalText.of(before))) {
            write(file, updated);
        }
    }

    private static void write(Path file, ContractShape contract) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, CanonicalText.of(contract), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void tell(ChannelModel channel, Change change) {
        boolean isToServer = change.where().startsWith("toServer");
        Element place = (isToServer ? channel.toServerMessages() : channel.toClientMessages())
                .stream()
                        .filter(message -> change.message().equals(Optional.of(message.wireName())))
                        .<Element>map(MessageModel::place)
                        .findFirst()
                        .orElse(channel.origin());
        if (change.verdict() == Verdict.BREAK) {
            diagnostics.error(Problem.LOCK_BREAK, place, change.where(), change.what(), change.cure());
        } else {
            diagnostics.warn(Problem.LOCK_WARNING, place, change.where(), change.what());
        }
    }
}
