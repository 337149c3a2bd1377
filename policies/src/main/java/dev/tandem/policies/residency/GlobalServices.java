package dev.tandem.policies.residency;

import dev.tandem.policy.model.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Services that have no region, or only one in the world, and why that is acceptable. Their resources do not count
 * against the region of the provider that manages them.
 * Source: AWS Whitepaper "AWS Fault Isolation Boundaries", appendix on partitional and global services.
 */
final class GlobalServices {

    private static final String NO_PERSONAL_DATA = "control plane in us-east-1, holds names and settings, no personal data";
    private static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        WHY.put("iam", "one for the partition: names of roles, and policies");
        WHY.put("organizations", "accounts and their policies, no data of theirs");
        WHY.put("account", "contacts of the account's owner, kept by AWS as its contract partner");
        WHY.put("route53", "names and addresses, published to everybody by design");
        WHY.put("route53domains", "registrations of names, public by law");
        for (String module : new String[] {"budgets", "costexplorer", "cur", "bcmdata"}) {
            WHY.put(module, "costs by tag and service; tags must not hold personal data");
        }
        for (String module : new String[] {"waf", "shield", "fms", "globalaccelerator", "networkmanager", "chatbot",
            "route53recoveryreadiness", "route53recoverycontrol"}) {
            WHY.put(module, NO_PERSONAL_DATA);
        }
        WHY.put("cloudfront", "edge locations by design; its origin's region is judged");
    }

    private GlobalServices() {}

    /** Why a resource of this type may be managed from any region; empty when it may not. */
    static Optional<String> reason(String canonicalType) {
        int slash = canonicalType.indexOf('/');
        return canonicalType.startsWith("aws:") && slash > 0
                ? Optional.ofNullable(WHY.get(canonicalType.substring(4, slash)))
                : Optional.empty();
    }

    /** As {@link #reason(String)}, for what is only sometimes global: firewalls of distributions are kept in us-east-1. */
    static Optional<String> reason(String canonicalType, Resource resource) {
        boolean edge = canonicalType.startsWith("aws:wafv2/") && (resource.get("scope").isUnknown()
                || resource.get("scope").is("CLOUDFRONT"));
        return edge ? Optional.of("rules of a firewall at the edge, which AWS keeps in us-east-1") : reason(canonicalType);
    }

    /** Whether an ARN of this service and region has to be there, such as a certificate for CloudFront. */
    static boolean mustBeThere(String canonicalType, String service, String region) {
        return region.equals("us-east-1")
                && (canonicalType.startsWith("aws:cloudfront/") && (service.equals("acm") || service.equals("wafv2")
                        || service.equals("lambda"))
                    || canonicalType.equals("aws:route53/healthCheck:HealthCheck"));
    }
}
