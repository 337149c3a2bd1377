package dev.tandem.preview.report;

import java.util.List;
import java.util.Optional;

/**
 * What a preview found out about one stack. Immutable; holds no secret.
 *
 * @param stack the stack's name
 * @param region its AWS region; empty when neither configuration nor a provider says
 * @param exitCode how this stack ends
 * @param problems why the preview could not be finished, for the user; empty when it was
 * @param incomplete URNs of remote components, which only their own provider could expand
 * @param resources the plan, by URN
 * @param findings violations, mandatory first
 * @param undecided rules that wait for a value that is known only after the deployment
 * @param rules every rule of the pack with its outcomes, sorted by id; empty without a pack
 * @param cost the monthly bill; empty when the preview could not be finished
 * @param log what program and pack logged as information and warnings
 */
public record StackReport(
        String stack,
        String region,
        ExitCode exitCode,
        List<String> problems,
        List<String> incomplete,
        List<PlannedResource> resources,
        List<Finding> findings,
        List<Undecided> undecided,
        List<RuleOutcome> rules,
        Optional<Cost> cost,
        List<LogLine> log) {

    public StackReport {
        problems = List.copyOf(problems);
        incomplete = List.copyOf(incomplete);
        resources = List.copyOf(resources);
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
        rules = List.copyOf(rules);
        log = List.copyOf(log);
    }

    /** A stack that could not be previewed. */
    public static StackReport failed(String stack, String region, ExitCode code, List<String> problems, List<LogLine> log) {
        return new StackReport(stack, region, code, problems, List.of(), List.of(), List.of(), List.of(), List.of(),
                Optional.empty(), log);
    }

    /** How many findings stop a deployment. */
    public long mandatory() {
        return findings.stream().filter(Finding::mandatory).count();
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

    /**
     * A violation.
     *
     * @param id stable: the rule, with a detail where one rule finds several things in one resource
     * @param severity low, medium, high or critical; empty when not said
     * @param path the property at fault; empty for the resource as a whole
     * @param fix how to mend it; empty when not said
     */
    public record Finding(String id, String rule, String summary, boolean mandatory, String severity, String urn,
            String path, String message, String fix) {

        /** {@code mandatory} or {@code advisory}. */
        public String level() {
            return mandatory ? "mandatory" : "advisory";
        }
    }

    /** A rule that could not judge a resource; each place is a property path and why. */
    public record Undecided(String rule, String urn, List<String> places) {}

    /**
     * A rule and how often it came out how. A resource rule is counted once for each resource, a stack rule once.
     *
     * @param level mandatory, advisory, remediate or disabled
     */
    public record RuleOutcome(String id, String summary, String level, String severity, int passed, int violated,
            int notApplicable, int undecided) {}

    /** A message of program or pack; level is info or warning, urn may be empty. */
    public record LogLine(String level, String message, String urn) {}
}
