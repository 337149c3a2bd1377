package dev.tandem.preview.report;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.preview.picture.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * What a preview found out about one stack. Immutable; holds no secret.
 *
 * @param region its AWS region; empty when neither configuration nor a provider says
 * @param policy what the policy pack found, with the stack's name, how it ends and why it could not be finished
 * @param incomplete URNs of remote components, which only their own provider could expand
 * @param resources the plan, by URN
 * @param architecture what the plan builds, for a picture
 * @param recovery how long a failover takes; empty when the program does not say
 * @param cost the monthly bill; empty when the preview could not be finished
 * @param log what program and pack logged as information and warnings
 */
public record StackReport(
        String region,
        PolicyResult policy,
        List<String> incomplete,
        List<PlannedResource> resources,
        Architecture architecture,
        Optional<RecoveryBudget> recovery,
        Optional<Cost> cost,
        List<LogLine> log) {

    public StackReport {
        incomplete = List.copyOf(incomplete);
        resources = List.copyOf(resources);
        log = List.copyOf(log);
    }

    /** A stack that could not be previewed. */
    public static StackReport failed(String stack, String region, ExitCode code, List<String> problems, List<LogLine> log) {
        return new StackReport(region, PolicyResult.failed(stack, code.number(), problems), List.of(), List.of(),
                Architecture.EMPTY, Optional.empty(), Optional.empty(), log);
    }

    /** The stack's name. */
    public String stack() {
        return policy.stack();
    }

    /** How this stack ends. */
    public ExitCode exitCode() {
        return ExitCode.of(policy.exitCode());
    }

    /** Why the preview could not be finished, for the user; empty when it was. */
    public List<String> problems() {
        return policy.problems();
    }

    /** Violations, mandatory first and waived last. */
    public List<ReportedFinding> findings() {
        return policy.findings();
    }

    /** Rules that wait for a value that is known only after the deployment. */
    public List<UndecidedRule> undecided() {
        return policy.undecided();
    }

    /** Every rule of the pack with its outcomes, sorted by id; empty without a pack. */
    public List<ReportedRule> rules() {
        return policy.rules();
    }

    /** How many resources the program manages: neither components nor providers nor the stack. */
    public long managed() {
        return resources.stream().filter(PlannedResource::managed).count();
    }

    /**
     * A resource of the plan.
     *
     * @param parent URN; empty for the stack and for default providers
     * @param provider URN of the provider resource; empty for components, providers and the stack
     * @param region the provider's region; empty when it has none or it is unknown
     * @param managed whether a provider manages it
     */
    public record PlannedResource(
            String urn, String type, String name, String parent, String provider, String region, boolean managed) {}

    /** A message of program or pack; level is info or warning, urn may be empty. */
    public record LogLine(String level, String message, String urn) {}
}
