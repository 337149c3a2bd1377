package dev.tandem.infra.config;

import dev.tandem.components.chaos.ChaosArgs;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.Section.Expected;
import java.util.List;
import java.util.Optional;

/** Reads {@code tandem:chaos}: experiment templates of AWS Fault Injection Service. */
final class ChaosReader {

    private static final Expected SHAPE = new Expected("an object of services and minutes, or an empty one", "{services: [auth], minutes: 5}");
    private static final int MINUTES = 5;

    private ChaosReader() {}

    /**
     * Nothing by default.
     *
     * @param peer     the other region; {@code null} where it is unusable
     * @param services the region's services
     * @param routes   whether the mesh has route documents
     */
    static Optional<ChaosArgs> read(Section tandem, String peer, List<MeshServiceArgs> services, boolean routes) {
        if (!tandem.has("chaos")) {
            return Optional.empty();
        }
        Section section = tandem.object("chaos", SHAPE);
        if (section == null) {
            return Optional.empty();
        }
        int before = tandem.problemCount();
        List<String> known = services.stream().map(MeshServiceArgs::name).toList();
        List<String> watched = !section.has("services") ? known
                : section.texts("services", known::contains, new Expected("some of the region's services " + known, SHAPE.example()));
        Integer minutes = section.integer("minutes", 1, ChaosArgs.MOST_MINUTES, "minutes that a fault lasts", MINUTES, MINUTES);
        section.rejectUnknown();
        if (tandem.problemCount() > before || peer == null || known.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChaosArgs(watched, minutes, peer, routes));
        } catch (IllegalArgumentException refused) {
            tandem.problem("chaos", refused.getMessage(), SHAPE);
            return Optional.empty();
        }
    }
}
