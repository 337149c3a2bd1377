package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** Delivery pipelines: those of type V1 by the month, those of type V2 by the minute. */
final class PipelinePricer implements Pricer {

    private static final String PIPELINE = "aws:codepipeline/pipeline:Pipeline";

    @Override
    public Set<String> types() {
        return Set.of(PIPELINE);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> second = plan.ofType(PIPELINE).stream()
                .filter(p -> Plan.text(p.get("pipelineType")).filter("V2"::equals).isPresent()).toList();
        bill.metered(Items.PIPELINE_MINUTES, second, Meter.PIPELINE_MINUTES, "actions of pipelines");
        plan.ofType(PIPELINE).stream().filter(p -> !second.contains(p))
                .forEach(p -> bill.charge(Items.PIPELINE_ACTIVE, p).add("pipeline " + p.name()));
    }
}
