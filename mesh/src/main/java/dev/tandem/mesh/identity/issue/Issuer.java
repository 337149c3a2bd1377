package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.ParameterStore;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.SvidVerifier;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.identity.ca.CaGeneration;
import dev.tandem.mesh.identity.ca.CaSuccession;
import dev.tandem.mesh.identity.ca.SigningKey;
import dev.tandem.mesh.identity.ca.SvidCertificates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives the services of a region their identities. Safe to run twice and at the same time as another one: an identity is
 * one parameter, so the later of two is whole, and both are valid; a CA is created once.
 */
public final class Issuer {

    private final IssuerSettings settings;
    private final ParameterStore store;
    private final Keys keys;
    private final AuditLog audit;
    private final Clock clock;
    private final Authorities authorities;
    private final Bundles bundles;

    /**
     * An issuer of a region.
     *
     * @param store the region's parameters
     * @param peer  the other region's, only read
     */
    public Issuer(IssuerSettings settings, ParameterStore store, ParameterStore peer, Keys keys, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.authorities = new Authorities(settings, store, keys, audit);
        this.bundles = new Bundles(settings, store, peer, authorities);
    }

    /**
     * Issues what is due or asked for. A service that fails does not stop the others; see {@link IssueReport#failures()}.
     *
     * @throws IdentityException when a service is unknown, or nothing can be issued at all; then no identity was changed
     */
    public IssueReport run(IssueRequest request) {
        request.services().forEach(this::known);
        Instant now = clock.instant();
        List<String> said = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        CaSuccession cas = authorities.renewed(authorities.read(store), request.rotateCa(), request.by(), now, said);
        CaGeneration signing = cas.signing(now).orElseThrow();
        // Trusted before the first certificate under it is there.
        TrustBundle bundle = bundles.write(cas.trusted(now), now, notices);
        Map<String, IssueReport.Outcome> outcomes = identities(request, signing, bundle, now);
        List<CaGeneration> retired = cas.retired(now);
        authorities.retire(retired, request.by(), "all it signed has ended", now, said);
        if (request.retireCas()) {
            retireNow(request, cas, signing, outcomes, now, said, notices);
        }
        return new IssueReport(outcomes, said, notices);
    }

    private Map<String, IssueReport.Outcome> identities(
            IssueRequest request, CaGeneration signing, TrustBundle bundle, Instant now) {
        SigningKey key = keys.key(signing.keyId());
        SvidVerifier verifier = new SvidVerifier(bundle, clock);
        Map<String, IssueReport.Outcome> outcomes = new TreeMap<>();
        for (String service : settings.services()) {
            outcomes.put(service, identity(service, request, signing, key, verifier, now));
        }
        return outcomes;
    }

    private IssueReport.Outcome identity(String service, IssueRequest request, CaGeneration signing, SigningKey key,
            SvidVerifier verifier, Instant now) {
        Optional<Svid> present = Optional.empty();
        try {
            String name = settings.paths().svid(service);
            Optional<String> text = store.get(name);
            Usable usable = Usable.of(text, "parameter " + name, settings.id(service), signing, verifier, now);
            present = usable.svid();
            boolean forced = request.services().contains(service);
            if (usable.reason().isEmpty() && !forced) {
                return outcome(false, "not due before " + present.orElseThrow().renewAt(), present, false);
            }
            String reason = usable.reason().orElse("asked for");
            Svid made = SvidCertificates.make(signing.certificate(), key, settings.id(service), now, settings.svidLife());
            verifier.verify(made.certificate(), settings.id(service));
            audit.write(new AuditRecord("identity-issued", now, request.by(), reason, settings.region(),
                    settings.id(service).toString(), made.certificate().getSerialNumber().toString(16), made.notAfter(),
                    made.certificate().getIssuerX500Principal().getName()));
            store.putSecret(name, made.toPem());
            return outcome(true, reason, Optional.of(made), false);
        } catch (IdentityException e) {
            return outcome(false, e.getMessage(), present, true);
        }
    }

    private void retireNow(IssueRequest request, CaSuccession cas, CaGeneration signing, Map<String, IssueReport.Outcome> outcomes,
            Instant now, List<String> said, List<String> notices) {
        outcomes.forEach((service, outcome) -> {
            if (outcome.failed()) {
                throw new IdentityException("the old CAs stay: " + service + " may still have an identity of theirs ("
                        + outcome.reason() + "), expected one of generation " + signing.number());
            }
        });
        if (cas.announcing(now)) {
            throw new IdentityException("the old CAs stay: generation " + cas.newest().orElseThrow().number() + " signs from "
                    + cas.newest().orElseThrow().signsFrom() + ", expected that it signs already; run this again then");
        }
        List<CaGeneration> old = cas.trusted(now).stream().filter(ca -> ca.number() < signing.number()).toList();
        authorities.retire(old, request.by(), "asked for", now, said);
        bundles.write(List.of(signing), now, notices);
    }

    private void known(String service) {
        if (!settings.services().contains(service)) {
            throw new IdentityException("service \"" + service + "\" is not in the stack of " + settings.environment() + " in "
                    + settings.region() + ", which has " + settings.services()
                    + Nearest.to(service, settings.services()).map(name -> "; did you mean " + name + "?").orElse("")
                    + ". No identity is issued for services that the program does not declare");
        }
    }

    private static IssueReport.Outcome outcome(boolean issued, String reason, Optional<Svid> svid, boolean failed) {
        return new IssueReport.Outcome(issued, reason, svid.map(Svid::issuedAt), svid.map(Svid::notAfter), failed);
    }
}
