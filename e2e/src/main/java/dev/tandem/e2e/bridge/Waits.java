package dev.tandem.e2e.bridge;

import dev.tandem.e2e.terraform.Block;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long the provider waits for AWS to finish something: it would wait for up to an hour, and a simulator either is done
 * at once or never will be.
 *
 * @param limit such as {@code 60s}
 */
record Waits(String limit) {

    private static final Set<String> OPERATIONS = Set.of("create", "update", "delete");

    /** Sets the limits that the type has, where the program sets none. */
    void limit(Block block, Map<String, Object> configuration) {
        Block.Nested timeouts = block.blocks().get("timeouts");
        if (timeouts != null && configuration.get("timeouts") == null) {
            Map<String, Object> limits = new TreeMap<>();
            timeouts.block().attributes().keySet().stream().filter(OPERATIONS::contains).forEach(name -> limits.put(name, limit));
            configuration.put("timeouts", timeouts.nesting() == Block.Nesting.ONE ? limits : List.of(limits));
        }
    }
}
