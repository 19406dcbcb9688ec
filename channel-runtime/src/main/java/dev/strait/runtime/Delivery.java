package dev.strait.runtime;

/**
 * What became of one emit on this node.
 *
 * @param matched connections that the targets named, exceptions taken off
 * @param queued those of them that took the frame into their queue
 * @param dropped those that did not, because they are closing or their queue is full
 */
public record Delivery(int matched, int queued, int dropped) {

    /** Nobody was addressed. */
    public static final Delivery NONE = new Delivery(0, 0, 0);
}
