package dev.tandem.e2e.stock;

import dev.tandem.e2e.stock.StockCli.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Both stacks' whole life under the stock CLI, lived once and judged by several tests: planned from an empty clone with
 * nothing built, applied, applied again, destroyed.
 */
final class Lifecycle {

    private static Lifecycle lived;

    final Map<String, Outcome> planned = new HashMap<>();
    final Map<String, Outcome> applied = new HashMap<>();
    final Map<String, Outcome> appliedAgain = new HashMap<>();
    final Map<String, Outcome> destroyed = new HashMap<>();

    /** The account's journal after each step. */
    final Map<String, List<String>> journals = new HashMap<>();

    /** How many resources exist when all is destroyed. */
    long left;

    private Lifecycle() {
        StockCli cli = new StockCli(SharedClone.get());
        Stacks.BOTH.forEach(stack -> planned.put(stack, cli.preview(stack)));
        journals.put("planned", cli.journal());
        Stacks.BOTH.forEach(stack -> applied.put(stack, cli.up(stack)));
        journals.put("applied", cli.journal());
        // What the primary reads of the secondary is there only now.
        cli.up(Stacks.PRIMARY);
        journals.put("settled", cli.journal());
        Stacks.BOTH.forEach(stack -> appliedAgain.put(stack, cli.up(stack)));
        journals.put("applied again", cli.journal());
        List.of(Stacks.SECONDARY, Stacks.PRIMARY).forEach(stack -> destroyed.put(stack, cli.destroy(stack)));
        left = cli.existing();
    }

    static synchronized Lifecycle lived() {
        if (lived == null) {
            lived = new Lifecycle();
        }
        return lived;
    }
}
