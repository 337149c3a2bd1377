package dev.tandem.cli;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.ops.debug.DebugTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a debug task costs: on demand, on ARM64, by the price book. */
final class DebugPrice {

    private static final BigDecimal UNITS = BigDecimal.valueOf(1024);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private DebugPrice() {}

    /** A line of text, in USD; says so where the book has no price. */
    static String of(DebugTask task, String region, long seconds) {
        Optional<BigDecimal> hour = part(Items.FARGATE_ARM_VCPU, region, task.cpuUnits())
                .flatMap(cpu -> part(Items.FARGATE_ARM_MEMORY, region, task.memoryMiB()).map(cpu::add));
        return hour.map(usd -> "costs USD " + usd.setScale(4, RoundingMode.HALF_UP) + " an hour, at most USD "
                        + usd.multiply(BigDecimal.valueOf(seconds)).divide(HOUR, 4, RoundingMode.UP))
                .orElse("what it costs is not known: the price book has no prices of Fargate in " + region);
    }

    private static Optional<BigDecimal> part(ItemKey item, String region, int amount) {
        return PriceBook.bundled().find(item, new Region(region)).map(Price::perOne)
                .map(usd -> usd.multiply(BigDecimal.valueOf(amount)).divide(UNITS));
    }
}
