package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a policy pack found out about one stack. Immutable and thread-safe; lists are in a stable order, so that two
 * judgements of one thing differ in nothing.
 *
 * <pre>{@code
 * if (result.mandatory() > 0) {
 *     result.findings().forEach(f -> System.err.println(f.id() + " " + f.urn()));
 * }
 * }</pre>
 *
 * @param stack the stack's name; empty when not known
 * @param pack what judged; empty when no pack did
 * @param exitCode how a command ends that did nothing else: 0 clean, 1 refused, more when the judgement failed
 * @param problems why the judgement could not be finished, for the user; empty when it was
 * @param gaps what was not judged and why, in sentences; empty when everything was
 * @param findings violations, waived ones too: refusing ones first, then by severity, rule and URN
 * @param undecided rules that wait for a value, by rule and URN
 * @param notApplicable what rules did not judge, by rule and reason
 * @param rules every rule of the pack with its outcomes, by id
 * @param locations where resources are declared, by URN
 */
@PublicApi
public record PolicyResult(
        String stack,
        Optional<PackIdentity> pack,
        int exitCode,
        List<String> problems,
        List<String> gaps,
        List<ReportedFinding> findings,
        List<UndecidedRule> undecided,
        List<NotApplicable> notApplicable,
        List<ReportedRule> rules,
        Locations locations) {

    private static final Comparator<ReportedFinding> WORST_FIRST = Comparator
            .comparing((ReportedFinding f) -> !f.refuses())
            .thenComparing(ReportedFinding::isWaived)
            .thenComparing(f -> f.severity().map(s -> -s.ordinal()).orElse(1))
            .thenComparing(ReportedFinding::rule)
            .thenComparing(ReportedFinding::urn)
            .thenComparing(ReportedFinding::id)
            .thenComparing(ReportedFinding::path)
            .thenComparing(ReportedFinding::message);

    /**
     * Puts every list in its order.
     *
     * @param stack empty when not known
     * @param pack what judged
     * @param exitCode 0 clean, 1 refused, more when the judgement failed
     * @param problems why the judgement could not be finished
     * @param gaps what was not judged
     * @param findings violations, waived ones too
     * @param undecided rules that wait for a value
     * @param notApplicable what rules did not judge
     * @param rules every rule of the pack
     * @param locations where resources are declared
     */
    public PolicyResult {
        problems = List.copyOf(problems);
        gaps = List.copyOf(gaps);
        findings = findings.stream().sorted(WORST_FIRST).toList();
        undecided = undecided.stream()
                .sorted(Comparator.comparing(UndecidedRule::rule).thenComparing(UndecidedRule::urn)).toList();
        notApplicable = notApplicable.stream()
                .sorted(Comparator.comparing(NotApplicable::rule).thenComparing(NotApplicable::reason)).toList();
        rules = rules.stream().sorted(Comparator.comparing(ReportedRule::id)).toList();
    }

    /**
     * {@return a stack that could not be judged}
     *
     * @param stack empty when not known
     * @param exitCode more than 1
     * @param problems why, for the user
     */
    public static PolicyResult failed(String stack, int exitCode, List<String> problems) {
        return new PolicyResult(stack, Optional.empty(), exitCode, problems, List.of(), List.of(), List.of(), List.of(),
                List.of(), Locations.NONE);
    }

    /** {@return how many findings stop a deployment} */
    public long mandatory() {
        return findings.stream().filter(ReportedFinding::refuses).count();
    }

    /** {@return how many findings only advise} */
    public long advisory() {
        return findings.stream().filter(f -> !f.refuses() && !f.isWaived()).count();
    }

    /** {@return how many findings are waived} */
    public long waived() {
        return findings.stream().filter(ReportedFinding::isWaived).count();
    }

    /**
     * {@return the rule of an id; empty when the pack lists none, as with a finding under another name}
     *
     * @param id of a rule, no finding's
     */
    public Optional<ReportedRule> rule(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** {@return the rules in force that judged nothing, because no resource concerned them} */
    public List<ReportedRule> unused() {
        return rules.stream().filter(ReportedRule::isUnused).toList();
    }

    /**
     * {@return where the resource of a URN is declared; empty when that is not known}
     *
     * @param urn of a resource
     */
    public Optional<SourceLocation> location(String urn) {
        return locations.of(urn);
    }

    /**
     * {@return the same result, with every text that comes from resources or rules cleaned}
     *
     * @param clean takes secrets out of a text, such as a {@link dev.tandem.policy.model.Redaction}
     */
    public PolicyResult cleaned(UnaryOperator<String> clean) {
        return new PolicyResult(stack, pack, exitCode, problems.stream().map(clean).toList(),
                gaps.stream().map(clean).toList(), findings.stream().map(f -> f.cleaned(clean)).toList(),
                undecided.stream().map(u -> new UndecidedRule(u.rule(), u.urn(), u.places().stream().map(clean).toList()))
                        .toList(),
                notApplicable.stream().map(n -> new NotApplicable(n.rule(), clean.apply(n.reason()), n.resources()))
                        .toList(),
                rules, locations);
    }

    /**
     * A rule that could not judge a resource: {@code result.undecided().get(0).places()}.
     *
     * @param rule its id
     * @param urn the resource, or the stack
     * @param places a property path and why, each
     */
    @PublicApi
    public record UndecidedRule(String rule, String urn, List<String> places) {
        /**
         * Copies the places.
         *
         * @param rule its id
         * @param urn the resource, or the stack
         * @param places a property path and why, each
         */
        public UndecidedRule {
            places = List.copyOf(places);
        }
    }

    /**
     * A rule that did not apply: {@code result.notApplicable().get(0).reason()}.
     *
     * @param rule its id
     * @param reason in words; empty when not said
     * @param resources how many resources were left out for it; a stack is one
     */
    @PublicApi
    public record NotApplicable(String rule, String reason, int resources) {}

    /**
     * A policy pack: {@code new PolicyResult.PackIdentity("eu-compliance", "1.0.0")}.
     *
     * @param name such as {@code eu-compliance}
     * @param version the version in force; empty when it has none
     */
    @PublicApi
    public record PackIdentity(String name, String version) {}

    /**
     * Where resources are declared, such as
     * {@code new PolicyResult.Locations(Map.of(), Optional.of(SourceLocation.of("Pulumi.yaml")))}.
     *
     * @param byUrn the ones known by file and line
     * @param project the project's file, for all others; empty when there is none
     */
    @PublicApi
    public record Locations(Map<String, SourceLocation> byUrn, Optional<SourceLocation> project) {

        /** Nothing is known. */
        public static final Locations NONE = new Locations(Map.of(), Optional.empty());

        /**
         * Copies the map.
         *
         * @param byUrn by URN
         * @param project for all others
         */
        public Locations {
            byUrn = Map.copyOf(new TreeMap<>(byUrn));
        }

        /**
         * {@return the line that declares the resource, else the project's file, else empty}
         *
         * @param urn of a resource
         */
        public Optional<SourceLocation> of(String urn) {
            return Optional.ofNullable(byUrn.get(urn)).or(() -> project);
        }
    }
}
