package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.Block.Attribute;
import dev.tandem.e2e.terraform.Block.Nested;
import dev.tandem.e2e.terraform.Block.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state that a provider is asked to plan towards: what the configuration says, and where it says nothing of a value
 * that the provider may compute, what was there before.
 */
final class ProposedState {

    private ProposedState() {}

    /**
     * Joins configuration and state.
     *
     * @param prior null when the resource is new
     */
    static Map<String, Object> of(Block block, Map<?, ?> prior, Map<?, ?> configuration) {
        Map<String, Object> proposed = new TreeMap<>();
        block.attributes().forEach((name, attribute) -> {
            Object given = configuration.get(name);
            proposed.put(name, given == null && attribute.computed() && prior != null ? prior.get(name) : given);
        });
        block.blocks().forEach((name, nested) ->
                proposed.put(name, nested(nested, prior == null ? null : prior.get(name), configuration.get(name))));
        return proposed;
    }

    private static Object nested(Nested nested, Object prior, Object given) {
        if (given instanceof List<?> items) {
            List<?> before = prior instanceof List<?> list ? new ArrayList<>(list) : List.of();
            List<Object> proposed = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                Object counterpart = nested.nesting() == Nesting.SET ? take(nested.block(), before, items.get(i))
                        : i < before.size() ? before.get(i) : null;
                proposed.add(one(nested.block(), counterpart, items.get(i)));
            }
            return proposed;
        } else if (nested.nesting() == Nesting.MAP && given instanceof Map<?, ?> entries) {
            Map<String, Object> proposed = new TreeMap<>();
            entries.forEach((key, value) -> proposed.put((String) key,
                    one(nested.block(), prior instanceof Map<?, ?> before ? before.get(key) : null, value)));
            return proposed;
        }
        return one(nested.block(), prior, given);
    }

    private static Object one(Block block, Object prior, Object given) {
        return given instanceof Map<?, ?> members ? of(block, prior instanceof Map<?, ?> before ? before : null, members) : given;
    }

    /** Takes that item of a set out that says the same as the configuration, apart from what the provider computed. */
    private static Object take(Block block, List<?> before, Object given) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof Map<?, ?> item && given instanceof Map<?, ?> members && saysTheSame(block, item, members)) {
                return before.remove(i);
            }
        }
        return null;
    }

    private static boolean saysTheSame(Block block, Map<?, ?> prior, Map<?, ?> given) {
        for (Map.Entry<String, Attribute> attribute : block.attributes().entrySet()) {
            Object now = given.get(attribute.getKey());
            if (!(now == null && attribute.getValue().computed())
                    && !Same.same(attribute.getValue().type(), prior.get(attribute.getKey()), now)) {
                return false;
            }
        }
        return block.blocks().keySet().stream()
                .allMatch(name -> Same.same(block.type().members().get(name), prior.get(name), given.get(name)));
    }
}
