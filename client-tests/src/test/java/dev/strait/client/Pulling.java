package dev.strait.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.strait.clients.Auction;
import dev.strait.clients.AuctionCodec;
import java.util.concurrent.Flow;

/** Takes one message at a time from a publisher. */
final class Pulling implements Flow.Subscriber<Object> {

    private Flow.Subscription subscription;
    private Object message;
    private Throwable failure;
    private boolean isDone;

    /** Returns the next message as JSON, or "done". */
    JsonNode pull(Steps steps) {
        message = null;
        if (!isDone) {
            subscription.request(1);
            steps.world.settle();
        }
        return isDone
                ? JsonNodeFactory.instance.textNode("done")
                : Subject.tree(new AuctionCodec().encodeToClient((Auction.ToClient) message));
    }

    /** Returns the code of the error that the next message would have been. */
    String failure(Steps steps) {
        steps.world.settle();
        return ((ClientException) failure).code();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
    }

    @Override
    public void onNext(Object next) {
        message = next;
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        isDone = true;
    }

    @Override
    public void onComplete() {
        isDone = true;
    }
}
