package dev.strait.tests.torture;

import java.util.List;

/** Records with members of their own, equal names, documentation and asks. */
final class RecordShapes {

    private RecordShapes() {}

    static List<OddContract> all() {
        return List.of(
                of("same-simple-names", """
                        interface X {
                            record Item(int a) {}
                        }
                        interface Y {
                            record Item(String a) {}
                            interface Z {
                                record Item(long a) {}
                            }
                        }
                        record Item(boolean b) {}
                        record M(X.Item a, Y.Item b, Y.Z.Item c, Item d) implements ToServer, ToClient {}
                        """),
                of("similar-names", """
                        record AB(int a) {}
                        interface A {
                            record B(int a) {}
                        }
                        record Ab(int a) {}
                        record SayTags(int a) {}
                        record Say(
                                List<@Size(max = 2) String> tags,
                                AB a,
                                A.B b,
                                Ab c,
                                SayTags d,
                                List<List<String>> tagsItem)
                                implements ToServer, ToClient {}
                        """),
                of("constructors", """
                        record M(long a, Collection<String> b) implements ToServer, ToClient {
                            public M(int a, List<String> b) {
                                this((long) a, b);
                            }
                            public M(Object a, Object b) {
                                this(1L, List.of());
                            }
                        }
                        """),
                of("constructor-throws", """
                        record M(int a) implements ToServer, ToClient {
                            public M {
                                switch (a) {
                                    case 7 -> throw new UnsupportedOperationException("x");
                                    case 8 -> throw new IllegalStateException("y");
                                    case 9 -> throw new ArithmeticException("z");
                                    default -> {}
                                }
                            }
                        }
                        """),
                of("accessors", """
                        record M(@Size(max = 3) String a, List<String> b) implements ToServer, ToClient {
                            @Override
                            public String a() {
                                return a.trim();
                            }
                            @Override
                            public List<String> b() {
                                return List.copyOf(b);
                            }
                        }
                        """),
                of("accessor-constraint", """
                        record M(String a) implements ToServer, ToClient {
                            @Override
                            @Size(max = 3)
                            public String a() {
                                return a;
                            }
                        }
                        """),
                of("constructor-constraint", """
                        record M(String a, int b) implements ToServer, ToClient {
                            public M(@Size(max = 3) String a, @Min(2) int b) {
                                this.a = a;
                                this.b = b;
                            }
                        }
                        """).rejectedWith("STRAIT-157"),
                of("static-members", """
                        record M(String a) implements ToServer, ToClient, Comparable<M>, java.io.Serializable {
                            static final String A = "x";
                            static int n;
                            private static final long serialVersionUID = 1L;
                            static M of(String a) {
                                return new M(a);
                            }
                            @Override
                            public int compareTo(M o) {
                                return 0;
                            }
                            record Inner(int z) {}
                            enum E { X }
                        }
                        """),
                of("members-of-the-contract", """
                        int MAX = 5;
                        String PATH = "x";
                        static int f() {
                            return 1;
                        }
                        default int g() {
                            return 2;
                        }
                        record M(@Size(max = MAX) String a) implements ToServer, ToClient {}
                        """),
                of("long-name", """
                        record ThisMessageHasAnUncommonlyLongNameThatSaysAllThatThereIsToSayAboutIt(int a)
                                implements ToServer, ToClient {}
                        """).rejectedWith("STRAIT-133"),
                of("dollars-in-messages", """
                        /** Doc with $L $T $S ${x} $$ and {@code $N} $1L. */
                        @Type("a$L$T")
                        record M(
                                @Name("b$S")
                                @Pattern(regexp = "^\\\\$[0-9]+$", message = "needs $L $$ $T")
                                @Size(max = 9, message = "$N")
                                String a,
                                @Pattern(regexp = "(\\\\$|€)+x$") String b)
                                implements ToServer, ToClient {}
                        """),
                of("dollars", """
                        /** Doc with $L $T $S ${x} $$ and {@code $N} $1L. */
                        @Type("a$L$T")
                        record M(
                                @Name("b$S")
                                @Pattern(regexp = "^\\\\$[0-9]+$")
                                @Size(max = 9)
                                String a,
                                @Pattern(regexp = "(\\\\$|€)+x$") String b)
                                implements ToServer, ToClient {}
                        """),
                of("malformed-doc", """
                        /**
                         * Doc & <b>bold <T> {@link List#size} {@code unbalanced { and @ at \\u2028 é
                         * @param a the {@link Nothing
                         * @see Foo#bar(int
                         * {@literal <} {@value} &nbsp; &#42;/ */
                        record M(int a) implements ToServer, ToClient {}
                        """),
                of("ask-one-answer", """
                        record Out(int a) {}
                        record A(int x) implements ToServer, ToClient, dev.strait.Ask<Out> {}
                        record B(int x) implements ToServer, ToClient, dev.strait.Ask<Out> {}
                        """),
                of("ask-list", """
                        record Out(int a) {}
                        record C(int x) implements ToServer, dev.strait.Ask<List<Out>> {}
                        """).rejectedWith("STRAIT-136"),
                of("ask-itself", "record A(int x) implements ToServer, ToClient, dev.strait.Ask<A> {}"),
                of("ask-generic", """
                        sealed interface Res<T> {
                            record Ok<T>(T v) implements Res<T> {}
                            record No<T>(String why) implements Res<T> {}
                        }
                        record A(int x) implements ToServer, ToClient, dev.strait.Ask<Res<String>> {}
                        record B(int x) implements ToServer, ToClient, dev.strait.Ask<Res<List<Integer>>> {}
                        """),
                of("ask-by-interface", """
                        interface MyAsk extends dev.strait.Ask<Out> {}
                        record Out(int a) {}
                        record A(int x) implements ToServer, MyAsk {}
                        """),
                of("ask-direction", """
                        record A(int x) implements ToServer, dev.strait.Ask<ToClient> {}
                        record B(int x) implements ToClient {}
                        """));
    }

    private static OddContract of(String name, String body) {
        return OddContract.chat("record", name, body);
    }
}
