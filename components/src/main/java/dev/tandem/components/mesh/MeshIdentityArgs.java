package dev.tandem.components.mesh;

import dev.tandem.components.args.Problems;
import dev.tandem.components.service.ImageRef;
import java.util.List;
import java.util.TreeSet;

/**
 * What a region's identities are made from. Immutable, checked when it is made.
 *
 * @param trustDomain      trust domain of the mesh, the same in both regions: a DNS name of two labels or more in lower case
 * @param peerRegion       the other region, whose CAs are trusted too
 * @param services         who gets an identity
 * @param issuerImage      image of the issuer's function, in the own registry
 * @param caKeys           names of the KMS keys of CAs; new CAs get the last one. One, or two while a key is replaced
 * @param logRetentionDays days that audit records are kept
 */
public record MeshIdentityArgs(
        String trustDomain, String peerRegion, List<String> services, ImageRef issuerImage, List<String> caKeys, int logRetentionDays) {

    private static final String DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    /** @throws IllegalArgumentException with everything that is wrong */
    public MeshIdentityArgs {
        services = List.copyOf(new TreeSet<>(services));
        caKeys = List.copyOf(caKeys);
        Problems problems = new Problems("MeshIdentity arguments");
        problems.require(trustDomain != null && trustDomain.length() <= 253 && trustDomain.matches(DOMAIN), "trustDomain", trustDomain,
                "a lower-case DNS name of two labels or more, such as \"prod.example.com\"");
        problems.require(!services.isEmpty(), "services", services, "at least one service");
        problems.require(!caKeys.isEmpty() && caKeys.size() <= 2 && caKeys.stream().distinct().count() == caKeys.size(),
                "caKeys", caKeys, "one key, or two different ones while the first is replaced");
        for (String key : caKeys) {
            problems.require(key.matches("[a-z0-9]{1,12}"), "caKeys", key, "1 to 12 lower-case letters and digits");
        }
        problems.throwIfAny();
    }
}
