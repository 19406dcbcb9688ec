package dev.strait.runtime.internal;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.HiddenEndpoint;
import dev.strait.runtime.spi.codec.JsonReader;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A channel under one path: turns a container's sessions into connections. One instance serves all of them. */
final class Deployment<S, R, I, O> extends Endpoint {

    private static final Log LOG = Log.of(Deployment.class);

    /** Where a session keeps its connection for the callbacks to come. */
    private static final String CONNECTION = "dev.strait.connection";
    /** Where Jetty and the embedded server tell the peer's address. */
    private static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

    private static final Set<String> NOTED =
            Set.of(HandshakeSnapshot.PROPERTY, HandshakeConfigurator.COUNTED, FrameSink.PROPERTY, ADDRESS);

    /** For the envelope, white space, and fields that a newer client has. */
    private static final int FRAME_SLACK = 4_096;

    private final ChannelEndpoint endpoint;
    private final ChannelBinding<S, R, I, O> binding;
    private final Turns<R> turns;
    private final LiveChannel<R, I, O> channel;
    private final Protocol<I, O> protocol;
    private final int protocolIndex;
    private final PathTemplate template;
    private final Node node;
    private final int maxMessageBytes;

    Deployment(
            ChannelEndpoint endpoint,
            ChannelBinding<S, R, I, O> binding,
            Turns<R> turns,
            LiveChannel<R, I, O> channel,
            Node node) {
        this.endpoint = endpoint;
        this.binding = binding;
        this.turns = turns;
        this.channel = channel;
        this.protocol = protocol(endpoint.protocol(), channel.contract());
        this.protocolIndex = channel.speak(endpoint.protocol());
        this.template = PathTemplate.parse(endpoint.path());
        this.node = node;
        this.maxMessageBytes = maxMessageBytes(
                endpoint.protocol(), channel.contract(), node.limits().maxMessageBytes());
    }

    private static int maxMessageBytes(WireProtocol protocol, ChannelContract<?, ?, ?> contract, int most) {
        if (protocol instanceof AlephaProtocol alepha) {
            return alepha.maxMessageBytes();
        }
        boolean isBoundByContract = !(protocol instanceof LucentProtocol lucent && lucent.isRelaying());
        return isBoundByContract ? maxMessageBytes(contract, most) : most;
    }

    private static <R, I, O> Protocol<I, O> protocol(WireProtocol protocol, ChannelContract<R, I, O> contract) {
        if (protocol instanceof LucentProtocol lucent) {
            return new LucentFrames<>(lucent, contract);
        }
        if (protocol instanceof AlephaProtocol alepha) {
            return new AlephaFrames<>(alepha, contract.codec());
        }
        return new NativeProtocol<>(contract.codec(), contract.isPathBound());
    }

    /** What the contract's constraints allow, with some room for what it does not know; the node's own limit at most. */
    private static int maxMessageBytes(ChannelContract<?, ?, ?> contract, int most) {
        long largest = contract.maxMessageBytes();
        if (largest > most) {
            LOG.warning(
                    contract.name() + " allows messages of " + largest + " bytes, but the limit maxMessageBytes is "
                            + most + ".",
                    null);
        }
        return largest == 0 ? most : (int) Math.min(most, largest + FRAME_SLACK);
    }

    String path() {
        return endpoint.path();
    }

    /** The largest message of a client, in UTF-8. */
    int maxMessageBytes() {
        return maxMessageBytes;
    }

    Node node() {
        return node;
    }

    LiveChannel<R, I, O> channel() {
        return channel;
    }

    ChannelBinding<S, R, I, O> binding() {
        return binding;
    }

    Turns<R> turns() {
        return turns;
    }

    Protocol<I, O> protocol() {
        return protocol;
    }

    /** Its place among the protocols of the channel. */
    int protocolIndex() {
        return protocolIndex;
    }

    int maxConnectionsPerUser() {
        return endpoint.maxConnectionsPerUser();
    }

    Executor handlerExecutor() {
        return endpoint.isNonBlocking() ? Runnable::run : node.handlerExecutor();
    }

    ServerEndpointConfig config(Origins origins) {
        boolean isVisible = Modifier.isPublic(endpoint.getClass().getModifiers());
        Class<? extends Endpoint> type = isVisible ? endpoint.getClass() : HiddenEndpoint.class;
        return ServerEndpointConfig.Builder.create(type, endpoint.path())
                .subprotocols(protocol.rules().subprotocols())
                .configurator(new HandshakeConfigurator(endpoint, node, origins))
                .build();
    }

    /** The name of the room that the path of a path-bound connection says. */
    String roomOf(LiveConnection<S, R, I, O> connection) {
        ChannelContract<R, I, O> contract = channel.contract();
        Map<String, String> variables = template.match(connection.handshake().path())
                .orElseThrow(() -> new IllegalStateException("The container opened " + path() + " for another path."));
        List<String> components = contract.roomComponents().stream()
                .map(component -> variables.getOrDefault(component, ""))
                .toList();
        // Joined without a check: what is no room name is refused where the name is read.
        return String.join("/", components);
    }

    /** The rooms to join before the first message: the path's, or those of the query. */
    List<String> roomsAtOpen(LiveConnection<S, R, I, O> connection) {
        return channel.contract().isPathBound()
                ? List.of(roomOf(connection))
                : protocol.rules().roomsAtOpen().apply(connection.handshake()).stream()
                        .distinct()
                        .limit(node.limits().maxRoomsPerConnection() + 1L) // the one too many is answered
                        .toList();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Object snapshot = property(HandshakeSnapshot.PROPERTY, session, config);
        if (!(snapshot instanceof HandshakeSnapshot handshake)) {
            throw new IllegalStateException("The container kept nothing of the handshake of " + path() + ".");
        }
        Transport transport = node.transports().of(session, property(FrameSink.PROPERTY, session, config));
        boolean isCounted = property(HandshakeConfigurator.COUNTED, session, config) != null;
        if (!isCounted && !node.mayOpen()) {
            // Not from within onOpen, where not every container lets a session go.
            node.closeSoon(transport, new CloseReason(1013, "try again later"));
            return;
        }
        HandshakeSnapshot known = handshake.withAddress(property(ADDRESS, session, config));
        LiveConnection<S, R, I, O> connection = new LiveConnection<>(node.newId(), known, this, transport);
        // Of what the handshake noted, nothing else is needed any more.
        session.getUserProperties().keySet().removeAll(NOTED);
        session.getUserProperties().put(CONNECTION, connection);
        Intake<S, R, I, O> intake = new Intake<>(connection, node, maxMessageBytes);
        // Our own timers and limits, not the container's. Below zero and not zero: Tyrus 2.2.2 takes zero for a
        // timeout.
        session.setMaxIdleTimeout(-1);
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) intake::part);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>)
                (part, isLast) -> connection.close(new CloseReason(1003, "text only")));
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> connection.heard());
        transport.receive(utf8 -> intake.message(JsonReader.of(utf8)), maxMessageBytes);
        node.register(connection, intake);
        connection.start();
    }

    /** What a handshake noted: containers hand it on by the one or the other. */
    private static @Nullable Object property(String name, Session session, EndpointConfig config) {
        Object value = session.getUserProperties().get(name);
        return value == null ? config.getUserProperties().get(name) : value;
    }

    @Override
    public void onClose(Session session, jakarta.websocket.CloseReason reason) {
        if (session.getUserProperties().get(CONNECTION) instanceof LiveConnection<?, ?, ?, ?> connection) {
            connection.disconnected(reason(reason));
        }
    }

    /** What is wrong with a socket also closes it, which is what counts. */
    @Override
    public void onError(Session session, Throwable error) {
        LOG.debug("The container reports an error on " + path() + ".", error);
    }

    private static CloseReason reason(jakarta.websocket.CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        String text = reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase();
        try {
            return new CloseReason(code, text);
        } catch (IllegalArgumentException notForTheWire) {
            return new CloseReason(1006, "closed with code " + code);
        }
    }
}
