package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;

/** The types that generated code calls, by name: the processor's own path needs none of them. */
final class RuntimeTypes {

    private static final String API = "dev.strait.runtime";
    private static final String SPI = API + ".spi";
    private static final String CODEC = SPI + ".codec";
    private static final String JSON = API + ".json";
    private static final String CLIENT = "dev.strait.client";
    private static final String TEST = "dev.strait.test";
    private static final String JAKARTA = "jakarta.websocket";

    static final ClassName ASK = ClassName.get("dev.strait", "Ask");

    static final ClassName CHANNEL_HUB = ClassName.get(API, "ChannelHub");
    static final ClassName CLOSE_REASON = ClassName.get(API, "CloseReason");
    static final ClassName CONNECTION_CLOSED = ClassName.get(API, "ConnectionClosedException");
    static final ClassName ANSWER = ClassName.get(API, "Answer");
    static final ClassName CONNECTION_INFO = ClassName.get(API, "ConnectionInfo");
    static final ClassName DELIVERY = ClassName.get(API, "Delivery");
    static final ClassName HANDSHAKE = ClassName.get(API, "Handshake");
    static final ClassName REFUSAL = ClassName.get(API, "Refusal");

    static final ClassName AUDIENCE = ClassName.get(SPI, "Audience");
    static final ClassName CHANNEL_BINDING = ClassName.get(SPI, "ChannelBinding");
    static final ClassName CHANNEL_CONNECTION = ClassName.get(SPI, "ChannelConnection");
    static final ClassName CHANNEL_CONTRACT = ClassName.get(SPI, "ChannelContract");
    static final ClassName CHANNEL_ENDPOINT = ClassName.get(SPI, "ChannelEndpoint");
    static final ClassName CLUSTER_GATEWAY = ClassName.get(SPI, "ClusterGateway");
    static final ClassName CHANNEL_GATEWAY = ClassName.get(SPI, "ChannelGateway");
    static final ClassName CONNECTION_VIEW = ClassName.get(SPI, "ConnectionView");
    static final ClassName DEPLOYMENT_LISTENER = ClassName.get(SPI, "DeploymentListener");
    static final ClassName ENDPOINT_BINDING = ClassName.get(SPI, "EndpointBinding");
    static final ClassName MEMBERS_VIEW = ClassName.get(SPI, "MembersView");
    static final ClassName ROOM_BINDING = ClassName.get(SPI, "RoomBinding");
    static final ClassName ROOM_CALLS = ClassName.get(SPI, "RoomCalls");
    static final ClassName ROOM_MEMBERS = ClassName.get(SPI, "RoomMembers");
    static final ClassName ROOM_STATES = ClassName.get(SPI, "RoomStates");
    static final ClassName WIRE_MESSAGE = ClassName.get(SPI, "WireMessage");
    static final ClassName HANDLERS = ClassName.get(SPI, "Handlers");

    static final ClassName CHANNEL_CODEC = ClassName.get(CODEC, "ChannelCodec");
    static final ClassName ENUM_NAMES = ClassName.get(CODEC, "EnumNames");
    static final ClassName FIELD_NAMES = ClassName.get(CODEC, "FieldNames");
    static final ClassName CHAR_RUNS = ClassName.get(CODEC, "CharRuns");
    static final ClassName EMAIL_ADDRESS = ClassName.get(CODEC, "EmailAddress");
    static final ClassName FRAME_EXCEPTION = ClassName.get(JSON, "FrameException");
    static final ClassName JACKSON_BRIDGE = ClassName.get(CODEC, "JacksonBridge");
    static final ClassName JSON_CONSTANT = ClassName.get(CODEC, "JsonConstant");
    static final ClassName SET_ITEMS = ClassName.get(CODEC, "SetItems");
    static final ClassName JSON_READER = ClassName.get(CODEC, "JsonReader");
    static final ClassName JSON_WRITER = ClassName.get(CODEC, "JsonWriter");
    static final ClassName MAP_KEYS = ClassName.get(CODEC, "MapKeys");
    static final ClassName MOMENTS = ClassName.get(CODEC, "Moments");
    static final ClassName NUMBER_TEXT = ClassName.get(CODEC, "NumberText");
    static final ClassName ROOM_NAME = ClassName.get(CODEC, "RoomName");
    static final ClassName TEXT_FORMAT = ClassName.get(CODEC, "TextFormat");
    static final ClassName TYPE_NAMES = ClassName.get(CODEC, "TypeNames");
    static final ClassName VIOLATIONS = ClassName.get(CODEC, "Violations");

    static final ClassName CHANNEL_TYPE = ClassName.get(SPI, "ChannelType");

    static final ClassName TEST_KIT = ClassName.get(TEST, "TestKit");
    static final ClassName TEST_CLIENT = ClassName.get(TEST, "TestClient");
    static final ClassName TEST_KIT_SETTINGS = ClassName.get(TEST, "TestKitSettings");
    static final ClassName TEST_NODES = ClassName.get(TEST, "TestNodes");
    static final ClassName CLIENT_CONNECTION = ClassName.get(TEST, "ClientConnection");
    static final ClassName WHO = ClassName.get(TEST, "Who");
    static final ClassName REFUSED_ASK = ClassName.get(TEST, "RefusedAsk");
    static final ClassName REFUSED_HANDSHAKE = ClassName.get(TEST, "RefusedHandshake");

    static final ClassName CHANNEL_CLIENT = ClassName.get(CLIENT, "ChannelClient");
    static final ClassName CLIENT_BUILDER = ClassName.get(CLIENT, "ClientBuilder");
    static final ClassName CLIENT_EXCEPTION = ClassName.get(CLIENT, "ClientException");
    static final ClassName CLIENT_ROOM = ClassName.get(CLIENT, "ClientRoom");
    static final ClassName REGISTRATION = ClassName.get(CLIENT, "Registration");
    static final ClassName SENT = ClassName.get(CLIENT, "Sent");

    static final ClassName JAKARTA_DECODE_EXCEPTION = ClassName.get(JAKARTA, "DecodeException");
    static final ClassName JAKARTA_DECODER_TEXT = ClassName.get(JAKARTA, "Decoder", "Text");
    static final ClassName JAKARTA_ENCODER_TEXT = ClassName.get(JAKARTA, "Encoder", "Text");
    static final ClassName JAKARTA_ENDPOINT_CONFIG = ClassName.get(JAKARTA, "EndpointConfig");

    private RuntimeTypes() {}
}
