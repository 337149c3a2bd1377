package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.pack.LocalPack;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackFactory;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.waiver.WaiverFile;
import dev.tandem.policy.waiver.Waivers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * Runs a whole pack in a test, as a preview of some resources would: remediation, judgement of each resource, then of the
 * stack; with levels, configuration, waivers and a fixed day.
 *
 * <pre>{@code
 * PackTester shop = PackTester.of(ShopPolicies.pack());
 * shop.preview(bucket.with("acl", "public-read")).assertStops("no-public-bucket");
 * shop.configured(Map.of("no-public-bucket", "advisory")).preview(bucket.with("acl", "public-read")).assertPasses();
 * shop.waived(waiversYaml, LocalDate.of(2027, 3, 31)).preview(bucket).assertWaived("no-public-bucket");
 * }</pre>
 *
 * <p>Every method returns a changed copy. Immutable and thread-safe if the rules are.
 */
@PublicApi
public final class PackTester {

    private static final StackInfo PREVIEW = new StackInfo(
            "", TestResource.PROJECT, TestResource.STACK, Map.of(), Set.of(), Map.of(), java.util.Optional.of(true));
    private final PackFactory factory;
    private final StackInfo stack;
    private final Map<String, ?> config;

    private PackTester(PackFactory factory, StackInfo stack, Map<String, ?> config) {
        this.factory = factory;
        this.stack = stack;
        this.config = config;
    }

    /**
     * {@return a tester of a pack that is the same for every stack}
     *
     * @param pack with its own waivers, if any
     */
    public static PackTester of(Pack pack) {
        return of(s -> pack);
    }

    /**
     * {@return a tester of a pack that is built from the stack; by default a preview of stack {@code dev}, project
     * {@code test}}
     *
     * @param factory builds the pack anew for each preview
     */
    public static PackTester of(PackFactory factory) {
        return new PackTester(factory, PREVIEW, Map.of());
    }

    /**
     * The stack that the pack is told about.
     *
     * @param info handed to the factory and to rules
     * @return a changed copy
     */
    public PackTester stack(StackInfo info) {
        return new PackTester(factory, info, config);
    }

    /**
     * Configures the pack as a configuration file does.
     *
     * @param file rule id, or {@code all}, to a level or to an object with {@code enforcementLevel} and properties
     * @return a changed copy
     */
    public PackTester configured(Map<String, ?> file) {
        return new PackTester(factory, stack, file);
    }

    /**
     * Gives the pack waivers, in place of its own.
     *
     * @param waivers with their own clock
     * @return a changed copy
     */
    public PackTester waived(Waivers waivers) {
        PackFactory unwaived = factory;
        return new PackTester(s -> unwaived.create(s).withWaivers(waivers), stack, config);
    }

    /**
     * Gives the pack waivers, in place of its own, on a fixed day.
     *
     * @param yaml the text of a waiver file, called {@code waivers.yaml} in messages
     * @param today in UTC
     * @return a changed copy
     */
    public PackTester waived(String yaml, LocalDate today) {
        Clock noon = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return waived(Waivers.of(WaiverFile.parse("waivers.yaml", yaml)).withClock(noon));
    }

    /**
     * Judges resources as one deployment, in this order. The stack resource is added if it is not among them.
     *
     * @param resources in the order in which a program registers them
     * @return what the pack said of them
     * @throws IllegalArgumentException when the pack cannot be built or configured so
     */
    public PackVerdict preview(TestResource... resources) {
        LocalPack pack = LocalPack.of(factory);
        pack.stack(stack);
        pack.configure(ConfigFile.merged(pack.info(), config));
        return Preview.of(pack, resources);
    }
}
