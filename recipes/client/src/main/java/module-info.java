/** An application on the module path that is a client only. */
module com.acme.weather {
    requires dev.strait.client;
    requires static jakarta.validation;
}
