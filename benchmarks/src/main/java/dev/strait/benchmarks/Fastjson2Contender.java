package dev.strait.benchmarks;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.annotation.JSONType;

/** fastjson2: code generated at run time, without validation. */
final class Fastjson2Contender implements Contender {

    @JSONType(
            typeKey = "type",
            seeAlso = {
                Messages.Append.class,
                Messages.Join.class,
                Messages.Ack.class,
                Messages.Order.class,
                Messages.Batch.class
            },
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
        JSON.mixIn(Messages.ToServer.class, Types.class);
        JSON.mixIn(Messages.Append.class, Append.class);
        JSON.mixIn(Messages.Join.class, Join.class);
        JSON.mixIn(Messages.Ack.class, Ack.class);
        JSON.mixIn(Messages.Order.class, Order.class);
        JSON.mixIn(Messages.Batch.class, Batch.class);
    }

    private static final JSONReader.Feature[] READING = {};
    private static final JSONWriter.Feature[] WRITING = {
        JSONWriter.Feature.WriteClassName, JSONWriter.Feature.NotWriteNumberClassName
    };

    @Override
    public Messages.ToServer decode(String frame) {
        return JSON.parseObject(frame, Messages.ToServer.class, READING);
    }

    @Override
    public Messages.ToServer decode(byte[] frame) {
        return JSON.parseObject(frame, Messages.ToServer.class, READING);
    }

    @Override
    public String encode(Messages.ToServer message) {
        return JSON.toJSONString(message, WRITING);
    }

    @Override
    public byte[] encodeUtf8(Messages.ToServer message) {
        return JSON.toJSONBytes(message, WRITING);
    }
}
