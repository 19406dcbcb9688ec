package dev.strait.runtime.internal.node;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.channel.LiveChannel;
import dev.strait.runtime.internal.channel.StatefulRooms;
import dev.strait.runtime.internal.connection.Beginning;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.connection.Registry;
import dev.strait.runtime.internal.connection.SerialExecutor;
import dev.strait.runtime.internal.connection.Served;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.handshake.Origins;
import dev.strait.runtime.internal.handshake.PathTemplate;
import dev.strait.runtime.internal.outbound.Outboxes;
import dev.strait.runtime.internal.protocol.Protocol;
import dev.strait.runtime.internal.protocol.ProtocolKind;
import dev.strait.runtime.internal.protocol.ProtocolRules.Hello;
import dev.strait.runtime.internal.protocol.ProtocolRules.RefusedOpen;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Inbox;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.HiddenEndpoint;
import dev.strait.runtime.spi.PendingHandshake;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.codec.RoomName;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A channel under one path. It turns the sessions of a container into connections; one instance serves all of them. */
final class Deployment<S, R, I, O> extends Endpoint implements Served<S, R, I, O> {

    private static final Log LOG = Log.of(Deployment.class);

    /** The user property in which a session keeps its connection for later callbacks. */
    private static final String CONNECTION = "dev.strait.connection";

    private static final Set<String> HANDSHAKE_PROPERTIES = Set.of(
            HandshakeSnapshot.PROPERTY,
            HandshakeConfigurator.COUNTED,
            HandshakeConfigurator.ADDRESS,
            PendingHandshake.SUPPORTED,
            PendingHandshake.PROPERTY,
            FrameSink.PROPERTY);

    /** A frame with a token: those of common identity providers have up to 8 KiB. */
    private static final int MAX_TOKEN_FRAME_BYTES = 16_384;

    private static final Pattern HELLO_VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final ChannelEndpoint endpoint;
    private final ChannelBinding<S, R, I, O> binding;
    private final SerialExecutor<R> serialExecutor;
    private final LiveChannel<R, I, O> channel;
    private final Protocol<I, O> protocol;
    private final int protocolIndex;
    private final PathTemplate template;
    private final Node node;
    private final Inbox.Settings inboxes;
    private final Limits limits;
    private final int maxMessageBytes;

    Deployment(
            ChannelEndpoint endpoint,
            ChannelBinding<S, R, I, O> binding,
            SerialExecutor<R> serialExecutor,
            LiveChannel<R, I, O> channel,
            Node node) {
        ProtocolKind kind = ProtocolKind.of(endpoint.protocol());
        Executor handlers = node.environment().threads().handlerExecutor();
        EndpointLimits defaults = new EndpointLimits();
        kind.setDefaults(defaults);
        this.endpoint = endpoint;
        this.binding = binding;
        this.serialExecutor = serialExecutor;
        this.channel = channel;
        this.protocol = kind.create(channel.contract());
        this.protocolIndex = channel.addProtocol(endpoint.protocol());
        this.template = PathTemplate.parse(endpoint.path());
        this.node = node;
        this.limits = node.limits().withDefaults(defaults).with(endpoint.limits());
        this.inboxes = new Inbox.Settings(
                node.environment().foreign(),
                endpoint.isNonBlocking() ? Runnable::run : handlers,
                handlers,
                limits.maxHandlerQueueMessages());
        this.maxMessageBytes = kind.allowsMoreThanTheContract()
                ? limits.maxMessageBytes()
                : bound(channel.contract(), limits.maxMessageBytes());
    }

    /** Returns the size of a frame that the constraints of a contract allow; at most the limit. */
    private static int bound(ChannelContract<?, ?, ?> contract, int limit) {
        long largest = contract.maxMessageBytes();
        if (largest > limit) {
            LOG.warning(
                    "The constraints of " + contract.name() + " allow " + nameOfLargest(contract) + " of " + largest
                            + " bytes, but the limit maxMessageBytes is " + limit
                            + ". Larger messages close the connection with 1009. Raise the limit with"
                            + " endpoint.limits(limits -> limits.maxMessageBytes(" + largest
                            + ")), or tighten the constraints.",
                    null);
        }
        return largest == 0 ? limit : (int) Math.min(limit, contract.maxFrameBytes());
    }

    private static String nameOfLargest(ChannelContract<?, ?, ?> contract) {
        return contract.largestMessage().isEmpty() ? "messages" : "a message \"" + contract.largestMessage() + "\"";
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    @Override
    public int maxFrameBytes() {
        return isHelloSupported() ? Math.max(maxMessageBytes, MAX_TOKEN_FRAME_BYTES) : maxMessageBytes;
    }

    @Override
    public boolean awaitsHello(Handshake handshake) {
        return isHelloSupported() && (endpoint.isHelloRequired() || isHelloOffered(handshake));
    }

    private boolean isHelloSupported() {
        return protocol.rules().hello() == Hello.SUPPORTED;
    }

    private static boolean isHelloOffered(Handshake handshake) {
        return handshake
                .query("hello")
                .filter(version -> HELLO_VERSION.matcher(version).matches())
                .isPresent();
    }

    /** Returns the roles to look up during a handshake. */
    Set<String> roles() {
        Set<String> roles = new HashSet<>(endpoint.roles());
        roles.addAll(channel.contract().roles());
        return roles;
    }

    @Override
    public Environment environment() {
        return node.environment();
    }

    @Override
    public LiveChannel<R, I, O> channel() {
        return channel;
    }

    @Override
    public ChannelBinding<S, R, I, O> binding() {
        return binding;
    }

    @Override
    public SerialExecutor<R> serialExecutor() {
        return serialExecutor;
    }

    @Override
    public boolean hasRoomStates() {
        return binding instanceof StatefulRooms;
    }

    @Override
    public Protocol<I, O> protocol() {
        return protocol;
    }

    @Override
    public int protocolIndex() {
        return protocolIndex;
    }

    @Override
    public Inbox.Settings inboxes() {
        return inboxes;
    }

    @Override
    public Outboxes outboxes() {
        return node.outboxes();
    }

    @Override
    public Registry registry() {
        return node.registry();
    }

    @Override
    public int maxConnectionsPerUser() {
        return endpoint.maxConnectionsPerUser();
    }

    @Override
    public Excess excess() {
        return endpoint.excess();
    }

    ServerEndpointConfig config(Origins origins) {
        boolean isVisible = Modifier.isPublic(endpoint.getClass().getModifiers());
        Class<? extends Endpoint> type = isVisible ? endpoint.getClass() : HiddenEndpoint.class;
        return ServerEndpointConfig.Builder.create(type, endpoint.path())
                .subprotocols(protocol.rules().subprotocols())
                .configurator(new HandshakeConfigurator(this, endpoint, node, origins))
                .build();
    }

    @Override
    public String roomOf(Handshake handshake) {
        ChannelContract<R, I, O> contract = channel.contract();
        Map<String, String> variables = template.match(handshake.path())
                .orElseThrow(() -> new IllegalStateException(
                        "The container opened " + endpoint.path() + " for a path that does not match."));
        List<String> components = contract.roomComponents().stream()
                .map(component -> variables.getOrDefault(component, ""))
                .toList();
        // An invalid name is refused where the name is decoded.
        return components.size() == 1
                ? components.get(0)
                : components.stream().map(RoomName::escape).collect(Collectors.joining("/"));
    }

    @Override
    public List<String> roomsAtOpen(Handshake handshake) {
        return channel.contract().isPathBound()
                ? List.of(roomOf(handshake))
                : protocol.rules().roomsAtOpen().apply(handshake).stream()
                        .distinct()
                        .limit(limits.maxRoomsPerConnection() + 1L) // one too many, to be answered with an error
                        .toList();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Object snapshot = property(HandshakeSnapshot.PROPERTY, session, config);
        if (!(snapshot instanceof HandshakeSnapshot handshake)) {
            throw new IllegalStateException(
                    "The container did not keep the user properties of the handshake of " + endpoint.path() + ".");
        }
        Transport transport = node.transports().of(session, property(FrameSink.PROPERTY, session, config));
        EarlyOpening<S, R, I, O> early = early(property(PendingHandshake.PROPERTY, session, config));
        boolean isCounted = early != null || property(HandshakeConfigurator.COUNTED, session, config) != null;
        boolean isRefused =
                early == null ? !isCounted && !node.tryOpen(endpoint.path(), handshake.client()) : !early.tryUpgrade();
        if (isRefused) {
            // Not within onOpen, because some containers do not close a session there.
            node.refuse(transport, new CloseReason(1013, "try again later"));
            return;
        }
        Admission.Seat seat = early == null ? node.admission().connected(handshake.client()) : early.seat();
        LiveConnection<S, R, I, O> connection = early == null
                ? new LiveConnection<>(beginning(), handshake, this, transport, seat)
                : early.connection(transport);
        // The other properties of the handshake are no longer needed.
        session.getUserProperties().keySet().removeAll(HANDSHAKE_PROPERTIES);
        session.getUserProperties().put(CONNECTION, connection);
        // Strait has its own timers and limits. Negative, because Tyrus 2.2.2 treats zero as a timeout.
        session.setMaxIdleTimeout(-1);
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) connection.inbound()::part);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>)
                (part, isLast) -> connection.close(new CloseReason(1003, "text frames only")));
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> connection.heard());
        transport.receive(receiver(connection), maxFrameBytes());
        node.register(connection, seat);
        if (early != null) {
            ended(early);
        }
        connection.start();
    }

    /** Whether clients expect the handler's decision as the status of the handshake. */
    boolean isDecidedEarly() {
        return protocol.rules().refusedOpen() == RefusedOpen.STATUS;
    }

    /** Begins a handshake about which the handler decides. It counts as a connection from now on. */
    EarlyOpening<S, R, I, O> beginEarly(HandshakeSnapshot handshake) {
        Admission.Seat seat = node.admission().connected(handshake.client());
        EarlyOpening<S, R, I, O> opening = new EarlyOpening<>(this, handshake, seat, beginning());
        node.openings().add(opening);
        return opening;
    }

    /** Forgets an opening that is a connection now, or has ended. */
    void ended(EarlyOpening<S, R, I, O> opening) {
        node.openings().remove(opening);
    }

    private Beginning beginning() {
        return Beginning.now(node.ids().next(), node.environment());
    }

    void register(LiveConnection<?, ?, ?, ?> connection, Admission.Seat seat) {
        node.register(connection, seat);
    }

    @SuppressWarnings("unchecked") // a deployment begins those of its own connections only
    private @Nullable EarlyOpening<S, R, I, O> early(@Nullable Object handshake) {
        return handshake instanceof EarlyOpening<?, ?, ?, ?> early ? (EarlyOpening<S, R, I, O>) early : null;
    }

    private static TextReceiver receiver(LiveConnection<?, ?, ?, ?> connection) {
        return new TextReceiver() {
            @Override
            public void text(byte[] utf8) {
                connection.inbound().message(utf8);
            }

            @Override
            public void closeCode(int code) {
                connection.setPeerCode(code);
            }

            @Override
            public void frameBegan() {
                connection.inbound().frameBegan();
            }

            @Override
            public void frameEnded() {
                connection.inbound().frameEnded();
            }

            @Override
            public void inputEnded() {
                connection.inputEnded();
            }
        };
    }

    /** Returns a user property of a handshake. Containers keep it in one of two places. */
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

    /** An error of the socket also closes it, and only the close counts. */
    @Override
    public void onError(Session session, Throwable error) {
        LOG.debug("The container reported an error on " + endpoint.path() + ".", error);
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
