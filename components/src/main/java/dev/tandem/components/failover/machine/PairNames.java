package dev.tandem.components.failover.machine;

/**
 * What the machines call things: names that are known before anything exists, so that a definition is known in a preview.
 *
 * @param project     first part of physical names
 * @param environment second part of them
 * @param accountId   twelve digits
 * @param primary     region that serves normally
 * @param survivor    region that takes over, where the machines live
 * @param record      public name
 * @param alarmTopicArn alarms topic of the survivor
 */
public record PairNames(
        String project, String environment, String accountId, String primary, String survivor, String record,
        String alarmTopicArn) {

    /** {@code PROJECT-ENVIRONMENT}: the cluster, in both regions. */
    public String prefix() {
        return project + "-" + environment;
    }

    /** Table of the machines' own items: lock, pause flag, settings, history. */
    public String controlTable() {
        return prefix() + "-failover";
    }

    /** A function of the pair. */
    public String function(String use) {
        return prefix() + "-failover-" + use;
    }

    /** A machine of the pair. */
    public String machine(String use) {
        return prefix() + "-" + use;
    }

    /** An ARN of this account. */
    public String arn(String service, String region, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
