package dev.tandem.policy.conformance;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ten rules, each of which recognises one resource by what the engine says of it. */
final class ResourceMetadataPack {

    private ResourceMetadataPack() {}

    static Pack pack() {
        return Pack.named("resource-metadata", "1.0.0")
                .defaultLevel(EnforcementLevel.ADVISORY)
                .rule(rule("name-type-urn-props", "identity", r -> r.type().equals(Packs.TYPE)
                        && r.urn().endsWith("::" + Packs.TYPE + "::identity")
                        && r.get("value").boolOr(false)))
                .rule(rule("protect", "protected", r -> r.options().protect()))
                .rule(rule("ignore-changes", "ignoreChanges", r -> r.options().ignoreChanges().contains("value")))
                .rule(rule("delete-before-replace", "deleteBeforeReplace",
                        r -> r.options().deleteBeforeReplace().equals(Optional.of(true))))
                .rule(rule("additional-secret-outputs", "secretOutput",
                        r -> r.options().additionalSecretOutputs().contains("value")))
                .rule(rule("custom-timeouts", "customTimeouts", r -> r.options().createTimeout() == 300))
                .rule(rule("provider", "explicitProvider", r -> r.provider()
                        .filter(p -> p.type().equals("pulumi:providers:simple") && p.name().equals("prov"))
                        .isPresent()))
                .rule(rule("parent", "child", r -> r.parent().filter(p -> p.endsWith("::parent")).isPresent()))
                .rule(stackRule("dependencies", "dependsOn", Resource::dependencies))
                .rule(stackRule("property-dependencies", "propertyDependency",
                        r -> r.propertyDependencies().getOrDefault("value", List.of())))
                .build();
    }

    private static Rule rule(String id, String name, Predicate<Resource> matches) {
        return Rule.resource(id).on(Packs.TYPE).summary("Verifies " + id).check(c -> {
            if (c.resource().name().equals(name) && matches.test(c.resource())) {
                c.violation("metadata matched");
            }
        });
    }

    private static Rule stackRule(String id, String name, java.util.function.Function<Resource, List<String>> urns) {
        return Rule.stack(id).summary("Verifies " + id).checkStack(c -> {
            for (Resource resource : c.graph().ofType(Packs.TYPE)) {
                if (resource.name().equals(name)
                        && urns.apply(resource).stream().anyMatch(u -> u.endsWith("::dependency"))) {
                    c.violation(resource, "metadata matched");
                }
            }
        });
    }
}
