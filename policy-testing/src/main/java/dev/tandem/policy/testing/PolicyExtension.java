package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.UnmatchedRule;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class a pack: a {@link PackTester} for a parameter of that type, a {@link RuleTester} for one with
 * {@link TestedRule}. On request it makes sure, when all tests are done, that each rule was seen to violate and to pass.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PolicyExtension SHOP = PolicyExtension.of(ShopPolicies.pack()).everyRuleTested();
 *
 * @Test
 * void bucketsArePrivate(@TestedRule("no-public-bucket") RuleTester tester) {
 *     tester.on(TestResource.of("aws:s3/bucket:Bucket", "logs").with("acl", "public-read")).assertViolates();
 *     tester.on(TestResource.of("aws:s3/bucket:Bucket", "logs")).assertClean();
 * }
 * }</pre>
 *
 * <p>Thread-safe, so that tests may run in parallel.
 */
@PublicApi
public final class PolicyExtension implements ParameterResolver, AfterAllCallback {

    private final Pack pack;
    private final boolean everyRule;
    private final Map<String, Set<Outcome.Kind>> seen = new ConcurrentHashMap<>();

    private PolicyExtension(Pack pack, boolean everyRule) {
        this.pack = pack;
        this.everyRule = everyRule;
    }

    /**
     * {@return an extension for the tests of this pack}
     *
     * @param pack what is tested
     */
    public static PolicyExtension of(Pack pack) {
        return new PolicyExtension(pack, false);
    }

    /**
     * {@return an extension that fails the class when a rule was not seen to violate, or not seen to pass} What counts are
     * the testers of the extension that is returned.
     */
    public PolicyExtension everyRuleTested() {
        return new PolicyExtension(pack, true);
    }

    /** {@return a tester that runs the whole pack} */
    public PackTester pack() {
        return PackTester.of(pack);
    }

    /**
     * {@return a tester that runs one rule, with the pack's type normalisation}
     *
     * @param id of a rule of the pack
     * @throws IllegalArgumentException when the pack has no such rule
     */
    public RuleTester rule(String id) {
        Rule rule = pack.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("pack '" + pack.name() + "' has no rule '" + id + "', expected one of "
                        + new TreeSet<>(pack.rules().stream().map(Rule::id).toList())));
        return RuleTester.of(rule).typeNormalizer(pack.typeNormalizer()).listener(
                outcome -> seen.computeIfAbsent(id, i -> ConcurrentHashMap.newKeySet()).add(outcome.kind()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PackTester.class || type == RuleTester.class && parameter.isAnnotated(TestedRule.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return parameter.findAnnotation(TestedRule.class).<Object>map(a -> rule(a.value())).orElseGet(this::pack);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(e.getMessage(), e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!everyRule) {
            return;
        }
        StringBuilder missing = new StringBuilder();
        for (Rule rule : pack.rules()) {
            if (rule.id().equals(UnmatchedRule.ID)) {
                continue;
            }
            Set<Outcome.Kind> kinds = seen.getOrDefault(rule.id(), Set.of());
            if (!kinds.contains(Outcome.Kind.VIOLATION)) {
                missing.append("\n  rule '").append(rule.id()).append("' was never seen to violate");
            }
            if (!kinds.contains(Outcome.Kind.PASS)) {
                missing.append("\n  rule '").append(rule.id()).append("' was never seen to pass");
            }
        }
        if (missing.length() > 0) {
            throw new AssertionError("pack '" + pack.name() + "': expected a test of each rule, but" + missing);
        }
    }
}
