package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.ParameterStore;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.identity.ca.CaGeneration;
import dev.tandem.mesh.identity.ca.CaSuccession;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the region's trust bundle: its own CAs and the other region's, or what was known of those when it is away. */
final class Bundles {

    private final IssuerSettings settings;
    private final ParameterStore store;
    private final ParameterStore peer;
    private final Authorities authorities;

    Bundles(IssuerSettings settings, ParameterStore store, ParameterStore peer, Authorities authorities) {
        this.settings = settings;
        this.store = store;
        this.peer = peer;
        this.authorities = authorities;
    }

    /** The bundle as it should be; written when it is not. */
    TrustBundle write(List<CaGeneration> own, Instant now, List<String> notices) {
        List<X509Certificate> certificates = new ArrayList<>();
        own.forEach(generation -> certificates.add(generation.certificate()));
        certificates.addAll(peers(now, notices));
        TrustBundle bundle = new TrustBundle(settings.trustDomain(), certificates);
        String name = settings.paths().bundle();
        String text = bundle.toPem();
        if (!store.get(name).equals(Optional.of(text))) {
            store.put(name, text);
        }
        return bundle;
    }

    private List<X509Certificate> peers(Instant now, List<String> notices) {
        try {
            CaSuccession theirs = authorities.read(peer);
            if (theirs.generations().isEmpty()) {
                notices.add(settings.peerRegion() + " has no CA yet: its services are trusted from the next run on");
            }
            return theirs.trusted(now).stream().map(CaGeneration::certificate).toList();
        } catch (IdentityException e) {
            notices.add("the CAs of " + settings.peerRegion() + " could not be read, those known are kept: " + e.getMessage());
            return known(now, notices);
        }
    }

    /** The other region's of the bundle as it is: names of CAs have their region. */
    private List<X509Certificate> known(Instant now, List<String> notices) {
        String name = settings.paths().bundle();
        try {
            List<X509Certificate> all = store.get(name)
                    .map(text -> TrustBundle.parse("parameter " + name, settings.trustDomain(), text).certificates())
                    .orElse(List.of());
            return TrustBundle.notEnded(all, now).stream()
                    .filter(ca -> ca.getSubjectX500Principal().getName().contains("mesh CA " + settings.peerRegion() + " "))
                    .toList();
        } catch (IdentityException e) {
            notices.add("none are known: " + e.getMessage());
            return List.of();
        }
    }
}
