package dev.tandem.infra;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.failover.FailoverPair;
import dev.tandem.components.foundation.RegionalFoundation;
import dev.tandem.components.guard.CostGuard;
import dev.tandem.components.guard.GuardArgs;
import dev.tandem.components.guard.GuardedService;
import dev.tandem.components.guard.QuotaWatch;
import dev.tandem.components.guard.TaskPrice;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.StackConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** From a stack's configuration to its guards: of costs, and of quotas. */
final class Guard {

    private Guard() {}

    /** Declares what the stack chose; nothing by default. */
    static void declare(StackConfig config, RegionalFoundation foundation, FailoverPair pair, ComponentResourceOptions options) {
        GuardArgs args = of(config);
        if (!args.isIdle()) {
            new CostGuard("guard", foundation.ref(), args, pair.exchange(), options);
        }
        if (config.choices().quotaAlarms()) {
            List<Output<String>> zones = Stream.concat(Stream.of(foundation.namespaceZoneId()), pair.zoneId().stream()).toList();
            new QuotaWatch("guard-quotas", foundation.ref(), zones, pair.exchange(), options);
        }
    }

    private static GuardArgs of(StackConfig config) {
        String budget = config.existing().foundation().budgetName()
                .orElse(StackConfig.PROJECT + "-" + config.environment() + "-" + config.region());
        return new GuardArgs(
                config.running().stream().map(service -> guarded(config, service)).toList(),
                config.choices().costAction(), budget, config.choices().taskCheck(), config.choices().chatWebhookSecretArn());
    }

    private static GuardedService guarded(StackConfig config, MeshServiceArgs service) {
        BigDecimal price = TaskPrice.in(config.region())
                .map(prices -> prices.task(service.size().cpuUnits(), service.size().memoryMiB()))
                .orElseGet(() -> {
                    if (config.choices().taskCheck()) {
                        throw new IllegalArgumentException("tandem:taskCheck has no price of a task in " + config.region()
                                + ": the price book knows " + TaskPrice.BY_REGION.keySet().stream().sorted().toList()
                                + "; leave the check out, or add the region's prices");
                    }
                    return BigDecimal.ZERO;
                });
        return new GuardedService(service.name() + "-stable", service.minTasks(), service.maxTasks(), price);
    }
}
