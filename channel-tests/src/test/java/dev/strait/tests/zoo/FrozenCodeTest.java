package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.tests.TestClient;
import dev.strait.tests.TestContainer;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that an earlier version generated runs with this version of the runtime. See {@code src/frozen/README.md}. */
class FrozenCodeTest {

    private static final int SAMPLES = 500;

    private static URLClassLoader loader;

    @BeforeAll
    static void load(@TempDir Path classes) throws IOException {
        String reason = System.getProperty("frozen.renew", "");
        if (!reason.isEmpty()) {
            FrozenJar.renew(reason, classes);
        }
        loader = new URLClassLoader(new URL[] {FrozenJar.FILE.toUri().toURL()}, FrozenCodeTest.class.getClassLoader());
    }

    @AfterAll
    static void unload() throws IOException {
        loader.close();
    }

    @Test
    void theJarIsTheOneThatThePageGivesAReasonFor() throws IOException {
        assertThat(FrozenJar.lastListed()).isEqualTo(FrozenJar.checksum());
    }

    @Test
    void theApplicationServesItsChannels() throws ReflectiveOperationException {
        ChannelHub hub = TestContainer.hub()
                .limits(TestContainer.patientLimits().build())
                .build();
        application().accept(hub);
        try (TestContainer.Started server = TestContainer.startAny(hub)) {
            chats(server);
            bids(server);
            receivesWithoutSending(server);
        }
    }

    private static Consumer<ChannelHub> application() throws ReflectiveOperationException {
        @SuppressWarnings("unchecked") // FrozenApplication implements it
        Consumer<ChannelHub> application = (Consumer<ChannelHub>) instance("FrozenApplication");
        return application;
    }

    private static Object instance(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = loader.loadClass("com.acme." + name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** A handler, targets, an emitter, a refusal and violations. */
    private static void chats(TestContainer.Started server) {
        String fromAnn = "{'type':'said','id':0,'user':'ann','text':'hello','at':'1970-01-01T00:00:00Z'}";
        String fromBob = "{'type':'said','id':1,'user':'bob','text':'hi','at':'1970-01-01T00:00:00Z'}";
        try (TestClient ann = TestClient.connect(server.uri("/ws/chat/red?user=ann"))) {
            ann.send("{'type':'say','text':'hello','tags':[]}").expect(fromAnn);
            try (TestClient bob = TestClient.connect(server.uri("/ws/chat/red?user=bob"))) {
                bob.send("{'type':'say','text':'hi','tags':['a']}").expect(fromBob);
                ann.expect(fromBob);
                ann.send("{'type':'typing','on':true}");
                bob.expect("{'type':'typing-now','user':'ann','on':true}")
                        .expect("{'type':'notice','text':'2 members'}");
            }
            JsonNode invalid = ann.send("{'type':'say','text':' ','tags':[]}").expectError("invalid");
            assertThat(invalid.at("/errors/0/path").asText()).isEqualTo("/text");
        }
        try (TestClient late = TestClient.connect(server.uri("/ws/chat/closed"))) {
            late.expectError("forbidden");
        }
    }

    /** A room with state, asks in both directions, and a call from another channel. */
    private static void bids(TestContainer.Started server) {
        try (TestClient ann = TestClient.connect(server.uri("/ws/auction/7?user=ann"));
                TestClient lobby = TestClient.connect(server.uri("/ws/lobby?room=hall"))) {
            String id = ann.nextJson().path("$id").asText();
            ann.send("{'$re':'" + id + "','over18':true}");
            ann.send("{'type':'bid','cents':200,'$id':1}").expect("{'type':'bid.too-low','minimumCents':201,'$re':1}");
            ann.send("{'type':'bid','cents':300,'$id':2}").expect("{'type':'bid.leading','seq':1,'$re':2}");
            lobby.expect("{'type':'$joined','room':'hall'}");
            lobby.send("{'type':'post','content':'7'}")
                    .expect("{'type':'posted','from':'guest','content':'300 by 1','$room':'hall'}");
            lobby.send("{'type':'shout','content':'hey'}").expect("{'type':'shouted','content':'hey'}");
        }
    }

    /** Channels with one direction. */
    private static void receivesWithoutSending(TestContainer.Started server) {
        try (TestClient reader = TestClient.connect(server.uri("/ws/feed?room=news"));
                TestClient keeper = TestClient.connect(server.uri("/ws/zoo/3/BIRD"))) {
            reader.expect("{'type':'$joined','room':'news'}").expect("{'type':'tick','at':7,'$room':'news'}");
            keeper.send("{'type':'feed','portions':9}");
            assertThat(keeper.expectError("conflict").path("message").asText()).isEqualTo("9 are too many.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Absences",
                "Auction",
                "BoxedTypes",
                "Chat",
                "Constructors",
                "Feed",
                "Lobby",
                "NameClashes",
                "Nested$Cage",
                "PrimitiveTypes",
                "TextTypes"
            })
    void messagesSurviveARoundTrip(String contract) throws Exception {
        String prefix = contract.replace('$', '_');
        @SuppressWarnings("unchecked") // the types of the messages are not known here
        ChannelCodec<?, Object, Object> codec = (ChannelCodec<?, Object, Object>) instance(prefix + "Codec");
        Random random = new Random(SAMPLES);
        for (Class<?> direction : loader.loadClass("com.acme." + contract).getDeclaredClasses()) {
            boolean isToServer = direction.getSimpleName().equals("ToServer");
            if (!isToServer && !direction.getSimpleName().equals("ToClient")) {
                continue;
            }
            Object text = instance(prefix + "TextCodecs$" + direction.getSimpleName() + "Text");
            for (int i = 0; i < SAMPLES; i++) {
                Object message = valid(random, direction);
                String frame = isToServer ? codec.encodeToServer(message) : codec.encodeToClient(message);
                assertSame(isToServer ? codec.decodeToServer(frame) : codec.decodeToClient(frame), message);
                assertThat(encode(text, message)).isEqualTo(frame);
                assertSame(((Decoder.Text<?>) text).decode(frame), message);
            }
        }
    }

    @Test
    void collectionsSurviveARoundTrip() throws ReflectiveOperationException {
        @SuppressWarnings("unchecked") // the types of the messages are not known here
        ChannelCodec<?, Object, Object> codec = (ChannelCodec<?, Object, Object>) instance("ContainersCodec");
        String frame = """
                {"type":"holders","lines":[{"sku":"a","price":1.5}],"kinds":["BIRD"],"scores":{"x":1},"rows":[["ab"]],\
                "byName":{"k":[{"sku":"b","price":0.0}]},"gaps":[null,1],"maybe":[null],\
                "ids":["00000000-0000-0001-0000-000000000002"],"raw":{"a":[1]},"raws":[true]}""";

        assertThat(codec.encodeToServer(codec.decodeToServer(frame))).isEqualTo(frame);
        assertThat(codec.encodeToClient(codec.decodeToClient(frame))).isEqualTo(frame);
    }

    private static String encode(Object codec, Object message) throws Exception {
        @SuppressWarnings("unchecked") // an encoder of the direction that the message was made for
        Encoder.Text<Object> encoder = (Encoder.Text<Object>) codec;
        return encoder.encode(message);
    }

    private static Object valid(Random random, Class<?> direction) {
        Making making = new Making(random, 0);
        Object message = making.make(direction);
        while (!Judge.violatedPaths(message).isEmpty()) {
            message = making.make(direction);
        }
        return message;
    }

    private static void assertSame(Object decoded, Object message) {
        assertThat(Records.areEqual(decoded, message))
                .as("%s decoded as %s", message, decoded)
                .isTrue();
    }
}
