package dev.tandem.cost.whatif;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.DidYouMean;
import dev.tandem.cost.usage.Meter;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.whatif.Change.RateKey;
import dev.tandem.cost.whatif.Change.TaskKey;
import dev.tandem.cost.whatif.Change.UsageKey;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to what is priced. The whole plan is priced again with them, so everything that follows from a task count
 * (requests, decryptions, worst case) follows here too. Immutable and thread-safe.
 */
public final class WhatIf {

    private final List<Change> changes;

    private WhatIf(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * Reads changes such as {@code desiredCount=4}, {@code auth.desiredCount=4}, {@code auth.spotPercent=0},
     * {@code logs.standardGb=10}, {@code usdPerEur=1.05}.
     *
     * @throws WhatIfException naming each that is none, with what is expected
     */
    public static WhatIf of(List<String> texts) {
        return new WhatIf(ChangeReader.read(texts));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** As asked for. */
    public List<String> texts() {
        return changes.stream().map(Change::text).toList();
    }

    /** What is priced after the changes, and what they did, in words. */
    public record Changed(List<Resource> resources, UsageAssumptions usage, ExchangeRate rate, List<String> notes) {}

    /** Makes the changes; the later one wins. A service that this plan does not have is left out, with a note. */
    public Changed apply(List<Resource> planned, Region fallback, UsageAssumptions usage, ExchangeRate rate,
            LocalDate today) {
        List<String> notes = new ArrayList<>();
        List<Resource> resources = planned;
        Map<Meter, BigDecimal> region = new EnumMap<>(Meter.class);
        Map<String, Map<Meter, BigDecimal>> services = new LinkedHashMap<>();
        ExchangeRate changedRate = rate;
        for (Change c : changes) {
            if (c.key() instanceof TaskKey key) {
                TaskChange tasks = new TaskChange(new Plan(resources, fallback), c, key);
                resources = tasks.apply(notes);
            } else if (c.key() instanceof UsageKey key) {
                c.service().map(s -> services.computeIfAbsent(s, k -> new EnumMap<>(Meter.class))).orElse(region)
                        .put(key.meter(), c.value());
            } else if (c.key() == RateKey.USD_PER_EUR) {
                changedRate = ChangeReader.rate(c.value(), today);
            }
        }
        Collection<String> known = FargateService.names(new Plan(planned, fallback));
        services.keySet().retainAll(known);
        return new Changed(resources, usage.with(region, services, "--what-if"), changedRate, notes);
    }

    /**
     * Refuses changes of a service that none of the plans has: they would change nothing anywhere.
     *
     * @param services names of the services of all plans
     * @throws WhatIfException naming each, with the nearest
     */
    public void requireServices(Collection<String> services) {
        List<String> faults = new ArrayList<>();
        for (Change c : changes) {
            Optional<String> unknown = c.service().filter(s -> !services.contains(s));
            unknown.ifPresent(s -> faults.add("--what-if '" + c.text() + "': found \"" + s
                    + "\", which is no service of the plan" + DidYouMean.hint(s, services) + "; expected "
                    + (services.isEmpty() ? "no service, as the plan has none"
                            : "one of " + String.join(", ", services.stream().sorted().toList()))));
        }
        if (!faults.isEmpty()) {
            throw new WhatIfException(faults);
        }
    }
}
