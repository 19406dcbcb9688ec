package dev.strait.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.annotation.JSONType;

/** Code that is generated at run time, without validation. */
final class Fastjson2Contender implements Contender {

    @JSONType(
            typeKey = "type",
            seeAlso = {Desk.Append.class, Desk.Join.class, Desk.Ack.class, Desk.Order.class, Desk.Batch.class},
            seeAlsoDefault = Void.class)
    interface Types {}

    @JSONType(typeName = "append", typeKey = "type")
    interface Append {}

    @JSONType(typeName = "join", typeKey = "type")
    interface Join {}

    @JSONType(typeName = "ack", typeKey = "type")
    interface Ack {}

    @JSONType(typeName = "order", typeKey = "type")
    interface Order {}

    @JSONType(typeName = "batch", typeKey = "type")
    interface Batch {}

    Fastjson2Contender() {
        JSON.mixIn(Desk.ToServer.class, Types.class);
        JSON.mixIn(Desk.Append.class, Append.class);
        JSON.mixIn(Desk.Join.class, Join.class);
        JSON.mixIn(Desk.Ack.class, Ack.class);
        JSON.mixIn(Desk.Order.class, Order.class);
        JSON.mixIn(Desk.Batch.class, Batch.class);
    }

    private static final JSONReader.Feature[] READING = {};
    private static final JSONWriter.Feature[] WRITING = {
        JSONWriter.Feature.WriteClassName, JSONWriter.Feature.NotWriteNumberClassName
    };

    @Override
    public Desk.ToServer decode(String frame) {
        return JSON.parseObject(frame, Desk.ToServer.class, READING);
    }

    @Override
    public Desk.ToServer decode(byte[] frame) {
        return JSON.parseObject(frame, Desk.ToServer.class, READING);
    }

    @Override
    public String encode(Desk.ToServer message) {
        return JSON.toJSONString(message, WRITING);
    }

    @Override
    public byte[] encodeUtf8(Desk.ToServer message) {
        return JSON.toJSONBytes(message, WRITING);
    }
}
