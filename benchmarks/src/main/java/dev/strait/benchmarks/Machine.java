package dev.strait.benchmarks;

/** The machine that a benchmark runs on, for the results file. */
public final class Machine {

    private Machine() {}

    /** Returns text such as {@code JDK 25.0.3+9-LTS, Linux amd64, 2 processors}. */
    public static String describe() {
        return String.format(
                "JDK %s, %s %s, %d processors",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }
}
