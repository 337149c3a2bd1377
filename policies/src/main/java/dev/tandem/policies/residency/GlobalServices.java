package dev.tandem.policies.residency;

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
        for (String module : new String[] {
            "iam", "route53", "organizations", "budgets", "costexplorer", "cur", "bcmdata", "account", "waf", "shield",
            "globalaccelerator", "networkmanager", "route53domains", "route53recoveryreadiness",
            "route53recoverycontrol", "fms", "chatbot",
        }) {
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

    /** Whether an ARN of this service and region has to be there, such as a certificate for CloudFront. */
    static boolean mustBeThere(String canonicalType, String service, String region) {
        return region.equals("us-east-1")
                && (canonicalType.startsWith("aws:cloudfront/") && (service.equals("acm") || service.equals("wafv2")
                        || service.equals("lambda"))
                    || canonicalType.equals("aws:route53/healthCheck:HealthCheck"));
    }
}
