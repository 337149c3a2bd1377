package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.ParameterStore;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.identity.ca.CaCertificates;
import dev.tandem.mesh.identity.ca.CaGeneration;
import dev.tandem.mesh.identity.ca.CaSuccession;
import dev.tandem.mesh.identity.ca.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The CAs of a region in its parameters. A generation is a parameter that is created and never changed: of two issuers that
 * make the same one, the second finds it there and uses it.
 */
final class Authorities {

    private final IssuerSettings settings;
    private final ParameterStore store;
    private final Keys keys;
    private final AuditLog audit;

    Authorities(IssuerSettings settings, ParameterStore store, Keys keys, AuditLog audit) {
        this.settings = settings;
        this.store = store;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * The CAs of a store.
     *
     * @throws IdentityException when one is of another trust domain, or is garbage
     */
    CaSuccession read(ParameterStore from) {
        List<CaGeneration> generations = new ArrayList<>();
        for (Map.Entry<String, String> parameter : from.below(settings.paths().authorities()).entrySet()) {
            String what = "parameter " + parameter.getKey();
            CaGeneration generation = CaGeneration.parse(what, parameter.getValue());
            try {
                new TrustBundle(settings.trustDomain(), List.of(generation.certificate()));
            } catch (IdentityException e) {
                throw new IdentityException(what + ": " + e.getMessage()
                        + ". A trust domain with live services is not changed in place: migrate as docs/mesh-identity.md says", e);
            }
            generations.add(generation);
        }
        return new CaSuccession(generations);
    }

    /** Makes a new CA when one is due or asked for; says what it did. */
    CaSuccession renewed(CaSuccession present, boolean forced, String by, Instant now, List<String> said) {
        SigningKey key = keys.key(settings.caKey());
        String reason = present.due(key.publicKey(), now).orElse(forced ? "asked for" : null);
        if (reason == null) {
            return present;
        }
        if (present.announcing(now)) {
            CaGeneration next = present.newest().orElseThrow();
            said.add("CA generation " + next.number() + " is announced already, by " + next.by() + ", and signs from "
                    + next.signsFrom() + ": no other was made");
            return present;
        }
        int number = present.nextNumber();
        CaGeneration made = new CaGeneration(number, key.id(),
                CaCertificates.make(key, settings.trustDomain(), settings.region(), number, now), present.nextSignsFrom(now), by);
        if (!store.create(settings.paths().authority(number), made.toJson())) {
            said.add("CA generation " + number + " was made by another run at the same time: that one is used");
            return read(store);
        }
        audit.write(entry("ca-created", made, by, reason, now));
        said.add("CA generation " + number + " was made (" + reason + "); it signs from " + made.signsFrom());
        List<CaGeneration> all = new ArrayList<>(present.generations());
        all.add(made);
        return new CaSuccession(all);
    }

    /** Removes CAs that nothing depends on any more. */
    void retire(List<CaGeneration> gone, String by, String reason, Instant now, List<String> said) {
        for (CaGeneration generation : gone) {
            audit.write(entry("ca-retired", generation, by, reason, now));
            store.delete(settings.paths().authority(generation.number()));
            said.add("CA generation " + generation.number() + " is trusted no more (" + reason + ")");
        }
    }

    private AuditRecord entry(String event, CaGeneration ca, String by, String reason, Instant now) {
        return new AuditRecord(event, now, by, reason, settings.region(), settings.trustDomain().id().toString(),
                ca.certificate().getSerialNumber().toString(16), ca.certificate().getNotAfter().toInstant(),
                ca.certificate().getIssuerX500Principal().getName());
    }
}
