package dev.strait.server;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates and the private key of a server, in PEM files. */
final class TlsFiles {

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END");
    private static final String PKCS8 = "PRIVATE KEY";
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "DSA", "SHA256withDSA");

    /** With forward secrecy only: recorded traffic stays secret if the key is stolen later. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private TlsFiles() {}

    /**
     * Reads both files.
     *
     * @throws IOException if one cannot be read, is of another form, or if the key does not belong to the certificate; the
     *     message says what to do
     */
    static SslContext read(Path certificates, Path privateKey) throws IOException {
        try {
            X509Certificate[] chain = chain(certificates);
            PublicKey known = chain[0].getPublicKey();
            PrivateKey key = key(privateKey, known.getAlgorithm());
            requirePair(known, key, certificates, privateKey);
            return SslContextBuilder.forServer(key, chain)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .ciphers(CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                    .build();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The certificate or the key cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static X509Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (chain.length == 0) {
                throw new CertificateException("there is none");
            }
            return chain;
        } catch (CertificateException unreadable) {
            throw new IOException(file + " has no certificates. It must be a PEM file.", unreadable);
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException, GeneralSecurityException {
        Matcher pem = PEM.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new IOException(file + " has no private key. It must be a PEM file.");
        }
        if (!pem.group(1).equals(PKCS8)) {
            throw new IOException(file + " has a block \"" + pem.group(1)
                    + "\". The key must be in PKCS #8 format without a password, a block \"PRIVATE KEY\". Convert it with"
                    + " openssl pkcs8 -topk8 -nocrypt.");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(2));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException | IllegalArgumentException otherAlgorithm) {
            throw new IOException(file + " has no " + algorithm + " key, which the certificate needs.", otherAlgorithm);
        }
    }

    /** The TLS implementation does not compare them, so that each handshake would fail. */
    private static void requirePair(PublicKey known, PrivateKey key, Path certificates, Path privateKey)
            throws IOException, GeneralSecurityException {
        String algorithm = SIGNATURES.get(known.getAlgorithm());
        if (algorithm == null) {
            return;
        }
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(text);
        if (!signature.verify(signed)) {
            throw new IOException(
                    "The key in " + privateKey + " does not belong to the first certificate in " + certificates + ".");
        }
    }
}
