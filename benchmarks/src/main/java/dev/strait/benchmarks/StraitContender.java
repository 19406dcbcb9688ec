package dev.strait.benchmarks;

/** The codec that Strait generates. */
final class StraitContender implements Contender {

    private final MessagesCodec codec = new MessagesCodec();

    @Override
    public Messages.ToServer decode(String frame) {
        return codec.decodeToServer(frame);
    }

    @Override
    public Messages.ToServer decode(byte[] frame) {
        return codec.decodeToServer(frame);
    }

    @Override
    public String encode(Messages.ToServer message) {
        return codec.encodeToServer(message);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) {
        return codec.encodeToServerUtf8(message);
    }
}
