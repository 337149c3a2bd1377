package dev.tandem.components.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Trials of services, as arguments of services. Pure. */
public final class StagingPlan {

    private StagingPlan() {}

    /**
     * The trials: named after their services, called by one another as these are, and by no service that is none.
     *
     * @param production the region's services
     * @param staging    where they run
     * @param images     image that a trial runs by service that has one; the service's own where it is the same
     * @param canaries   image of a trial's second version, by service
     * @throws IllegalArgumentException when a service has a trial's name, is none of the region's, or has too long a name
     */
    public static List<MeshServiceArgs> of(
            List<MeshServiceArgs> production, Staging staging, Map<String, ImageRef> images, Map<String, ImageRef> canaries) {
        Map<String, MeshServiceArgs> byName = production.stream()
                .collect(Collectors.toMap(MeshServiceArgs::name, args -> args, (one, other) -> one, TreeMap::new));
        byName.keySet().stream().filter(name -> Staging.production(name).isPresent()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("service " + name + " ends with \"" + Staging.SUFFIX
                    + "\", which names trials in staging: expected another name while there is staging");
        });
        List<MeshServiceArgs> trials = new ArrayList<>();
        new TreeMap<>(images).forEach((name, image) -> {
            MeshServiceArgs service = byName.get(name);
            if (service == null) {
                throw new IllegalArgumentException(
                        "staging tries out \"" + name + "\": expected one of the region's services " + byName.keySet());
            }
            trials.add(service.staged(staging, image, Optional.ofNullable(canaries.get(name)),
                    callers(service, images.keySet()), events(service, images.keySet())));
        });
        return List.copyOf(trials);
    }

    private static List<String> callers(MeshServiceArgs service, Set<String> tried) {
        return service.callers().stream().filter(tried::contains).map(Staging::name).toList();
    }

    private static List<EventSubscription> events(MeshServiceArgs service, Set<String> tried) {
        return service.subscriptions().stream()
                .filter(subscription -> tried.contains(subscription.publisher()))
                .map(subscription -> new EventSubscription(Staging.name(subscription.publisher()), subscription.types()))
                .toList();
    }

    /** Names of the trials among services, sorted. */
    static List<String> names(Iterable<MeshServiceArgs> services) {
        Set<String> names = new TreeSet<>();
        services.forEach(args -> args.staging().ifPresent(staging -> names.add(args.name())));
        return List.copyOf(names);
    }
}
