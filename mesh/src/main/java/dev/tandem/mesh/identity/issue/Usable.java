package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.SvidVerifier;
import dev.tandem.mesh.identity.ca.CaGeneration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service has now.
 *
 * @param svid   the identity, when it can be read
 * @param reason why it needs another one; empty when it does not
 */
record Usable(Optional<Svid> svid, Optional<String> reason) {

    static Usable of(Optional<String> text, String what, SpiffeId id, CaGeneration signing, SvidVerifier verifier, Instant now) {
        if (text.isEmpty()) {
            return new Usable(Optional.empty(), Optional.of("it has none"));
        }
        Svid svid;
        try {
            svid = Svid.parse(what, text.get());
        } catch (IdentityException e) {
            return new Usable(Optional.empty(), Optional.of(e.getMessage()));
        }
        try {
            verifier.verify(svid.certificate(), id);
        } catch (IdentityException e) {
            return new Usable(Optional.of(svid), Optional.of(e.getMessage()));
        }
        if (!svid.certificate().getIssuerX500Principal().equals(signing.certificate().getSubjectX500Principal())) {
            return new Usable(Optional.of(svid), Optional.of("the CA is now generation " + signing.number()));
        }
        return new Usable(Optional.of(svid), now.isBefore(svid.renewAt())
                ? Optional.empty() : Optional.of("it is past half of its life, " + svid.renewAt()));
    }
}
