package dev.strait.runtime.spi.codec;

/**
 * The property of an object that says which of several records it is. Immutable.
 *
 * @param name the name of the property
 * @param envelope the names that no record declares: the property, and those of the protocol
 */
record Discriminator(String name, NameTable envelope) {

    /** The property of frames, of messages, and of all variants that name no other. */
    static final Discriminator TYPE = new Discriminator("type");

    private Discriminator(String name) {
        this(name, NameTable.of(name, "$room", "$id", "$re", "$trace"));
    }

    static Discriminator of(String name) {
        return name.equals("type") ? TYPE : new Discriminator(name);
    }

    /** Returns the pointer to the property, relative to its object. */
    String pointer() {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
