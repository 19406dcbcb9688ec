package dev.strait.tests.torture;

import java.util.List;

/** Generic records, and sealed interfaces of records. */
final class GenericShapes {

    private GenericShapes() {}

    static List<OddContract> all() {
        return List.of(
                of("records", """
                        record P<T>(List<T> items, Optional<T> one) {}
                        record Q<A, B>(P<A> a, P<P<B>> b) {}
                        record M(P<String> a, P<Integer> b, Q<UUID, Long> c, P<Map<String, P<Boolean>>> d)
                                implements ToServer, ToClient {}
                        """),
                of("wildcard", """
                        record P<T extends Comparable<T>>(T a, List<? super T> b) {}
                        record M(P<String> p) implements ToServer {}
                        """).rejectedWith("STRAIT-158"),
                of("bounds", """
                        record P<T extends Number & Comparable<T>>(T a, List<T> b) {}
                        record M(P<Integer> p, P<BigDecimal> q) implements ToServer, ToClient {}
                        """),
                of("array", """
                        record P<T>(T[] a) {}
                        record M(P<String> p, P<Integer> q) implements ToServer, ToClient {}
                        """),
                of("of-array", """
                        record P<T>(List<T> a, T b) {}
                        record M(P<int[]> p, P<String[]> q, P<byte[]> r, P<int[][]> s) implements ToServer, ToClient {}
                        """),
                of("endless", """
                        record P<T>(T a, Optional<P<List<T>>> b) {}
                        record M(P<String> p) implements ToServer {}
                        """).rejectedWith("STRAIT-110"),
                of("supertype", """
                        record M(int a) implements ToServer {}
                        interface Q<T> {
                            T get();
                        }
                        record N(Integer get) implements ToClient, Q<Integer> {}
                        """),
                of("hidden-variable", """
                        record String1<String>(String a, List<String> b) {}
                        record M(String1<Integer> p, String1<String> q) implements ToServer, ToClient {}
                        """),
                of("union", """
                        sealed interface R0<T> {
                            record Ok<T>(T value) implements R0<T> {}
                            record Err<T>(String why) implements R0<T> {}
                        }
                        record M(R0<String> a, R0<Integer> b, R0<List<UUID>> c) implements ToServer, ToClient {}
                        """),
                of("sealed-deep", """
                        sealed interface A1 extends ToServer {}
                        sealed interface A2 extends A1 {}
                        sealed interface A3 extends A2, ToClient {}
                        record M(int a) implements A3 {}
                        record N(int a) implements A1 {}
                        """),
                of("sealed-diamond", """
                        sealed interface A1 extends ToServer {}
                        sealed interface A2 extends ToServer {}
                        record M(int a) implements A1, A2, ToClient {}
                        """),
                of("sealed-order", """
                        sealed interface U permits U.C, U.B, U.A {
                            record A(int a) implements U {}
                            record B(int a) implements U {}
                            record C(int a) implements U {}
                        }
                        record M(U u, List<U> us, Map<String, U> mu, Optional<U> ou, U[] au)
                                implements ToServer, ToClient {}
                        """),
                of("sealed-empty-records", """
                        sealed interface U {
                            record A() implements U {}
                            record B() implements U {}
                        }
                        record M(U u) implements ToServer, ToClient {}
                        """),
                of("sealed-single", """
                        sealed interface U {
                            record A(int x) implements U {}
                        }
                        record M(U u) implements ToServer, ToClient {}
                        """),
                of("sealed-recursive", """
                        sealed interface Ex {
                            record Num(int n) implements Ex {}
                            record Add(Ex l, Ex r) implements Ex {}
                            record All(List<Ex> xs) implements Ex {}
                        }
                        record M(Ex u) implements ToServer, ToClient {}
                        """),
                of("sealed-enum", """
                        sealed interface U permits U.A, U.K {
                            record A(int x) implements U {}
                            enum K implements U { ONE }
                        }
                        record M(U u) implements ToServer {}
                        """).rejectedWith("STRAIT-106"),
                of("direction-as-component", """
                        record A(int x) implements ToServer {}
                        record B(Optional<ToServer> s, List<ToClient> c) implements ToClient {}
                        """),
                of("only-to-client", "record M(int a) implements ToClient {}"),
                of("only-to-server", "record M(int a) implements ToServer {}"));
    }

    private static OddContract of(String name, String body) {
        return OddContract.chat("generic", name, body);
    }
}
