package dev.tandem.policy.testing;

import com.google.protobuf.Struct;
import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.wire.StructDecoder;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a pack said of some resources. Ids in assertions are a rule's, or one finding's such as {@code rule[detail]}. A
 * failed assertion throws an {@link AssertionError} that shows all findings and the resources, secrets left out. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * PackTester.of(pack).preview(bucket).assertPasses().assertAdvises("named").assertSilent("no-public-bucket");
 * }</pre>
 */
@PublicApi
public final class PackVerdict {

    /**
     * A rule that could not be decided; {@link #assertUndecided} asks for it.
     *
     * @param rule its id
     * @param urn of the resource, or of the stack
     * @param places {@code <path> <why>}
     */
    public record Undecided(String rule, String urn, List<String> places) {}

    private final Pack pack;
    private final List<TestResource> resources;
    private final List<PackFinding> findings;
    private final List<Undecided> undecided;
    private final List<String> notes;
    private final Map<String, Struct> mended;

    PackVerdict(
            Pack pack,
            List<TestResource> resources,
            List<PackFinding> findings,
            List<Undecided> undecided,
            List<String> notes,
            Map<String, Struct> mended) {
        this.pack = pack;
        this.resources = resources;
        this.findings = List.copyOf(findings);
        this.undecided = List.copyOf(undecided);
        this.notes = List.copyOf(notes);
        this.mended = Map.copyOf(mended);
    }

    /** {@return every finding, in the order said, for assertions that are not here} */
    public List<PackFinding> findings() {
        return findings;
    }

    /**
     * Nothing was found, and nothing was undecided.
     *
     * @return this, for more assertions
     * @throws AssertionError when something was found or undecided, or a rule failed
     */
    public PackVerdict assertClean() {
        return expect(findings.isEmpty() && undecided.isEmpty() && notes.isEmpty(), "no finding and nothing undecided");
    }

    /**
     * Nothing stops the deployment.
     *
     * @return this, for more assertions
     * @throws AssertionError when something mandatory was found
     */
    public PackVerdict assertPasses() {
        return expect(findings.stream().noneMatch(f -> f.level() == EnforcementLevel.MANDATORY), "nothing mandatory");
    }

    /**
     * The deployment is stopped, by each of these at least.
     *
     * @param ids of rules or findings; none for whatever stops it
     * @return this, for more assertions
     * @throws AssertionError when one is missing or not mandatory
     */
    public PackVerdict assertStops(String... ids) {
        expect(findings.stream().anyMatch(f -> f.level() == EnforcementLevel.MANDATORY), "something mandatory");
        return each("mandatory", f -> f.level() == EnforcementLevel.MANDATORY, ids);
    }

    /**
     * Each of these is advised and not waived.
     *
     * @param ids of rules or findings
     * @return this, for more assertions
     * @throws AssertionError when one is missing, mandatory or waived
     */
    public PackVerdict assertAdvises(String... ids) {
        return each("advisory", f -> f.level() == EnforcementLevel.ADVISORY && f.waived().isEmpty(), ids);
    }

    /**
     * Each of these is found, and a waiver or the baseline keeps it from stopping the deployment.
     *
     * @param ids of rules or findings
     * @return this, for more assertions
     * @throws AssertionError when one is missing or not waived
     */
    public PackVerdict assertWaived(String... ids) {
        return each("waived", f -> f.level() == EnforcementLevel.ADVISORY && !f.waived().isEmpty(), ids);
    }

    /**
     * None of these is found, in whatever way.
     *
     * @param ids of rules or findings
     * @return this, for more assertions
     * @throws AssertionError when one was found
     */
    public PackVerdict assertSilent(String... ids) {
        for (String id : ids) {
            expect(findings.stream().noneMatch(f -> f.isCalled(id)), "nothing of '" + id + "'");
        }
        return this;
    }

    /**
     * A rule is undecided because of this property of some resource.
     *
     * @param rule its id
     * @param path in full, from the root of the properties
     * @return this, for more assertions
     * @throws AssertionError when it was decided, or is undecided because of others only
     */
    public PackVerdict assertUndecided(String rule, String path) {
        return expect(
                undecided.stream().anyMatch(
                        u -> u.rule().equals(rule) && u.places().stream().anyMatch(p -> p.startsWith(path + " "))),
                "'" + rule + "' undecided because of '" + path + "'");
    }

    /**
     * A remediation sets this property to this value, secret mark included.
     *
     * @param resource as it was before
     * @param property a top-level name, no path
     * @param value as for {@link Values#of}
     * @return this, for more assertions
     * @throws AssertionError when it was not mended, or to another value
     */
    public PackVerdict assertMended(TestResource resource, String property, Object value) {
        Struct after = mended.get(resource.urn());
        Value set = after == null ? null : StructDecoder.decode(after).get(property);
        Property shown = Property.of(PropertyPath.ROOT, set);
        return expect(
                Values.of(value).equals(set),
                "'" + property + "' of " + resource.urn() + " to be mended to "
                        + Property.of(PropertyPath.ROOT, Values.of(value)).toString().substring(3) + ", which "
                        + (after == null ? "was not mended" : "became " + shown.toString().substring(3)));
    }

    private PackVerdict each(String what, Predicate<PackFinding> wanted, String... ids) {
        for (String id : ids) {
            expect(findings.stream().anyMatch(f -> wanted.test(f) && f.isCalled(id)), "'" + id + "' " + what);
        }
        return this;
    }

    private PackVerdict expect(boolean holds, String expected) {
        if (!holds) {
            String found = findings.isEmpty() ? "\n    nothing" : lines(findings);
            throw new AssertionError("pack '" + pack.name() + "': expected " + expected + "\n  found:" + found
                    + lines(undecided) + lines(notes) + "\n"
                    + resources.stream().map(r -> Describe.resource(r.asOutput())).collect(Collectors.joining("\n")));
        }
        return this;
    }

    private static String lines(List<?> all) {
        return all.stream().map(o -> "\n    " + o).collect(Collectors.joining());
    }
}
