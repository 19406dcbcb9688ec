package dev.strait.processor.browser;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All files of one channel for browsers. */
public final class BrowserFiles {

    private BrowserFiles() {}

    /** Returns a record or interface whose name prevents the files; empty if all names are possible. */
    public static Optional<String> conflict(ChannelModel channel) {
        return JsNames.conflict(channel);
    }

    /** Returns the method of connections and rooms that sends a message. */
    public static String method(MessageModel message) {
        return JsNames.method(message);
    }

    /** Returns the function that connects. */
    public static String connect(ChannelModel channel) {
        return new JsNames(channel).connect();
    }

    /**
     * Returns the texts of the files by name, in a fixed order; the same model gives the same bytes.
     *
     * @param hasHooks whether hooks for React are among them
     */
    public static Map<String, String> of(ChannelModel channel, boolean hasHooks) {
        String name = channel.contract().canonicalName();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name + ".js", ModuleWriter.write(channel));
        files.put(name + ".d.ts", TypesWriter.write(channel));
        if (hasHooks) {
            ReactWriter hooks = new ReactWriter(channel);
            files.put(name + ".react.js", hooks.module());
            files.put(name + ".react.d.ts", hooks.types());
        }
        return files;
    }
}
