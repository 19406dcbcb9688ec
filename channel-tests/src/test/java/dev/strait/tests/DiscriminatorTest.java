package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that another property than {@code type} tells apart. */
class DiscriminatorTest {

    private static final String META = "'meta':{'type':'a','kind':'b'}";
    private static final DrawingCodec CODEC = new DrawingCodec();

    private final DrawingTestKit kit = DrawingTestKit.of(handler());

    private static DrawingHandler<String> handler() {
        return new DrawingHandler<>() {
            @Override
            public String open(Handshake handshake) {
                return "ann";
            }

            @Override
            public void onDraw(Drawing.Draw draw, DrawingConnection<String> from) {
                from.toRoom().drawn(draw.shapes());
            }

            @Override
            public Drawing.Counted onCount(Drawing.Count count, DrawingConnection<String> from) {
                return new Drawing.Counted(7);
            }
        };
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    @Test
    void namesMessagesAnswersAndVariants() {
        FrameClient client = new FrameClient(kit.connect("red", who -> who.plain()));
        client.expect("{'type':'$joined','room':'red'}");
        client.send("{'kind':'draw','shapes':[{'kind':'circle','radius':1,'type':'thin'}]," + META + "}")
                .expect("{'event-name':'drawn','shapes':[{'kind':'circle','radius':1,'type':'thin'}],"
                        + "'$room':'red'}");
        client.send("{'kind':'count','$id':5}").expect("{'kind':'count.counted','shapes':7,'$re':5}");
        client.send("{'type':'$ping'}").expect("{'type':'$pong'}");
    }

    @Test
    void framesOfTheProtocolAlwaysUseType() {
        FrameClient client = new FrameClient(kit.connect("red", who -> who.plain()));
        client.expect("{'type':'$joined','room':'red'}");
        client.send("{'kind':'count','type':'$ping','$id':1}").expect("{'type':'$pong','$re':1}");
        client.send("{'kind':'$ping'}").expectError("unknown-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'draw','shapes':[{'kind':'circle','radius':1,'type':'x'}]," + META + "}",
                " { \"kind\" : 'draw' , 'shapes' : [ { 'kind' : 'circle' , 'radius':1,'type':'x'} ] ," + META + " } ",
                "{" + META + ",'shapes':[{'type':'x','radius':1,'kind':'circle'}],'kind':'draw'}",
                "{'k\\u0069nd':'draw','shapes':[{'k\\u0069nd':'c\\u0069rcle','radius':1,'type':'x'}]," + META + "}",
            })
    void isReadInAnyOrderAndNotation(String frame) {
        Drawing.Draw draw = new Drawing.Draw(List.of(new Drawing.Circle(1, "x")), new Drawing.Meta("a", "b"));
        String json = frame.replace('\'', '"');
        assertThat(CODEC.decodeToServer(json)).isEqualTo(draw);
        assertThat(CODEC.decodeToServer(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(draw);
    }

    @Test
    void differsFromUnionToUnion() {
        Drawing.Shape group = new Drawing.Group(
                List.of(new Drawing.Circle(2, "t")), List.of(new Drawing.Dashed(3, "k"), new Drawing.Dashed(4, "k")));
        Drawing.Drawn drawn = new Drawing.Drawn(List.of(group, group));
        String json = CODEC.encodeToClient(drawn);
        assertThat(json).startsWith("{\"event-name\":\"drawn\",\"shapes\":[{\"kind\":\"group\"");
        assertThat(json).contains("{\"type\":\"dashed\",\"length\":3,\"kind\":\"k\"}");
        assertThat(CODEC.decodeToClient(json)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'shapes':[],META} | /kind | required",
                "{'kind':1,'shapes':[],META} | /kind | type",
                "{'kind':'draw','shapes':[{'radius':1,'type':'x'}],META} | /shapes/0/kind | required",
                "{'kind':'draw','shapes':[{'kind':2,'radius':1,'type':'x'}],META} | /shapes/0/kind | type",
                "{'kind':'draw','shapes':[{'kind':'no'}],META} | /shapes/0/kind | unknown-type",
                "{'kind':'draw','shapes':[{'kind':'circle','kind':'circle','radius':1,'type':'x'}],META} "
                        + "| /shapes/0/kind | duplicate",
                "{'kind':'draw','kind':'draw','shapes':[],META} | /kind | duplicate",
                "{'kind':'draw','type':'draw','shapes':[],META} | /type | unknown",
                "{'type':'draw','kind':'draw','shapes':[],META} | /type | unknown",
                "{'kind':'draw','shapes':[{'kind':'group','shapes':[],'lines':[{'length':1,'kind':'k'}]}],META} "
                        + "| /shapes/0/lines/0/type | required",
            })
    void isNamedInViolations(String frame, String path, String rule) {
        String json = frame.replace("META", META).replace('\'', '"');
        assertThatThrownBy(() -> CODEC.decodeToServer(json))
                .isInstanceOfSatisfying(
                        FrameException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::path, Violation::rule)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(path, rule)));
    }

    @Test
    void mayNotBeAFieldOfAlephasEnvelope() {
        ChannelHub hub = ChannelHub.create();
        assertThatThrownBy(() -> hub.add(WrappedEndpoint.of(new WrappedHandler<String>() {
                            @Override
                            public String open(Handshake handshake) {
                                return "ann";
                            }

                            @Override
                            public void onSay(Wrapped.Say say, WrappedConnection<String> from) {}
                        })
                        .protocol(Protocols.alepha())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("the discriminator \"message\" is reserved by Alepha's protocol");
        hub.close();
    }

    @Test
    void isRefusedForPagesOfLucent() {
        ChannelHub hub = ChannelHub.create();
        assertThatThrownBy(() -> hub.add(DrawingEndpoint.of(handler()).protocol(Protocols.lucent())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("name their messages in \"type\", not in \"kind\"");
        hub.close();
    }
}
