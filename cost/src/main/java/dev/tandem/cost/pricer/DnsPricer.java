package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hosted zones, also those of Cloud Map, the queries that discovery causes, and health checks with their options. */
final class DnsPricer implements Pricer {

    private static final String ZONE = "aws:route53/zone:Zone";
    private static final String CHECK = "aws:route53/healthCheck:HealthCheck";
    private static final String PRIVATE = "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    private static final String PUBLIC = "aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace";
    private static final String SERVICE = "aws:servicediscovery/service:Service";
    private static final long DEFAULT_TTL = 10;

    @Override
    public Set<String> types() {
        return Set.of(ZONE, CHECK, PRIVATE, PUBLIC, SERVICE);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> zones = new ArrayList<>(plan.ofType(ZONE));
        zones.forEach(z -> bill.charge(Items.ROUTE53_ZONE, z).add("hosted zone " + z.name()));
        bill.metered(Items.ROUTE53_QUERIES, zones.stream().filter(z -> !Plan.isSet(z.get("vpcs"))).toList(),
                Meter.DNS_QUERIES, "queries for public zones");
        for (String type : List.of(PRIVATE, PUBLIC)) {
            plan.ofType(type).forEach(n -> bill.charge(Items.ROUTE53_ZONE, n)
                    .noting("no resource of its own: Cloud Map makes a hosted zone").add("zone of namespace " + n.name()));
        }
        bill.byRegion(plan.ofType(SERVICE).stream().filter(s -> Plan.isSet(s.get("dnsConfig"))).toList())
                .forEach((region, services) -> discovery(bill, services));
        plan.ofType(CHECK).forEach(c -> check(plan, bill, c));
    }

    /** Each refreshing cluster asks once per TTL; the shortest TTL counts. */
    private static void discovery(Bill bill, List<Resource> services) {
        Quantity ttl = services.stream()
                .map(s -> Plan.number(s.get("dnsConfig[0].dnsRecords[0].ttl"), DEFAULT_TTL, DEFAULT_TTL))
                .min(java.util.Comparator.comparing(Quantity::value))
                .orElseThrow();
        Quantity clusters = bill.usage(Meter.REFRESHING_CLUSTERS);
        BigDecimal each = Bill.SECONDS.divide(ttl.value().max(BigDecimal.ONE), MathContext.DECIMAL128);
        bill.charge(Items.ROUTE53_QUERIES, services)
                .quantity(clusters.times(each).noting(ttl.notes())
                        .noting("each asks once per TTL of " + ttl.value().toPlainString() + " s"))
                .add("DNS queries of service discovery");
    }

    private static void check(Plan plan, Bill bill, Resource check) {
        String type = Plan.text(check.get("type")).orElse("HTTPS_STR_MATCH");
        boolean probe = !Set.of("CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL").contains(type);
        boolean outside = probe && isOutside(plan, check);
        Charge c = bill.charge(outside ? Items.ROUTE53_CHECK_OUTSIDE : Items.ROUTE53_CHECK, check);
        if (probe && !outside) {
            c.noting("its endpoint is taken to be in AWS");
        }
        c.add("health check " + check.name());
        int options = probe ? options(check, type) : 0;
        if (options > 0) {
            bill.charge(outside ? Items.ROUTE53_OPTION_OUTSIDE : Items.ROUTE53_OPTION, check).quantity(options)
                    .add("options of health check " + check.name());
        }
    }

    private static int options(Resource check, String type) {
        int https = type.startsWith("HTTPS") ? 1 : 0;
        int match = type.endsWith("_STR_MATCH") ? 1 : 0;
        int fast = Plan.number(check.get("requestInterval"), 30, 30).intValue() < 30 ? 1 : 0;
        int latency = Plan.isTrue(check.get("measureLatency")) ? 1 : 0;
        return https + match + fast + latency;
    }

    /** Known to be elsewhere: a literal name of another domain, in a plan that has no load balancer to stand for it. */
    private static boolean isOutside(Plan plan, Resource check) {
        return Plan.text(check.get("fqdn")).or(() -> Plan.text(check.get("ipAddress")))
                .filter(name -> !name.endsWith(".amazonaws.com"))
                .isPresent() && plan.ofType("aws:lb/loadBalancer:LoadBalancer").isEmpty();
    }
}
