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
 * Compares contracts with their locked versions, which are files in a folder under version control. {@code
 * -Astrait.lock.dir=DIR} names the folder, and {@code -Astrait.lock=update} writes the files.
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

    void check(ChannelModel channel, ContractShape current) {
        String dir = options.get(DIR);
        String mode = options.get(MODE);
        if (mode != null && !mode.equals("update")) {
            diagnostics.error(Problem.LOCK_OPTION_INVALID, channel.origin(), mode);
        } else if (dir != null) {
            check(channel, current, dir, mode != null);
        } else if (mode != null) {
            diagnostics.error(Problem.LOCK_DIR_MISSING, channel.origin(), current.channel());
        }
    }

    private void check(ChannelModel channel, ContractShape current, String dir, boolean isUpdating) {
        Path file = Path.of(dir, current.channel() + ".channel.json");
        try {
            if (Files.exists(file)) {
                ContractShape locked = CanonicalReader.read(Files.readString(file, StandardCharsets.UTF_8));
                List<Change> changes = Compatibility.between(locked, current);
                if (isUpdating) {
                    update(file, locked, current, changes);
                } else {
                    changes.forEach(change -> report(channel, change));
                }
            } else if (isUpdating) {
                write(file, current);
            } else {
                diagnostics.warn(Problem.LOCK_MISSING, channel.origin(), current.channel(), dir);
            }
        } catch (CanonicalReader.UnreadableException unreadable) {
            replace(channel, current, file, isUpdating, unreadable.reason());
        } catch (NumberFormatException unreadable) {
            replace(channel, current, file, isUpdating, "a bound is not a number");
        } catch (CharacterCodingException unreadable) {
            replace(channel, current, file, isUpdating, "it is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void replace(ChannelModel channel, ContractShape current, Path file, boolean isUpdating, String reason) {
        if (isUpdating) {
            write(file, current);
        } else {
            diagnostics.error(Problem.LOCK_UNREADABLE, channel.origin(), file, reason);
        }
    }

    /** Keeps the list of breaking changes that were accepted before. */
    private static void update(Path file, ContractShape locked, ContractShape current, List<Change> changes) {
        List<String> accepted = new ArrayList<>(locked.accepted());
        changes.stream()
                .filter(change -> change.verdict() == Verdict.BREAK)
                .map(Change::summary)
                .forEach(accepted::add);
        ContractShape updated = current.accepting(accepted);
        if (!CanonicalText.of(updated).equals(CanonicalText.of(locked))) {
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

    private void report(ChannelModel channel, Change change) {
        boolean isToServer = change.location().startsWith("toServer");
        Element position = (isToServer ? channel.toServerMessages() : channel.toClientMessages())
                .stream()
                        .filter(message -> change.message().equals(Optional.of(message.wireName())))
                        .<Element>map(MessageModel::position)
                        .findFirst()
                        .orElse(channel.origin());
        if (change.verdict() == Verdict.BREAK) {
            diagnostics.error(Problem.LOCK_BREAK, position, change.location(), change.description(), change.fix());
        } else {
            String place = position.equals(channel.origin()) ? "the contract" : "the message";
            diagnostics.warn(Problem.LOCK_WARNING, position, change.location(), change.description(), place);
        }
    }
}
