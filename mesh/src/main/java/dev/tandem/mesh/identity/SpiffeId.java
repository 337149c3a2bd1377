package dev.tandem.mesh.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SPIFFE ID: {@code spiffe://<trust domain><path>}, per the SPIFFE-ID standard, sections 2 and 2.2.
 *
 * @param trustDomain who vouches for it
 * @param path        empty for the trust domain itself, else a slash before each segment and none at the end; segments are of
 *                    letters, digits, dot, hyphen and underscore, and neither {@code .} nor {@code ..}
 */
public record SpiffeId(TrustDomain trustDomain, String path) {

    private static final String SCHEME = "spiffe://";
    /** SPIFFE-ID 2.3: every implementation takes so many bytes, and none may make more. */
    private static final int LONGEST = 2048;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("/ns/([^/]+)/svc/([^/]+)");

    /** @throws IdentityException when the path breaks the standard, or the whole is longer than 2048 bytes */
    public SpiffeId {
        String text = SCHEME + trustDomain.name() + path;
        if (!path.isEmpty()) {
            if (!path.startsWith("/")) {
                throw refused(text, "the path \"" + path + "\" does not start with a slash");
            }
            for (String segment : path.substring(1).split("/", -1)) {
                checkSegment(text, segment);
            }
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) {
            throw new IdentityException("SPIFFE ID in " + trustDomain + " has " + bytes + " bytes, the standard allows " + LONGEST);
        }
    }

    /**
     * The ID of a service: {@code spiffe://<trust domain>/ns/<environment>/svc/<service>}.
     *
     * @throws IdentityException when a name is no lower-case name of letters, digits and hyphens
     */
    public static SpiffeId ofService(TrustDomain trustDomain, String environment, String service) {
        checkName("environment", environment);
        checkName("service", service);
        return new SpiffeId(trustDomain, "/ns/" + environment + "/svc/" + service);
    }

    /**
     * Reads an ID as certificates carry it. Nothing is normalized: upper case in scheme or trust domain, a port, user, query,
     * fragment or percent sign are refused.
     *
     * @throws IdentityException when it is none
     */
    public static SpiffeId parse(String text) {
        if (!text.startsWith(SCHEME)) {
            throw refused(text, "it does not start with " + SCHEME);
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        return new SpiffeId(
                new TrustDomain(slash < 0 ? rest : rest.substring(0, slash)), slash < 0 ? "" : rest.substring(slash));
    }

    /** The service's name, when this is the ID of a service. */
    public Optional<String> service() {
        Matcher matcher = SERVICE.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** As it stands in a certificate. */
    @Override
    public String toString() {
        return SCHEME + trustDomain.name() + path;
    }

    private static void checkSegment(String text, String segment) {
        if (segment.isEmpty()) {
            throw refused(text, "a path segment is empty, or the path ends in a slash");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw refused(text, "\"" + segment + "\" is a relative path segment");
        }
        if (!SEGMENT.matcher(segment).matches()) {
            throw refused(text, "path segment \"" + segment + "\" has other characters than letters, digits, '.', '-' and '_'");
        }
    }

    private static void checkName(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IdentityException(kind + " \"" + name + "\" cannot be part of a SPIFFE ID: expected 1 to 63 of a-z, 0-9 and "
                    + "inner hyphens, beginning with a letter, such as auth");
        }
    }

    private static IdentityException refused(String text, String problem) {
        return new IdentityException("SPIFFE ID \"" + text + "\": " + problem
                + "; expected spiffe://<trust domain>/ns/<environment>/svc/<service>, such as spiffe://prod.example.com/ns/prod/svc/auth");
    }
}
