package dev.tandem.mesh.route;

import java.util.regex.Pattern;

/** The form of SPIFFE trust domains. */
public final class TrustDomains {

    /** What a trust domain is, for messages. */
    public static final String EXPECTED = "a DNS name of at least two labels in lower case, at most 253 characters,"
            + " such as \"prod.example.org\": SPIFFE IDs and the CA's name constraints carry it as their host";

    private static final int LONGEST = 253;
    private static final Pattern DNS_NAME = Pattern.compile(
            "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\.[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private TrustDomains() {}

    /** Whether the text is a DNS name as RFC 1123 has it, lower case, not an IP address. */
    public static boolean isDnsName(String text) {
        return text != null && text.length() <= LONGEST && DNS_NAME.matcher(text).matches();
    }
}
