package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys, the requests that use them, and the decryptions behind SecureStrings that running tasks poll. */
final class KmsPricer implements Pricer {

    private static final String KEY = "aws:kms/key:Key";
    private static final String REPLICA = "aws:kms/replicaKey:ReplicaKey";
    private static final String EXTERNAL_REPLICA = "aws:kms/replicaExternalKey:ReplicaExternalKey";
    private static final String EXTERNAL = "aws:kms/externalKey:ExternalKey";

    @Override
    public Set<String> types() {
        return Set.of(KEY, REPLICA, EXTERNAL, EXTERNAL_REPLICA);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> keys = new ArrayList<>(plan.ofType(KEY));
        keys.addAll(plan.ofType(EXTERNAL));
        for (Resource key : keys) {
            Charge c = bill.charge(Items.KMS_KEY, key);
            if (Plan.isTrue(key.get("enableKeyRotation"))) {
                c.noting("first year: each of the first two rotations adds the price of a key");
            }
            c.add("customer key " + key.name());
        }
        List<Resource> replicas = new ArrayList<>(plan.ofType(REPLICA));
        replicas.addAll(plan.ofType(EXTERNAL_REPLICA));
        replicas.forEach(k -> bill.charge(Items.KMS_REPLICA, k).add("replica key " + k.name()));
        keys.addAll(replicas);
        List<Resource> symmetric = keys.stream().filter(k -> !signs(k)).toList();
        bill.metered(Items.KMS_REQUESTS, symmetric, Meter.KMS_REQUESTS, "requests to symmetric keys");
        bill.metered(Items.KMS_SIGNATURES, keys.stream().filter(KmsPricer::signs).toList(), Meter.KMS_SIGNATURES,
                "requests to asymmetric keys");
        bill.byRegion(symmetric).forEach((region, some) -> polls(plan, bill, region, some));
    }

    private static void polls(Plan plan, Bill bill, Region region, List<Resource> keys) {
        List<FargateService> services = FargateService.of(plan).stream().filter(s -> s.region().equals(region)).toList();
        Quantity seconds = bill.usage(Meter.SECURE_STRING_SECONDS);
        BigDecimal each = Bill.SECONDS.divide(seconds.value(), MathContext.DECIMAL128);
        BigDecimal typical = sum(services.stream().map(s -> s.tasks().typical()).toList());
        BigDecimal most = sum(services.stream().map(s -> s.tasks().maximum()).toList());
        if (most.signum() > 0) {
            bill.charge(Items.KMS_REQUESTS, keys).quantity(Quantity.of(typical.multiply(each)).noting(seconds.notes()))
                    .maximum(most.multiply(each)).add("decryptions of SecureStrings that running tasks poll");
        }
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean signs(Resource key) {
        return Plan.text(key.get("keyUsage")).filter(u -> !u.equals("ENCRYPT_DECRYPT")).isPresent();
    }
}
