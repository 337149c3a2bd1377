package dev.tandem.mesh.identity;

/**
 * Names of the parameters, the same in every region. The components write the same names into policies.
 *
 * @param project     first part of physical names, such as {@code tandem}
 * @param environment second part of them, such as {@code prod}
 */
public record IdentityPaths(String project, String environment) {

    /** Certificate and key of a service: a SecureString that only this service's tasks may read. */
    public String svid(String service) {
        return root() + "identity/" + service;
    }

    /** CA certificates that are trusted: public, apart from every key. */
    public String bundle() {
        return root() + "bundle";
    }

    /** Below this is a parameter per generation of the region's CA. */
    public String authorities() {
        return root() + "ca";
    }

    /** A generation of the region's CA; written once, never changed. */
    public String authority(int generation) {
        return authorities() + "/" + String.format("%04d", generation);
    }

    private String root() {
        return "/" + project + "/" + environment + "/mesh/";
    }
}
