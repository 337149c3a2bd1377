package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Web ACLs, certificates and private certificate authorities. */
final class SecurityPricer implements Pricer {

    private static final String ACL = "aws:wafv2/webAcl:WebAcl";
    private static final String GROUP = "aws:wafv2/ruleGroup:RuleGroup";
    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final String AUTHORITY = "aws:acmpca/certificateAuthority:CertificateAuthority";

    @Override
    public Set<String> types() {
        return Set.of(ACL, GROUP, CERTIFICATE, AUTHORITY);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        plan.ofType(ACL).forEach(acl -> acl(plan, bill, acl));
        plan.ofType(GROUP).forEach(g -> bill.charge(Items.WAF_RULE, g).quantity(Plan.count(g.get("rules"), 0, 5))
                .add("rules of rule group " + g.name()));
        plan.ofType(CERTIFICATE).forEach(c -> bill.charge(Items.ACM_PUBLIC, c)
                .noting("a public certificate; one from a private authority is charged by that authority")
                .add("certificate " + c.name()));
        for (Resource ca : plan.ofType(AUTHORITY)) {
            boolean brief = Plan.text(ca.get("usageMode")).filter("SHORT_LIVED_CERTIFICATE"::equals).isPresent();
            bill.saving("do without certificate authority " + ca.name(),
                    bill.charge(brief ? Items.PRIVATE_CA_SHORT_LIVED : Items.PRIVATE_CA_GENERAL, ca)
                            .add("certificate authority " + ca.name()));
        }
    }

    private static void acl(Plan plan, Bill bill, Resource acl) {
        BigDecimal usd = bill.charge(Items.WAF_ACL, acl).add("web ACL " + acl.name());
        Quantity rules = Plan.count(acl.get("rules"), 0, 5);
        usd = usd.add(bill.charge(Items.WAF_RULE, acl).quantity(rules).add("rules of web ACL " + acl.name()));
        List<String> services = plan.ofType(FargateService.TYPE).stream()
                .filter(s -> plan.region(s).equals(plan.region(acl)))
                .map(s -> FargateService.nameOf(plan, s)).distinct().toList();
        Quantity requests = services.stream().map(s -> bill.usage(s, Meter.EDGE_REQUESTS))
                .reduce(Quantity.of(0), (a, b) -> new Quantity(a.value().add(b.value()), b.notes()));
        bill.charge(Items.WAF_REQUESTS, acl).quantity(requests).add("requests inspected by " + acl.name());
        bill.saving("do without web ACL " + acl.name(), usd);
    }
}
