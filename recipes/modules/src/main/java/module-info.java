/** An application on the module path. */
module com.acme.echo {
    requires dev.strait.runtime;
    requires dev.strait.server;
    requires static jakarta.validation;
}
