package dev.strait.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a connection that renegotiates TLS, which costs a server more than a client, and which TLS 1.3 no longer has. In
 * front of TLS, it reads the headers of the records: once a client has changed its cipher, a single handshake record
 * follows, which is its Finished message (RFC 5246, section 7.3), or its second ClientHello (RFC 8446, appendix D.4). All
 * later handshake messages of TLS 1.3 look like data.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel
final class SingleHandshake extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(SingleHandshake.class.getName());

    /** The type, two bytes of the version, and two bytes of the length. */
    private static final int HEADER_BYTES = 5;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;

    /** The number of bytes that are read of the current header. */
    private int headerBytes;
    /** The number of bytes that are missing of the current record. */
    private int recordBytes;

    private boolean isCipherChanged;
    private int handshakesLeft = 1;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isAllowed((ByteBuf) message)) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            LOG.log(System.Logger.Level.DEBUG, "A connection that renegotiates TLS is closed.");
            context.close();
        }
    }

    private boolean isAllowed(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (headerBytes == HEADER_BYTES && recordBytes > 0) {
                int skipped = Math.min(recordBytes, bytes.writerIndex() - at);
                recordBytes -= skipped;
                at += skipped;
            } else {
                if (headerBytes == HEADER_BYTES) {
                    headerBytes = 0;
                }
                if (headerBytes == 0 && !isTypeAllowed(bytes.getUnsignedByte(at))) {
                    return false;
                }
                readHeader(bytes.getUnsignedByte(at));
                at++;
            }
        }
        return true;
    }

    private void readHeader(int next) {
        headerBytes++;
        if (headerBytes == HEADER_BYTES - 1) {
            recordBytes = next << Byte.SIZE;
        } else if (headerBytes == HEADER_BYTES) {
            recordBytes |= next;
        }
    }

    private boolean isTypeAllowed(int type) {
        if (type == HANDSHAKE && isCipherChanged) {
            handshakesLeft--;
        }
        isCipherChanged |= type == CHANGE_CIPHER_SPEC;
        return handshakesLeft >= 0;
    }
}
