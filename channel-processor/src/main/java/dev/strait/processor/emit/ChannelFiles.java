package dev.strait.processor.emit;

import com.squareup.javapoet.JavaFile;
import dev.strait.processor.model.ChannelModel;
import java.util.ArrayList;
import java.util.List;

/** All files of one channel. */
public final class ChannelFiles {

    private ChannelFiles() {}

    /** The files in a fixed order; the same model gives the same bytes. */
    public static List<JavaFile> of(ChannelModel channel) {
        List<JavaFile> files = new ArrayList<>();
        files.add(HandlerWriter.write(channel));
        if (channel.hasRooms()) {
            files.add(RoomWriter.write(channel));
            files.add(RoomsWriter.write(channel));
        }
        files.add(ConnectionWriter.write(channel));
        files.add(SenderWriter.write(channel));
        files.add(EmitterWriter.write(channel));
        files.add(ClusterWriter.write(channel));
        files.add(CodecWriter.write(channel));
        if (channel.hasJakarta()) {
            files.add(EndpointWriter.write(channel));
            files.add(TextCodecsWriter.write(channel));
        }
        if (channel.hasClient()) {
            files.add(ClientWriter.write(channel));
        }
        if (channel.hasTestKit() && channel.hasJakarta()) {
            files.add(TestKitWriter.write(channel));
        }
        return files;
    }
}
