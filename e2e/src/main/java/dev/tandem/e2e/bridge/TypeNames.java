package dev.tandem.e2e.bridge;

import dev.tandem.e2e.terraform.Schemas;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the Terraform type that belongs to a Pulumi token: {@code aws_ecs_cluster} to {@code aws:ecs/cluster:Cluster}.
 * The token's name, with or without its module, is the type's; where several fit, the one that shares most properties.
 */
final class TypeNames {

    /** Tokens that no rule leads to their type. */
    private static final Map<String, String> OTHERS = Map.of(
            "aws:lb/loadBalancer:LoadBalancer", "aws_lb",
            "aws:s3/bucketObjectv2:BucketObjectv2", "aws_s3_object");

    private TypeNames() {}

    /**
     * The type.
     *
     * @param properties the token's properties, by Pulumi's names
     * @return empty when the provider has none
     */
    static Optional<String> of(String token, Set<String> properties, Schemas schemas) {
        if (OTHERS.containsKey(token)) {
            return Optional.of(OTHERS.get(token));
        }
        String[] parts = token.split("[:/]");
        String module = parts[1].toLowerCase(Locale.ROOT);
        String name = parts[2].toLowerCase(Locale.ROOT);
        String unversioned = name.replaceFirst("v2$", "");
        List<String> exact = List.of(module + name, name, module + unversioned, unversioned);
        return schemas.types().stream()
                .filter(type -> bare(type).endsWith(unversioned))
                .max(Comparator.comparingDouble(type -> (exact.contains(bare(type)) ? 1 : 0) + (bare(type).contains(module) ? 0.5 : 0)
                        + 2 * shared(properties, type, schemas)));
    }

    private static String bare(String type) {
        return type.substring("aws_".length()).replace("_", "");
    }

    /** Which part of all the properties both have, from 0 to 1. */
    private static double shared(Set<String> properties, String type, Schemas schemas) {
        Set<String> arguments = schemas.resource(type).type().members().keySet();
        int both = PropertyNames.of(type, arguments, properties).size();
        return (double) both / (properties.size() + arguments.size() - both);
    }
}
