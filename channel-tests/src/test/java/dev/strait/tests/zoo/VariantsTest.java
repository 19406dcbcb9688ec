package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.ChannelCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes handwritten frames with nested values. Single quotes stand for double quotes. */
class VariantsTest {

    private final BoardCodec board = new BoardCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'circle','radius':3}",
                "{'radius':3,'type':'circle'}",
                "{ 'type' : 'circle' , 'radius' : 3 }",
                "{'type':'circle', 'radius':3}",
                "{'type':'circle' ,'radius':3}",
                "{'more':{'type':'square'},'radius':3,'type':'circle'}",
                "{'more':[{'type':'square'}],'type':'circle','radius':3}",
                "{'ty\\u0070e':'circle','radius':3}",
                "{'type':'circl\\u0065','radius':3}",
                "{'type':'circle','radius':3,'more':'type'}"
            })
    void theTypeMayBeAtAnyPosition(String shape) {
        Board.Draw expected = new Board.Draw(new Board.Circle(3), new Board.Point(1, 2));
        String frame = ("{'type':'draw','shape':" + shape + ",'at':{'x':1,'y':2}}").replace('\'', '"');
        assertThat(board.decodeToServer(frame)).isEqualTo(expected);
        assertThat(board.decodeToServer(frame.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'radius':3}                                | /shape/type required
                    {}                                          | /shape/type required
                    {'type':7,'radius':3}                       | /shape/type type
                    {'type':null}                               | /shape/type type
                    {'type':'triangle','a':[{'b':1}]}           | /shape/type unknown-type
                    {'a':1,'type':'triangle'}                   | /shape/type unknown-type
                    {'type':'circle','radius':3,'type':'circle'} | /shape/type duplicate
                    {'radius':3,'type':'circle','type':'square'} | /shape/type duplicate
                    {'type':'circle','radius':3,'radius':4}     | /shape/radius duplicate
                    {'type':'circle','a':1,'a':2,'radius':3}    | /shape/a duplicate
                    {'type':'circle'}                           | /shape/radius required
                    {'type':'circle','radius':0}                | /shape/radius positive
                    {'type':'circle','radius':'3'}              | /shape/radius type
                    {'type':'poly','corners':[{'x':101,'y':0}]} | /shape/corners/0/x max
                    {'type':'poly','corners':[]}                | /shape/corners not-empty
                    {'type':'triangle','type':'circle'}         | /shape/type unknown-type /shape/type duplicate
                    []                                          | /shape type
                    null                                        | /shape type
                    'circle'                                    | /shape type
                    """)
    void violationsAreReportedWithTheirPaths(String shape, String expected) {
        assertThat(violations(board, "{'type':'draw','shape':" + shape + ",'at':{'x':1,'y':2}}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'circle''radius':3}",
                "{'type':'circle' 'radius':3}",
                "{'type':'circle',}",
                "{,'type':'circle'}",
                "{'type':'circle','radius':3",
                "{'type':'nothing'",
                "{'type':'nothing']",
                "{'type':'nothing',,}",
                "{'type' 'nothing'}"
            })
    void invalidJsonIsMalformed(String shape) {
        for (String frame : List.of(
                "{'type':'draw','shape':" + shape + ",'at':{'x':1,'y':2}}",
                "{'type':'draw','at':{'x':1,'y':2},'shape':" + shape + "}")) {
            assertThatThrownBy(() -> board.decodeToServer(frame.replace('\'', '"')))
                    .isInstanceOfSatisfying(
                            FrameException.class, e -> assertThat(e.code()).isEqualTo("malformed"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'nothing'}",
                "{'type':'nothing' }",
                "{ 'type':'nothing','a':1}",
                "{'a':1,'type':'nothing'}"
            })
    void variantsWithoutFieldsDoNotAffectOtherValues(String nothing) {
        String frame = "{'type':'scene','shapes':[" + nothing + "," + nothing + ",{'type':'square','side':1}],"
                + "'byName':{'a':" + nothing + "},'polygons':[],'more':[" + nothing + "],'gaps':[null," + nothing
                + "]}";
        Board.Scene scene = (Board.Scene) board.decodeToServer(frame.replace('\'', '"'));
        assertThat(scene.shapes()).containsExactly(new Board.Nothing(), new Board.Nothing(), new Board.Square(1));
        assertThat(scene.byName()).isEqualTo(Map.of("a", new Board.Nothing()));
        assertThat(scene.more()).containsExactly(new Board.Nothing());
        assertThat(scene.gaps()).containsExactly(null, new Board.Nothing());
    }

    @Test
    void plainObjectsMayHaveAnUnknownType() {
        String frame = "{'type':'draw','shape':{'type':'circle','radius':3},'at':{'type':'point','x':1,'y':2}}";
        assertThat(board.decodeToServer(frame.replace('\'', '"'))).isInstanceOf(Board.Draw.class);
        assertThat(violations(board, frame.replace("'x':1", "'type':1,'x':1"))).isEqualTo("/at/type duplicate");
    }

    @Test
    void unionsAcceptOnlyTheirOwnVariants() {
        assertThat(violations(board, "{'type':'fence','around':{'type':'circle','radius':1}}"))
                .isEqualTo("/around/type unknown-type");
        Board.Fence fence = (Board.Fence) board.decodeToServer(
                "{'type':'fence','around':{'type':'square','side':0},'gate':{'type':'circle','radius':1}}"
                        .replace('\'', '"'));
        assertThat(fence.gate()).isEqualTo(Optional.of(new Board.Circle(1)));
        assertThat(fence.inner()).isNull();
    }

    @Test
    void strictChannelsRejectUnknownFieldsFromClients() {
        MembersCodec members = new MembersCodec();
        String frame = "{'$id':1,'to':2,'from':1,'type':'range','inner':{'from':1,'to':2}}";
        assertThat(members.decodeToServer(frame.replace('\'', '"')))
                .isEqualTo(new Members.Range(1, 2, new Members.Range(1, 2, null)));
        assertThat(violations(
                        members, "{'type':'range','from':1,'to':2,'more':3,'inner':{'from':1,'to':2,'type':'range'}}"))
                .isEqualTo("/more unknown /inner/type unknown");
        // Newer servers may send more fields.
        assertThat(members.decodeToClient("{\"type\":\"joined\",\"handle\":\"a\",\"more\":1}"))
                .isEqualTo(new Members.Joined("a"));
    }

    @Test
    void tooDeepMessagesAreNeitherDecodedNorEncoded() {
        EditorCodec editor = new EditorCodec();
        Editor.Chain chain = new Editor.Chain(0, Optional.empty());
        for (int i = 1; i < 31; i++) {
            chain = new Editor.Chain(i, Optional.of(chain));
        }
        Editor.Move deepest = new Editor.Move(chain);
        String frame = editor.encodeToServer(deepest);
        assertThat(editor.decodeToServer(frame)).isEqualTo(deepest);
        Editor.Move deeper = new Editor.Move(new Editor.Chain(31, Optional.of(chain)));
        assertThatThrownBy(() -> editor.encodeToServer(deeper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 32 nested objects");
        assertThatThrownBy(() -> editor.decodeToServer(
                        frame.replace("{\"number\":0}", "{\"number\":0,\"next\":{\"number\":1}}")))
                .hasMessageContaining("32 nested objects and arrays");
        assertThat(editor.decodeToServer(editor.encodeToServer(deepest)))
                .isEqualTo(deepest); // buffers are still usable
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'picture','png':'AA==','tiles':['','AAEC']} |
                    {'type':'picture','png':'AA','tiles':[]}    | /png format
                    {'type':'picture','png':'A_==','tiles':[]}  | /png format
                    {'type':'picture','png':'AA==\\n','tiles':[]} | /png format
                    {'type':'picture','png':'','tiles':[]}      | /png not-empty
                    {'type':'picture','png':[1],'tiles':[7]}    | /png type /tiles/0 type
                    {'type':'picture','png':'AA==','mask':null,'tiles':[]} |
                    """)
    void bytesAreBase64WithPadding(String frame, String expected) {
        assertThat(violations(board, frame)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    '5'   | '9007199254740993'    |
                    '-3'  | '0'                   |
                    '05'  | '1'                   | /quoted format
                    5     | 1                     | /quoted type /maybe type /ids/0 type
                    '5.0' | '1.0'                 | /quoted format /maybe format
                    '101' | '9223372036854775808' | /maybe format /quoted max
                    ' 5'  | '-0'                  | /quoted format /maybe format
                    """)
    void numbersInStringsHaveOneForm(String quoted, String maybe, String expected) {
        String ids = quoted.startsWith("'") ? "['7']" : "[7]";
        assertThat(violations(
                        new OrdersCodec(),
                        "{'type':'numbers','below':-1,'rough':0,'whole':5,'digits':999,'huge':1,'hugeDigits':1,'quoted':"
                                + quoted + ",'maybe':" + maybe + ",'ids':" + ids + ",'text':'1.5'}"))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    byDay   | 'MONDAY':'a'                                  |
                    byDay   | 'monday':'a'                                  | /byDay/monday enum
                    byId    | '123e4567-e89b-12d3-a456-426614174000':1      |
                    byId    | '123E4567-e89b-12d3-a456-426614174000':1      | /byId/123E4567-e89b-12d3-a456-426614174000 format
                    byByte  | '-128':1,'127':2                              |
                    byByte  | '128':1                                       | /byByte/128 type
                    byByte  | '07':1                                        | /byByte/07 type
                    byByte  | '':1                                          | /byByte/ type
                    byShort | '1':1,'1':2                                   | /byShort/1 duplicate
                    byInt   | 'x/y':'a','-0':'b'                            | /byInt/x~1y type /byInt/-0 type
                    byLong  | '-9223372036854775808':null                   |
                    byShade | 'DARK':'LIGHT','as the night':'DARK'          | /byShade/as the night enum
                    """)
    void keysHaveOneForm(String map, String entries, String expected) {
        StringBuilder frame = new StringBuilder("{'type':'entries'");
        for (String name : List.of("byDay", "byId", "byByte", "byShort", "byInt", "byLong", "byShade")) {
            frame.append(",'")
                    .append(name)
                    .append("':{")
                    .append(name.equals(map) ? entries : "")
                    .append('}');
        }
        assertThat(violations(new DirectoryCodec(), frame.append('}').toString()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void constraintsOnTypeArgumentsOfGenericRecordsAreChecked() {
        EditorCodec editor = new EditorCodec();
        assertThat(violations(
                        editor,
                        "{'type':'replace','tree':{'value':'a','children':[{'value':' ','children':[]}]},"
                                + "'spans':{'value':{'text':''},'children':[]}}"))
                .isEqualTo("/tree/children/0/value not-blank");
        assertThat(violations(
                        editor,
                        "{'type':'results','one':{'type':'ok','value':{'text':'long enough'}},"
                                + "'other':{'type':'failed','why':'','partly':'too long'},"
                                + "'pair':{'left':'a','right':{'left':1,'right':{'text':''}}}}"))
                .isEqualTo("/other/why not-blank /other/partly size");
    }

    @Test
    void unreadableElementsDoNotHideOtherViolations() {
        assertThat(violations(board, "{'type':'words','some':['a',5,'much too long',null,'also too long'],'few':[]}"))
                .isEqualTo("/some/1 type /some/3 type /some/2 size /some/4 size");
        assertThat(violations(
                        new DirectoryCodec(),
                        "{'type':'checked','scores':{'a':1},'words':{'5':['A','a'],'x':['a'],'10':['B',7]},"
                                + "'deep':{},'lists':[]}"))
                .isEqualTo("/words/x type /words/10/1 type /words/5 min /words/5/0 pattern /words/10/0 pattern");
    }

    @Test
    void numbersAreCheckedExceptUnreadableOnes() {
        assertThat(violations(
                        new DirectoryCodec(),
                        "{'type':'checked','scores':{'a':0,'b':'1','c':null},'words':{},"
                                + "'deep':{'1':{'a':[-1,2.5,true]}},'lists':[]}"))
                .isEqualTo(
                        "/scores/b type /scores/c type /deep/1/a/1 type /deep/1/a/2 type /scores/a positive /deep/1/a/0 min");
    }

    @Test
    void invalidKeysDoNotHideViolationsInOtherEntries() {
        assertThat(violations(
                        new DirectoryCodec(),
                        "{'type':'checked','scores':{'a':1},'words':{'x':['A'],'y':7,'5':['A']},"
                                + "'deep':{'z':{'A':[]},'0':{'a':[-1]}},'lists':[]}"))
                .isEqualTo("/words/x type /words/y type /words/y type /deep/z type /words/5 min /words/5/0 pattern"
                        + " /deep/0 positive /deep/0/a/0 min");
    }

    @Test
    void strictChannelsReportUnknownMessageTypes() {
        MembersCodec members = new MembersCodec();
        assertThat(violations(members, "{'type':'nope','x':1}")).isEqualTo("unknown-type");
        assertThat(violations(members, "{'x':1}")).isEqualTo("/type required");
    }

    private static String violations(ChannelCodec<?, ?, ?> codec, String frame) {
        FrameException exception =
                catchThrowableOfType(FrameException.class, () -> codec.decodeToServer(frame.replace('\'', '"')));
        if (exception == null) {
            return "";
        }
        return exception.violations().isEmpty()
                ? exception.code()
                : String.join(
                        " ",
                        exception.violations().stream()
                                .map(violation -> violation.path() + " " + violation.rule())
                                .toList());
    }
}
