package dev.strait.tests.soak;

/** What the programs have in common: their parameters, and how they print figures. */
final class Soak {

    private Soak() {}

    /** Returns the system property {@code soak.<name>}, or its default, with which the documented figures were measured. */
    static int parameter(String name, int byDefault) {
        return Integer.getInteger("soak." + name, byDefault);
    }

    /** Prints a line of figures. */
    static void print(String program, String figures) {
        System.out.println("soak: " + program + ": " + figures);
    }
}
