package dev.tandem.mesh.identity;

import java.time.Clock;

/**
 * A service's identity from its own two parameters. Gives out nothing that a peer would refuse: verifies the certificate
 * against the bundle beside it, as a peer does, and that it is this service's.
 */
public final class ParameterIdentitySource implements IdentitySource {

    private final ParameterStore store;
    private final IdentityPaths paths;
    private final SpiffeId id;
    private final Clock clock;

    /**
     * A source for one service.
     *
     * @param id the ID of the service; refused if it is none of a service
     */
    public ParameterIdentitySource(ParameterStore store, IdentityPaths paths, SpiffeId id, Clock clock) {
        this.store = store;
        this.paths = paths;
        this.id = id;
        this.clock = clock;
        service();
    }

    @Override
    public Identity identity() {
        String bundleName = paths.bundle();
        TrustBundle bundle = TrustBundle.parse("parameter " + bundleName, id.trustDomain(), text(bundleName));
        String svidName = paths.svid(service());
        Svid svid = Svid.parse("parameter " + svidName, text(svidName));
        try {
            new SvidVerifier(bundle, clock).verify(svid.certificate(), id);
        } catch (IdentityException e) {
            throw new IdentityException("parameter " + svidName + " must not be used: " + e.getMessage(), e);
        }
        return new Identity(id, svid, bundle);
    }

    private String service() {
        return id.service().orElseThrow(() -> new IdentityException(
                id + " is no ID of a service, expected spiffe://" + id.trustDomain() + "/ns/<environment>/svc/<service>"));
    }

    private String text(String name) {
        return store.get(name).orElseThrow(() -> new IdentityException("parameter " + name
                + " does not exist; the issuer writes it within an hour, or when invoked for " + service() + ", see docs/mesh-identity.md"));
    }
}
