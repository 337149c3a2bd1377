package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule about rules that matched nothing: often because their type token has a typo, and then nobody would notice.
 * See {@link Pack.Builder#reportUnmatched}. Thread-safe.
 *
 * <pre>{@code
 * boolean typo = UnmatchedRule.matchesNothing(rule, ResourceGraph.of(resources));
 * }</pre>
 */
@PublicApi
public final class UnmatchedRule {

    /** Advisory: rules that looked at types of which this stack has no resource. */
    public static final String ID = "rule-matched-nothing";

    private static final Pattern TOKEN = Pattern.compile("[^:]+:[^:]+:[^:]+");

    private UnmatchedRule() {}

    /** The rule; empty when it would have nothing to look at. */
    static Optional<Rule> of(Collection<Rule> rules, boolean all) {
        List<Rule> watched = rules.stream()
                .filter(r -> !r.types().isEmpty() && (all || r.types().stream().noneMatch(t -> TOKEN.matcher(t).matches())))
                .toList();
        return watched.isEmpty()
                ? Optional.empty()
                : Optional.of(Rule.stack(ID)
                        .summary("Rules match resources")
                        .description("A rule that looks at a type which no resource has says nothing, and nobody notices.")
                        .level(EnforcementLevel.ADVISORY)
                        .checkStack(c -> watched.stream()
                                .filter(r -> matchesNothing(r, c.graph()))
                                .forEach(r -> c.violation(r.id(), message(r, c.graph())))));
    }

    /**
     * {@return whether a rule looks at certain types only, and the stack has no resource of these}
     *
     * @param rule whose types are looked at
     * @param graph all resources of the stack
     */
    public static boolean matchesNothing(Rule rule, ResourceGraph graph) {
        return !rule.types().isEmpty() && rule.types().stream().allMatch(t -> graph.ofType(t).isEmpty());
    }

    private static String message(Rule rule, ResourceGraph graph) {
        TreeSet<String> close = graph.all().stream()
                .map(Resource::type)
                .filter(t -> rule.types().stream().anyMatch(wanted -> isClose(wanted, t)))
                .collect(Collectors.toCollection(TreeSet::new));
        return "rule '" + rule.id() + "' matched nothing: none of the " + graph.all().size() + " resources is a "
                + String.join(" or a ", new TreeSet<>(rule.types()))
                + (close.isEmpty() ? "" : "; there are resources of type " + String.join(", ", close));
    }

    /** The same but for case and the part of the module after a slash, which is what is mistyped most. */
    private static boolean isClose(String one, String other) {
        return simple(one).equals(simple(other));
    }

    private static String simple(String token) {
        return token.toLowerCase(Locale.ROOT).replaceFirst("/[^:]*", "");
    }
}
