package dev.tandem.mesh.identity;

import java.util.regex.Pattern;

/**
 * The trust domain of a mesh: everything that one set of CAs vouches for. Both regions of an environment share it.
 *
 * <p>The SPIFFE standard (SPIFFE-ID, 2.1) allows more than DNS names. A name constraint on URIs, which keeps a CA to its trust
 * domain, compares host names and asks for a fully qualified one (RFC 5280, 4.2.1.10); so this takes lower-case DNS names
 * of two labels or more and nothing else.
 *
 * @param name such as {@code prod.example.com}; at most 253 characters
 */
public record TrustDomain(String name) {

    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws IdentityException when it is no lower-case DNS name of two labels or more */
    public TrustDomain {
        String problem = problem(name);
        if (problem != null) {
            throw new IdentityException("trust domain \"" + name + "\": " + problem
                    + "; expected a lower-case DNS name of two labels or more, such as prod.example.com");
        }
    }

    /** The SPIFFE ID of the trust domain itself, which its CA certificates carry. */
    public SpiffeId id() {
        return new SpiffeId(this, "");
    }

    @Override
    public String toString() {
        return name;
    }

    private static String problem(String name) {
        if (name == null || name.isEmpty()) {
            return "is empty";
        }
        if (name.length() > LONGEST) {
            return "has " + name.length() + " characters, DNS takes " + LONGEST;
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return "\"" + label + "\" is no label of a lower-case DNS name (a-z, 0-9 and inner hyphens, 1 to 63 characters)";
            }
        }
        if (labels.length < 2) {
            return "has one label, a name constraint needs a fully qualified name";
        }
        String last = labels[labels.length - 1];
        return Character.isDigit(last.charAt(0)) ? "ends in \"" + last + "\", which begins with a digit as IP addresses' do" : null;
    }
}
