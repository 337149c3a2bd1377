package dev.tandem.policy.examples.gcp;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each bucket must say itself. */
final class Buckets {

    static final String TYPE = "gcp:storage/bucket:Bucket";

    /** Mended rather than refused: nobody has a reason to want object lists beside IAM. */
    static final Rule UNIFORM_ACCESS = Rule.resource("uniform-access")
            .on(TYPE)
            .summary("Access to a bucket is decided by IAM alone")
            .fix("Set uniformBucketLevelAccess to true")
            .level(EnforcementLevel.REMEDIATE)
            .severity(Severity.HIGH)
            .control("CIS Google Cloud Platform Foundation Benchmark", "3.0.0", "5.2")
            .remediate(c -> c.get("uniformBucketLevelAccess").boolOr(false)
                    ? Map.of()
                    : Map.of("uniformBucketLevelAccess", Values.of(true)))
            .build();

    static final Rule LOCATION = Rule.resource("bucket-location")
            .on(TYPE)
            .summary("Buckets lie where the law asks for")
            .fix("Choose one of the locations that are allowed, or have yours added to the configuration")
            .level(EnforcementLevel.MANDATORY)
            .config("locations", Map.of(
                    "type", "array", "items", Map.of("type", "string"), "minItems", 1,
                    "default", List.of("EU", "EUROPE-*")))
            .check(c -> {
                Property location = c.get("location");
                String found = location.stringOr("US").toUpperCase(Locale.ROOT);
                List<String> allowed = c.config().at("locations").strings();
                if (allowed.stream().noneMatch(pattern -> matches(pattern, found))) {
                    c.violation(location, "is in " + found + ", allowed: " + String.join(", ", allowed));
                }
            });

    static final Rule RECOVERABLE = Rule.resource("bucket-recoverable")
            .on(TYPE)
            .summary("What is deleted can be brought back for a while")
            .fix("Set versioning.enabled to true, or a softDeletePolicy of seven days or more")
            .level(EnforcementLevel.ADVISORY)
            .check(c -> {
                long week = 7 * 24 * 3600;
                // Google's own default is a week, so only a shorter time that is written down is one.
                Property kept = c.get("softDeletePolicy.retentionDurationSeconds");
                if (!c.get("versioning.enabled").boolOr(false) && kept.integerOr(week) < week) {
                    c.violation(kept, "versions are not kept, and deleted objects only for " + kept.integerOr(week) + " s");
                }
            });

    private Buckets() {}

    private static boolean matches(String pattern, String location) {
        return pattern.endsWith("*")
                ? location.startsWith(pattern.substring(0, pattern.length() - 1).toUpperCase(Locale.ROOT))
                : location.equalsIgnoreCase(pattern);
    }
}
