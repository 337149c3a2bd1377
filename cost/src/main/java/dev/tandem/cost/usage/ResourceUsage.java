package dev.tandem.cost.usage;

import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a usage file says of single resources: they leave the region's quantity and get their own.
 *
 * @param reference as in the file: a name, {@code type::name} where a name is not enough, or a URN
 * @param quantities by meter
 */
public record ResourceUsage(String reference, Map<Meter, BigDecimal> quantities) {

    public ResourceUsage {
        quantities = Map.copyOf(quantities);
    }

    /** Whether the reference means this resource; a type may stand with or without those of its parents. */
    public boolean names(Resource resource) {
        return reference.equals(resource.name())
                || reference.equals(resource.type() + "::" + resource.name())
                || reference.equals(resource.urn());
    }
}
