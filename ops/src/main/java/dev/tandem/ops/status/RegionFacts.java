package dev.tandem.ops.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.mesh.identity.IdentityPaths;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.Operator;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.audit.AuditLog;
import dev.tandem.ops.canary.AlarmGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Identities, alarms, budget and last changes of a region. Each part that can't be read says why, and hides no other.
 *
 * @param identities age of each service's identity, seconds; renewed at 12 h, ended at 24 h
 * @param alarms     names of the alarms that ring
 * @param budget     what is spent of the region's budget this month; empty when there is none
 * @param changes    audit lines of the last seven days, newest first
 * @param unknown    what could not be read, and why
 */
public record RegionFacts(
        Map<String, Long> identities, List<String> alarms, Optional<Spent> budget, List<String> changes, List<String> unknown) {

    /** An identity that is older was not renewed in time, seconds. */
    public static final long OLD_SECONDS = 13 * 3600L;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int CHANGES = 5;

    /**
     * What is spent, as AWS Budgets knows it, hours late.
     *
     * @param spentUsd    actual, USD
     * @param limitUsd    limit, USD a month
     * @param forecastUsd forecast for the month, USD; 0 when there is none yet
     */
    public record Spent(double spentUsd, double limitUsd, double forecastUsd) {}

    /** Reads a region. */
    public static RegionFacts of(AwsAccess access, String project, String environment, Collection<String> services) {
        List<String> unknown = new ArrayList<>();
        String prefix = project + "-" + environment;
        return new RegionFacts(
                part("identities", unknown, Map.of(), () -> identities(access, new IdentityPaths(project, environment), services)),
                part("alarms", unknown, List.of(), () -> alarms(access, prefix)),
                part("budget", unknown, Optional.empty(), () -> budget(access, prefix)),
                part("changes", unknown, List.of(), () -> changes(access, AuditLog.groupName(project, environment))),
                List.copyOf(unknown));
    }

    private static <T> T part(String name, List<String> unknown, T otherwise, Supplier<T> read) {
        try {
            return read.get();
        } catch (RouteSourceException failure) {
            unknown.add(name + ": " + failure.getMessage());
            return otherwise;
        }
    }

    private static Map<String, Long> identities(AwsAccess access, IdentityPaths paths, Collection<String> services) {
        Map<String, Long> ages = new TreeMap<>();
        if (services.isEmpty()) {
            return ages;
        }
        Map<String, String> names = new TreeMap<>();
        services.forEach(service -> names.put(paths.svid(service), service));
        try (SsmClient ssm = access.client(SsmClient.builder())) {
            List<String> all = List.copyOf(names.keySet());
            for (int from = 0; from < all.size(); from += 10) {
                List<String> page = all.subList(from, Math.min(all.size(), from + 10));
                // Without decryption: the age is all that is wanted, and the key stays where it is.
                for (Parameter parameter : ssm.getParameters(request -> request.names(page).withDecryption(false)).parameters()) {
                    ages.put(names.get(parameter.name()), Duration.between(parameter.lastModifiedDate(), Instant.now()).toSeconds());
                }
            }
            return ages;
        } catch (SdkException failure) {
            throw AwsFailures.explain("ssm:GetParameters", "identities in " + access.region(), failure);
        }
    }

    private static List<String> alarms(AwsAccess access, String prefix) {
        try (CloudWatchClient cloudWatch = access.client(CloudWatchClient.builder())) {
            return AlarmGate.ringing(cloudWatch, prefix + "-");
        }
    }

    /** Budgets are global and answer in us-east-1; the budget's name has the region. */
    private static Optional<Spent> budget(AwsAccess access, String prefix) {
        AwsAccess global = new AwsAccess("us-east-1", access.profile(), access.endpoint());
        JsonNode answer = new SignedCall(global, "budgets", "budgets.amazonaws.com").json("AWSBudgetServiceGateway.DescribeBudgets",
                JsonNodeFactory.instance.objectNode().put("AccountId", Operator.account(Operator.arn(access))));
        for (JsonNode budget : answer.path("Budgets")) {
            if (budget.path("BudgetName").asText().equals(prefix + "-" + access.region())) {
                JsonNode spent = budget.path("CalculatedSpend");
                return Optional.of(new Spent(spent.path("ActualSpend").path("Amount").asDouble(),
                        budget.path("BudgetLimit").path("Amount").asDouble(), spent.path("ForecastedSpend").path("Amount").asDouble()));
            }
        }
        return Optional.empty();
    }

    private static List<String> changes(AwsAccess access, String group) {
        try (CloudWatchLogsClient logs = access.client(CloudWatchLogsClient.builder())) {
            List<FilteredLogEvent> events = logs.filterLogEventsPaginator(request -> request.logGroupName(group)
                            .startTime(Instant.now().minus(WEEK).toEpochMilli())).events().stream()
                    .sorted(java.util.Comparator.comparing(FilteredLogEvent::timestamp).reversed())
                    .toList();
            return events.stream().limit(CHANGES).map(FilteredLogEvent::message).toList();
        } catch (SdkException failure) {
            throw AwsFailures.explain("logs:FilterLogEvents", "log group " + group + " in " + access.region(), failure);
        }
    }
}
