package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecurityGroupPropertyTest {

    private static final List<String> SERVICES = List.of("auth", "persona", "billing", "search", "mail");

    @Provide
    Arbitrary<Map<String, List<String>>> declared() {
        Arbitrary<List<String>> callers = Arbitraries.of(SERVICES).list().ofMaxSize(6);
        return callers.list().ofSize(SERVICES.size()).map(all -> {
            Map<String, List<String>> byService = new java.util.HashMap<>();
            for (int i = 0; i < SERVICES.size(); i++) {
                byService.put(SERVICES.get(i), all.get(i));
            }
            return byService;
        });
    }

    @Property
    @Covers("R8.3")
    void edgesAreExactlyTheDeclaredCallers(@ForAll("declared") Map<String, List<String>> callersByService) {
        Set<List<String>> declared = new HashSet<>();
        callersByService.forEach((callee, callers) -> callers.forEach(caller -> declared.add(List.of(caller, callee))));

        List<List<String>> edges = new ArrayList<>();
        SecurityGroupPlan.calleesByCaller(callersByService)
                .forEach((caller, callees) -> callees.forEach(callee -> edges.add(List.of(caller, callee))));

        assertThat(edges).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(declared);
    }
}
