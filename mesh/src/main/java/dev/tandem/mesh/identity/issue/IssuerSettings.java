package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.IdentityPaths;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.TrustDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an issuer issues for.
 *
 * @param project     first part of physical names, such as {@code tandem}
 * @param environment second part of them, such as {@code prod}
 * @param trustDomain the mesh's trust domain
 * @param region      AWS region of this issuer
 * @param peerRegion  the other region, whose CAs are trusted too
 * @param services    the services of the stack
 * @param caKey       alias of the KMS key that new CAs get
 * @param dataKey     alias of the customer key for parameters
 * @param role        the issuer's role, for errors
 * @param svidLife    how long an identity lives from its issue; at most {@link Lifetimes#SVID}, since a replaced CA is trusted that
 *                    long after it signed last
 */
public record IssuerSettings(
        String project,
        String environment,
        TrustDomain trustDomain,
        String region,
        String peerRegion,
        List<String> services,
        String caKey,
        String dataKey,
        String role,
        Duration svidLife) {

    /** @throws IdentityException when there is no service, a name cannot be part of a SPIFFE ID, or identities would live too long */
    public IssuerSettings {
        services = services.stream().sorted().distinct().toList();
        if (services.isEmpty()) {
            throw new IdentityException("the issuer has no services, expected the names of the stack's services");
        }
        for (String service : services) {
            SpiffeId.ofService(trustDomain, environment, service);
        }
        if (svidLife.isNegative() || svidLife.isZero() || svidLife.compareTo(Lifetimes.SVID) > 0) {
            throw new IdentityException("identities would live " + svidLife + ", expected more than nothing and at most " + Lifetimes.SVID
                    + ": a CA that was replaced is trusted that long");
        }
    }

    /** With identities that live {@link Lifetimes#SVID}. */
    public IssuerSettings(String project, String environment, TrustDomain trustDomain, String region, String peerRegion,
            List<String> services, String caKey, String dataKey, String role) {
        this(project, environment, trustDomain, region, peerRegion, services, caKey, dataKey, role, Lifetimes.SVID);
    }

    /** The same with identities of another life. */
    public IssuerSettings withSvidLife(Duration life) {
        return new IssuerSettings(project, environment, trustDomain, region, peerRegion, services, caKey, dataKey, role, life);
    }

    /**
     * From environment variables, as the components set them: {@code TANDEM_PROJECT}, {@code TANDEM_ENVIRONMENT},
     * {@code TANDEM_TRUST_DOMAIN}, {@code TANDEM_PEER_REGION}, {@code TANDEM_SERVICES} (comma-separated), {@code TANDEM_CA_KEY},
     * {@code TANDEM_DATA_KEY}, {@code TANDEM_ISSUER_ROLE}, and Lambda's own {@code AWS_REGION}.
     *
     * @throws IdentityException naming all variables that are missing
     */
    public static IssuerSettings of(Map<String, String> environment) {
        List<String> missing = List.of("TANDEM_PROJECT", "TANDEM_ENVIRONMENT", "TANDEM_TRUST_DOMAIN", "AWS_REGION", "TANDEM_PEER_REGION",
                        "TANDEM_SERVICES", "TANDEM_CA_KEY", "TANDEM_DATA_KEY", "TANDEM_ISSUER_ROLE")
                .stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IdentityException("the issuer's environment lacks " + missing + ", which the component MeshIdentity sets");
        }
        return new IssuerSettings(
                environment.get("TANDEM_PROJECT"),
                environment.get("TANDEM_ENVIRONMENT"),
                new TrustDomain(environment.get("TANDEM_TRUST_DOMAIN")),
                environment.get("AWS_REGION"),
                environment.get("TANDEM_PEER_REGION"),
                Arrays.stream(environment.get("TANDEM_SERVICES").split(",")).map(String::strip).toList(),
                environment.get("TANDEM_CA_KEY"),
                environment.get("TANDEM_DATA_KEY"),
                environment.get("TANDEM_ISSUER_ROLE"));
    }

    /** Names of the parameters. */
    public IdentityPaths paths() {
        return new IdentityPaths(project, environment);
    }

    /** The ID of a service. */
    public SpiffeId id(String service) {
        return SpiffeId.ofService(trustDomain, environment, service);
    }
}
