package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdgeRoutesPropertyTest {

    @Provide
    Arbitrary<Set<String>> paths() {
        // Two letters per segment: many paths, so that hashes do meet.
        Arbitrary<String> segment = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(2);
        return segment.list().ofMinSize(1).ofMaxSize(4).map(parts -> "/" + String.join("/", parts)).set().ofMaxSize(400);
    }

    private static EdgeRoutes routes(Set<String> paths) {
        Map<String, String> byService = new HashMap<>();
        paths.forEach(path -> byService.put("service of " + path, path));
        return EdgeRoutes.of(byService);
    }

    @Property(tries = 200)
    @Covers(value = "R4.2", evidence = Covers.Evidence.DESIGNED)
    void prioritiesNeverCollideAndStayInRange(@ForAll("paths") Set<String> paths) {
        EdgeRoutes routes = routes(paths);
        Set<Integer> seen = new HashSet<>();
        for (String path : paths) {
            int priority = routes.priority(path);
            assertThat(priority).isBetween(1, EdgeRoutes.MAX_PRIORITY);
            assertThat(seen.add(priority)).as("priority %s of %s", priority, path).isTrue();
        }
    }

    @Property(tries = 200)
    @Covers(value = "R4.2", evidence = Covers.Evidence.DESIGNED)
    void deeperPathsComeFirst(@ForAll("paths") Set<String> paths) {
        EdgeRoutes routes = routes(paths);
        for (String path : paths) {
            String parent = path.substring(0, path.lastIndexOf('/'));
            if (paths.contains(parent)) {
                assertThat(routes.priority(path)).isLessThan(routes.priority(parent));
            }
        }
    }

    @Property(tries = 100)
    void orderOfDeclarationDoesNotMatter(@ForAll("paths") Set<String> paths) {
        EdgeRoutes routes = routes(paths);
        EdgeRoutes again = routes(new java.util.TreeSet<>(paths).descendingSet());
        assertThat(paths).allSatisfy(path -> assertThat(again.priority(path)).isEqualTo(routes.priority(path)));
    }
}
