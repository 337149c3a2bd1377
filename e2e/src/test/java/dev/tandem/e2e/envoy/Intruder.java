package dev.tandem.e2e.envoy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Knocks at a mesh listener with whatever it is given, and believes any server. */
public final class Intruder {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String TLS_1_3 = "TLSv1.3";

    private Intruder() {}

    /** Whether HTTP/2 is spoken with it after a TLS handshake with this certificate, or none. */
    public static boolean served(String host, int port, Optional<TestCa.Issued> certificate) {
        return served(host, port, certificate, TLS_1_3);
    }

    /** The same with a version of TLS, such as {@code TLSv1.2}. */
    public static boolean served(String host, int port, Optional<TestCa.Issued> certificate, String version) {
        try (SSLSocket socket = (SSLSocket) context(certificate).getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            parameters.setProtocols(new String[] {version});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return spoken(socket);
        } catch (IOException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether HTTP/2 is spoken with it in plain text. */
    public static boolean servedInPlaintext(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return spoken(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** An HTTP/2 server begins with SETTINGS, whose first byte is 0; in TLS 1.3 a refused client learns it with this read. */
    private static boolean spoken(Socket socket) throws IOException {
        socket.getOutputStream().write(PREFACE);
        return socket.getInputStream().read() == 0;
    }

    /** Believes any server and presents nothing. */
    static SSLContext believing() {
        try {
            return context(Optional.empty());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(Optional<TestCa.Issued> certificate) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance(TLS_1_3);
        KeyManager[] keys = certificate.isEmpty() ? new KeyManager[0] : keys(certificate.get());
        context.init(keys, new TrustManager[] {new Believer()}, null);
        return context;
    }

    private static KeyManager[] keys(TestCa.Issued issued) throws GeneralSecurityException, IOException {
        Certificate leaf = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(issued.chain().getBytes(StandardCharsets.US_ASCII)));
        byte[] key = Base64.getMimeDecoder().decode(issued.key().replaceAll("-----[A-Z ]+-----", ""));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("it", KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)), new char[0],
                new Certificate[] {leaf});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return new KeyManager[] {new Stubborn((javax.net.ssl.X509ExtendedKeyManager) factory.getKeyManagers()[0])};
    }

    /** Presents its certificate whatever CAs the server names. */
    private static final class Stubborn extends javax.net.ssl.X509ExtendedKeyManager {
        private final javax.net.ssl.X509ExtendedKeyManager keys;

        Stubborn(javax.net.ssl.X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseClientAlias(String[] types, java.security.Principal[] issuers, Socket socket) {
            return "it";
        }

        @Override
        public String[] getClientAliases(String type, java.security.Principal[] issuers) {
            return new String[] {"it"};
        }

        @Override
        public String[] getServerAliases(String type, java.security.Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, java.security.Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public java.security.PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }

    private static final class Believer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
