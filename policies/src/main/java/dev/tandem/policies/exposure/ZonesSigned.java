package dev.tandem.policies.exposure;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * What belongs to a public zone: signatures, so that a forged answer is refused, or a log of queries. A zone inside of networks
 * needs neither.
 */
public final class ZonesSigned implements StackCheck {

    private static final String ZONE = "aws:route53/zone:Zone";

    private final String sibling;
    private final String link;
    private final List<String> inline;
    private final String wrong;

    private ZonesSigned(String sibling, String link, List<String> inline, String wrong) {
        this.sibling = sibling;
        this.link = link;
        this.inline = inline;
        this.wrong = wrong;
    }

    /** DNSSEC. */
    public static ZonesSigned signed() {
        return new ZonesSigned("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", "hostedZoneId", List.of(),
                "answers can be forged: found no HostedZoneDnsSec for this zone, expected one with signingStatus SIGNING");
    }

    /** Logs of queries. */
    public static ZonesSigned logged() {
        return new ZonesSigned("aws:route53/queryLog:QueryLog", "zoneId", List.of("queryLoggingConfig"),
                "who asked for which name leaves no trace: found no QueryLog for this zone, expected one with a log group");
    }

    @Override
    public void check(StackContext context) {
        List<Resource> siblings = context.graph().ofType(sibling);
        context.each(siblings, one -> {
            Property status = one.get("signingStatus");
            if (status.stringOr("SIGNING").equals("NOT_SIGNING")) {
                context.violation(one, status, "the zone is not signed: found " + status + ", expected SIGNING");
            }
        });
        context.each(context.graph().ofType(ZONE), zone -> {
            boolean inside = !Declared.of(zone, "vpcs", "vpcId").isMissing();
            boolean own = inline.stream().anyMatch(path -> !First.nothing(zone.get(path)));
            if (inside || own) {
                return;
            }
            Link best = Links.strongest(siblings, link, zone);
            Links.required(context, zone, best, wrong,
                    "may have one: " + sibling.replaceAll(".*:", "a ") + " exists, for which zone cannot be told");
        });
    }
}
