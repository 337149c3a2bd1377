package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The weights that a route gets: those of the document, but none for a version that has no members, since Envoy answers
 * such a share with 503 instead of choosing again. What the empty versions would have got is shared out in proportion.
 */
final class EffectiveWeights {

    /** What weights sum to. */
    static final int TOTAL = 100;

    private EffectiveWeights() {}

    /**
     * Weight of each version that gets one, by version name; they sum to 100. When all versions with a weight are empty, the
     * other versions' members do not stand in: the document decides, and the weights stay as it says.
     */
    static Map<String, Integer> of(RouteDocument document, Set<String> emptyClusters) {
        List<ServiceVersion> weighted =
                document.versions().stream().filter(version -> version.weight() > 0).toList();
        List<ServiceVersion> alive = weighted.stream()
                .filter(version -> !emptyClusters.contains(Names.cluster(document, version)))
                .toList();
        return share(alive.isEmpty() ? weighted : alive);
    }

    /** Largest remainders: whole percents that sum to 100. */
    private static Map<String, Integer> share(List<ServiceVersion> versions) {
        long sum = versions.stream().mapToLong(ServiceVersion::weight).sum();
        Map<String, Integer> shares = new TreeMap<>();
        int given = 0;
        for (ServiceVersion version : versions) {
            int whole = (int) ((long) version.weight() * TOTAL / sum);
            shares.put(version.name(), whole);
            given += whole;
        }
        List<ServiceVersion> byRemainder = new ArrayList<>(versions);
        byRemainder.sort(Comparator.comparing((ServiceVersion version) -> -((long) version.weight() * TOTAL % sum))
                .thenComparing(ServiceVersion::name));
        for (int i = 0; i < TOTAL - given; i++) {
            shares.merge(byRemainder.get(i % byRemainder.size()).name(), 1, Integer::sum);
        }
        return shares;
    }
}
