package dev.strait.tests.zoo;

import dev.strait.Channel;
import dev.strait.tests.elsewhere.Page;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A collaborative editor: recursive documents and generic records. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/editor")
interface Editor {
    sealed interface ToServer {}

    /** A change to a document. */
    sealed interface Edit extends ToServer {}

    sealed interface ToClient {}

    record Insert(@Size(max = 64) List<Integer> path, Block block) implements Edit {}

    record Replace(Node<@NotBlank String> tree, Node<Span> spans) implements Edit {}

    record Move(@Nullable Chain first) implements Edit {}

    record Results(Result<Span> one, Result<@Size(max = 5) String> other, Pair<String, Pair<Integer, Span>> pair)
            implements Edit {}

    record Pages(
            Page<@NotBlank String> words,
            Page<Page<@Size(max = 3) String>> pages,
            Page<Page<String>> free,
            Page<List<String>> lists,
            Page<int[]> arrays)
            implements ToServer {}

    sealed interface Block {}

    record Paragraph(@Size(max = 80) List<Span> spans) implements Block {}

    record Section(@NotBlank String title, @Size(max = 9) List<Block> blocks) implements Block {}

    record Table(Map<String, Block> cells) implements Block {}

    record Span(String text, @Nullable URI link) {}

    record Node<T>(T value, List<Node<T>> children) {}

    record Chain(int number, Optional<Chain> next) {}

    record Pair<A, B>(A left, B right) {}

    sealed interface Result<T> {}

    record Ok<T>(T value) implements Result<T> {}

    record Failed<E>(@NotBlank String why, Optional<E> partly) implements Result<E> {}

    record Document(Block root) implements ToClient {}
}
