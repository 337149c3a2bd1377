package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Functions, state machines, APIs and fault injection: charged by use. */
final class ComputePricer implements Pricer {

    private static final String FUNCTION = "aws:lambda/function:Function";
    private static final String MACHINE = "aws:sfn/stateMachine:StateMachine";
    private static final String API = "aws:apigatewayv2/api:Api";
    private static final String REST = "aws:apigateway/restApi:RestApi";
    private static final String EXPERIMENT = "aws:fis/experimentTemplate:ExperimentTemplate";

    @Override
    public Set<String> types() {
        return Set.of(FUNCTION, MACHINE, API, REST, EXPERIMENT);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        bill.metered(Items.LAMBDA_REQUESTS, plan.ofType(FUNCTION), Meter.LAMBDA_REQUESTS, "function runs");
        List<Resource> sharing = new ArrayList<>();
        for (Resource f : plan.ofType(FUNCTION)) {
            bill.own(f, Meter.LAMBDA_GB_SECONDS).ifPresentOrElse(
                    q -> bill.charge(isArm(f) ? Items.LAMBDA_ARM_DURATION : Items.LAMBDA_X86_DURATION, f).quantity(q)
                            .add("function duration of " + f.name()),
                    () -> sharing.add(f));
        }
        bill.byRegion(sharing).forEach((region, all) -> {
            duration(bill, all, true, Items.LAMBDA_ARM_DURATION);
            duration(bill, all, false, Items.LAMBDA_X86_DURATION);
        });
        List<Resource> express = plan.ofType(MACHINE).stream()
                .filter(m -> Plan.text(m.get("type")).filter("EXPRESS"::equals).isPresent()).toList();
        bill.metered(Items.STEP_FUNCTIONS_TRANSITIONS,
                plan.ofType(MACHINE).stream().filter(m -> !express.contains(m)).toList(), Meter.TRANSITIONS,
                "state transitions of workflows");
        bill.metered(Items.STEP_FUNCTIONS_EXPRESS_REQUESTS, express, Meter.EXPRESS_REQUESTS, "express workflow runs");
        for (Resource api : plan.ofType(API)) {
            boolean socket = Plan.text(api.get("protocolType")).filter("WEBSOCKET"::equals).isPresent();
            bill.charge(socket ? Items.API_GATEWAY_WEBSOCKET : Items.API_GATEWAY_HTTP, api)
                    .quantity(bill.usage(Meter.EDGE_REQUESTS)).add((socket ? "WebSocket API " : "HTTP API ") + api.name());
        }
        plan.ofType(REST).forEach(api -> bill.charge(Items.API_GATEWAY_REST, api)
                .quantity(bill.usage(Meter.EDGE_REQUESTS)).add("REST API " + api.name()));
        bill.metered(Items.FIS_ACTION, plan.ofType(EXPERIMENT), Meter.FIS_MINUTES, "fault injection");
    }

    /** The region's usage, split by the number of functions of each architecture. */
    private static void duration(Bill bill, List<Resource> all, boolean arm, ItemKey item) {
        List<Resource> some = all.stream().filter(f -> arm == isArm(f)).toList();
        if (!some.isEmpty()) {
            BigDecimal share = BigDecimal.valueOf(some.size())
                    .divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL128);
            bill.charge(item, some).quantity(bill.usage(Meter.LAMBDA_GB_SECONDS).times(share))
                    .add("function duration, " + (arm ? "ARM64" : "x86_64"));
        }
    }

    private static boolean isArm(Resource function) {
        return Plan.items(function.get("architectures")).stream()
                .anyMatch(a -> Plan.text(a).filter("arm64"::equals).isPresent());
    }
}
