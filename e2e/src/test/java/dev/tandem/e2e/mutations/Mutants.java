package dev.tandem.e2e.mutations;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli;
import dev.tandem.e2e.stock.StockCli.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs mutated programs, each once: what is asked of them takes seconds. */
public final class Mutants {

    /** What every plan that must be refused is shown to: the stock CLI twice, and Tandem. */
    public static final List<String> FORBIDDEN = List.of(
            "open-security-group", "role-without-boundary", "bucket-without-encryption", "replica-outside-the-eu", "over-the-ceiling");

    private static final Map<String, Tandem.Report> PREVIEWED = new HashMap<>();
    private static final Map<String, Refusal> REFUSED = new HashMap<>();
    private static Map<String, Outcome> cleanPlans;
    private static Tandem.Report clean;
    private static StockCli deployed;

    private Mutants() {}

    /**
     * What the stock CLI and Tandem said of a mutated program.
     *
     * @param planned previews by stack: nothing is deployed but, for the secondary, a primary without the mistake
     * @param applied the attempt to apply the primary to an account that has nothing
     * @param existing how many resources that account has afterwards
     */
    public record Refusal(Map<String, Outcome> planned, Outcome applied, long existing, Tandem.Report tandem) {}

    /** Tandem's preview of a mutated program. */
    public static synchronized Tandem.Report previewed(Mutation mutation) {
        if (FORBIDDEN.contains(mutation.name())) {
            return refused(mutation).tandem();
        }
        return PREVIEWED.computeIfAbsent(mutation.name(), name -> mutated(mutation, clone -> new Tandem(clone).preview()));
    }

    /** Everything about a forbidden program. */
    public static synchronized Refusal refused(Mutation mutation) {
        planned();
        return REFUSED.computeIfAbsent(mutation.name(), name -> mutated(mutation, clone -> {
            Map<String, Outcome> plans = new HashMap<>();
            StockCli empty = new StockCli(clone);
            plans.put(Stacks.PRIMARY, empty.preview(Stacks.PRIMARY));
            plans.put(Stacks.SECONDARY, deployed.preview(Stacks.SECONDARY));
            Outcome applied = empty.up(Stacks.PRIMARY);
            return new Refusal(plans, applied, empty.existing(), new Tandem(clone).preview());
        }));
    }

    /** The stock CLI's previews of the program as it is: the primary's before it is deployed, the secondary's after. */
    public static synchronized Map<String, Outcome> planned() {
        if (cleanPlans == null) {
            cleanPlans = new HashMap<>();
            deployed = new StockCli(SharedClone.get());
            cleanPlans.put(Stacks.PRIMARY, deployed.preview(Stacks.PRIMARY));
            Outcome up = deployed.up(Stacks.PRIMARY);
            if (up.exit() != 0) {
                throw new AssertionError("the primary could not be deployed:\n" + up.text());
            }
            cleanPlans.put(Stacks.SECONDARY, deployed.preview(Stacks.SECONDARY));
        }
        return cleanPlans;
    }

    /** The stock CLI whose account has the primary of the program as it is. */
    public static synchronized StockCli deployed() {
        planned();
        return deployed;
    }

    /** Does something with a mutated program and a CLI whose account has nothing. */
    public static synchronized <T> T with(Mutation mutation, Function<StockCli, T> work) {
        return mutated(mutation, clone -> work.apply(new StockCli(clone)));
    }

    private static <T> T mutated(Mutation mutation, Function<ScratchClone, T> work) {
        ScratchClone clone = SharedClone.get();
        return QuickBuild.with(clone, mutation.file(), compiled -> work.apply(clone));
    }

    /** Tandem's preview of the program as it is. */
    public static synchronized Tandem.Report clean() {
        if (clean == null) {
            clean = new Tandem(SharedClone.get()).preview();
        }
        return clean;
    }
}
