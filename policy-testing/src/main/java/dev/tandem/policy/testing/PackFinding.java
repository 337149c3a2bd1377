package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.pack.FindingText;
import dev.tandem.policy.rule.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;

/**
 * One finding of a pack, as the engine would get it. Immutable and thread-safe.
 *
 * <pre>{@code
 * PackFinding first = PackTester.of(pack).preview(bucket).findings().get(0);
 * String where = first.path(); // acl
 * }</pre>
 *
 * @param rule the rule's id
 * @param id the finding's id: the rule's, or {@code rule[detail]}
 * @param urn of the resource, or of the stack
 * @param level {@link EnforcementLevel#MANDATORY} stops the deployment, {@link EnforcementLevel#ADVISORY} does not
 * @param message what was found, without the rule's summary
 * @param path the property, empty for the resource as a whole
 * @param waived why it does not stop the deployment, empty when it is not waived
 */
@PublicApi
public record PackFinding(
        String rule, String id, String urn, EnforcementLevel level, String message, String path, String waived) {

    static PackFinding of(AnalyzeDiagnostic said) {
        FindingText text = FindingText.parse(said.getMessage());
        return new PackFinding(
                said.getPolicyName(),
                text.id().isEmpty() ? said.getPolicyName() : text.id(),
                said.getUrn(),
                EnforcementLevel.valueOf(said.getEnforcementLevel().name()),
                text.message(),
                text.path(),
                text.waived());
    }

    boolean isCalled(String ruleOrFinding) {
        return rule.equals(ruleOrFinding) || id.equals(ruleOrFinding);
    }

    @Override
    public String toString() {
        return level.configName() + " " + id + " on " + urn + (path.isEmpty() ? "" : " at " + path) + ": " + message
                + (waived.isEmpty() ? "" : " (waived " + waived + ")");
    }
}
