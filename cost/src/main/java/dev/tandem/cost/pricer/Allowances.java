package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.plan.Component;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * AWS's free allowances of an account and month, as credit lines. Only where a usage file switches them on, because
 * other workloads of the account may use them up. Source: the AWS pricing pages named in the price book's entries.
 */
public final class Allowances {

    private static final Map<ItemKey, Long> FREE = Map.ofEntries(
            Map.entry(Items.CLOUDWATCH_ALARM, 10L), Map.entry(Items.CLOUDWATCH_METRIC, 10L),
            Map.entry(Items.CLOUDWATCH_LOGS_STANDARD, 5L), Map.entry(Items.CLOUDWATCH_DASHBOARD, 3L),
            Map.entry(Items.KMS_REQUESTS, 20_000L), Map.entry(Items.ROUTE53_CHECK, 50L),
            Map.entry(Items.TRANSFER_INTERNET, 100L), Map.entry(Items.DYNAMODB_STORAGE, 25L),
            Map.entry(Items.DYNAMODB_STREAM_READS, 2_500_000L), Map.entry(Items.LAMBDA_REQUESTS, 1_000_000L),
            Map.entry(Items.SQS_STANDARD, 1_000_000L), Map.entry(Items.SNS_PUBLISH, 1_000_000L),
            Map.entry(Items.STEP_FUNCTIONS_TRANSITIONS, 4_000L), Map.entry(Items.XRAY_RECORDED, 100_000L),
            Map.entry(Items.CLOUDWATCH_CANARY_RUN, 100L), Map.entry(Items.COGNITO_USERS, 10_000L),
            Map.entry(Items.PIPELINE_MINUTES, 100L), Map.entry(Items.SNS_HTTP, 100_000L),
            Map.entry(Items.SNS_EMAIL, 1_000L));

    private Allowances() {}

    /** Adds a credit line for each item of the bill that has an allowance; never more than was charged. */
    public static void apply(Bill bill) {
        for (Map.Entry<ItemKey, Long> e : FREE.entrySet().stream()
                .sorted(java.util.Comparator.comparing(x -> x.getKey().toString())).toList()) {
            BigDecimal left = BigDecimal.valueOf(e.getValue());
            for (Bill.Entry charged : new ArrayList<>(bill.entries())) {
                if (charged.price().key().equals(e.getKey())) {
                    BigDecimal taken = charged.line().quantity().min(left);
                    left = left.subtract(taken);
                    credit(bill, charged.line(), charged.price(), taken, e.getValue());
                }
            }
        }
    }

    private static void credit(Bill bill, CostLine of, Price price, BigDecimal quantity, long allowance) {
        if (quantity.signum() > 0 && of.unitPriceUsd().signum() > 0) {
            Money credit = bill.money(quantity.negate().multiply(of.unitPriceUsd()));
            bill.add(new CostLine(Component.SHARED, of.resources(), of.type(), "free allowance: " + of.description(),
                    quantity.negate(), of.unit(), of.unitPriceUsd(), credit, credit, credit, of.region(), of.source(),
                    of.asOf(), of.confidence(), "freeAllowances = true: " + allowance + " " + of.unit()
                            + " of the account and month"), price);
        }
    }

    /** Items that have an allowance. */
    static List<ItemKey> items() {
        return List.copyOf(FREE.keySet());
    }
}
