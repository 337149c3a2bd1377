package dev.tandem.cost.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What two reports say of one stack.
 *
 * @param stack its name
 * @param before its bill in the first report; empty when the first does not have it
 * @param after its bill in the second
 * @param differences lines that differ, the largest change first
 */
public record StackChange(String stack, Optional<Reported> before, Optional<Reported> after,
        List<Difference> differences) {

    public StackChange {
        differences = List.copyOf(differences);
    }

    /** Stacks of both reports, in the order of the first, then of the second. */
    public static List<StackChange> between(Map<String, Reported> first, Map<String, Reported> second) {
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        List<StackChange> out = new ArrayList<>();
        for (String name : names) {
            Optional<Reported> before = Optional.ofNullable(first.get(name));
            Optional<Reported> after = Optional.ofNullable(second.get(name));
            out.add(new StackChange(name, before, after, Difference.between(
                    before.map(Reported::lines).orElse(List.of()), after.map(Reported::lines).orElse(List.of()))));
        }
        return out;
    }

    public BigDecimal monthlyBefore() {
        return before.map(Reported::monthlyEur).orElse(BigDecimal.ZERO);
    }

    public BigDecimal monthlyAfter() {
        return after.map(Reported::monthlyEur).orElse(BigDecimal.ZERO);
    }

    /** How far the second bill is over its ceiling; empty when it is not. */
    public Optional<BigDecimal> over() {
        return after.map(r -> r.monthlyEur().subtract(r.ceilingEur())).filter(eur -> eur.signum() > 0);
    }
}
