package dev.tandem.preview.check;

import dev.tandem.policy.model.Urn;
import dev.tandem.preview.engine.DeclaredAt;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.Registration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources read from a file. Immutable.
 *
 * @param resources in the file's order
 * @param declarations where the program declares them, by URN, as far as the file says
 * @param gaps what the file leaves out, in sentences
 * @param planned whether they are planned; else they are there
 */
record Snapshot(List<Registration> resources, Map<String, DeclaredAt> declarations, List<String> gaps, boolean planned) {

    Snapshot {
        resources = List.copyOf(resources);
        declarations = Map.copyOf(declarations);
        gaps = List.copyOf(gaps);
    }

    /** The stack of the first resource; empty when there is none. */
    String stack() {
        return urn().map(Urn::stack).orElse("");
    }

    /** The project of the first resource; empty when there is none. */
    String project() {
        return urn().map(Urn::project).orElse("");
    }

    Deployment deployment() {
        Deployment out = new Deployment(project(), stack());
        resources.forEach(out::add);
        return out;
    }

    private Optional<Urn> urn() {
        return resources.stream().flatMap(r -> Urn.read(r.urn()).stream()).findFirst();
    }
}
