package dev.strait.benchmarks;

/** What is measured. */
final class StraitContender implements Contender {

    private final DeskCodec codec = new DeskCodec();

    @Override
    public Desk.ToServer decode(String frame) {
        return codec.decodeToServer(frame);
    }

    @Override
    public Desk.ToServer decode(byte[] frame) {
        return codec.decodeToServer(frame);
    }

    @Override
    public String encode(Desk.ToServer message) {
        return codec.encodeToServer(message);
    }

    @Override
    public byte[] encodeUtf8(Desk.ToServer message) {
        return codec.encodeToServerUtf8(message);
    }
}
