package dev.tandem.components.foundation;

import dev.tandem.components.args.Problems;
import dev.tandem.components.edge.CertificatePlan;
import dev.tandem.components.network.Egress;
import dev.tandem.components.network.ExistingNetwork;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.network.NetworkArgs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a regional foundation is made from. Immutable, checked when it is built.
 *
 * @param project                first part of physical names, such as {@code tandem}
 * @param environment            second part of them, such as {@code prod}
 * @param permissionsBoundaryArn policy that every role must carry
 * @param network                region, account, range and zones
 * @param certificate            certificate of the public name; a given one is in this region and account
 * @param repositories           images to keep a repository for: services and what runs beside them
 * @param monthlyBudgetUsd       budget of the region in USD a month
 * @param alarmEmails            who is told of alarms and of the budget; may be empty
 * @param deletionProtection     whether AWS refuses to delete the load balancer
 * @param ownsAuditTrail         whether this region has the trail that records all regions
 * @param logRetentionDays       days that log groups and delivered logs are kept
 * @param adopted                what the account already has
 * @param choices                what it has besides the usual
 */
public record FoundationArgs(
        String project,
        String environment,
        String permissionsBoundaryArn,
        NetworkArgs network,
        CertificatePlan certificate,
        List<String> repositories,
        BigDecimal monthlyBudgetUsd,
        List<String> alarmEmails,
        boolean deletionProtection,
        boolean ownsAuditTrail,
        int logRetentionDays,
        Adopted adopted,
        FoundationChoices choices) {

    /** Retention periods that CloudWatch Logs takes, in days. */
    public static final Set<Integer> RETENTION_DAYS =
            new TreeSet<>(List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653));

    private static final String PIPELINE = "pipeline";
    private static final int LONGEST_BALANCER_NAME = 32;

    /** @throws IllegalArgumentException with everything that is wrong */
    public FoundationArgs {
        repositories = List.copyOf(new TreeSet<>(repositories));
        alarmEmails = List.copyOf(alarmEmails);
        Problems problems = new Problems("RegionalFoundation arguments");
        problems.require(matches(project, "[a-z][a-z0-9]{1,11}"), "project", project,
                "2 to 12 lower-case letters and digits");
        problems.require(matches(environment, "[a-z][a-z0-9]{1,11}"), "environment", environment,
                "2 to 12 lower-case letters and digits, such as \"prod\"");
        problems.require(!PIPELINE.equals(environment), "environment", environment,
                "another name: " + project + "-" + PIPELINE + "-… are the roles of pipelines, and their boundary names them so");
        String region = network.region();
        String account = network.accountId();
        problems.require(matches(permissionsBoundaryArn, "arn:aws:iam::" + account + ":policy/[\\w+=,.@/-]+"),
                "permissionsBoundaryArn", permissionsBoundaryArn, "a policy of account " + account);
        certificate.arn().ifPresent(arn -> problems.require(
                matches(arn, "arn:aws:acm:" + region + ":" + account + ":certificate/[\\w-]+"),
                "certificateArn", arn, "a certificate of account " + account + " in " + region));
        adopted.alarmTopicArn().ifPresent(arn -> problems.require(
                matches(arn, "arn:aws:sns:" + region + ":" + account + ":[\\w-]+"),
                "adopted.alarmTopicArn", arn, "a topic of account " + account + " in " + region));
        adopted.pipelineRoleArn().ifPresent(arn -> problems.require(
                matches(arn, "arn:aws:iam::" + account + ":role/[\\w+=,.@/-]+"),
                "adopted.pipelineRoleArn", arn, "a role of account " + account));
        for (String repository : repositories) {
            problems.require(matches(repository, "[a-z][a-z0-9-]{0,29}"), "repositories", repository,
                    "1 to 30 lower-case letters, digits and dashes");
        }
        problems.require(monthlyBudgetUsd != null && monthlyBudgetUsd.signum() > 0, "monthlyBudgetUsd",
                monthlyBudgetUsd, "more than 0 USD a month");
        for (String email : alarmEmails) {
            problems.require(matches(email, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "alarmEmails", email, "a mail address");
        }
        // A budget notification takes ten addresses: AWS Budgets quota "email subscribers per notification".
        problems.require(alarmEmails.size() <= 10, "alarmEmails", alarmEmails.size() + " addresses", "at most 10");
        problems.require(RETENTION_DAYS.contains(logRetentionDays), "logRetentionDays", logRetentionDays,
                "one of " + RETENTION_DAYS);
        String balancer = project + "-" + environment + "-" + region;
        problems.require(balancer.length() <= LONGEST_BALANCER_NAME, "project and environment", balancer,
                "a load balancer name of at most " + LONGEST_BALANCER_NAME + " characters, found " + balancer.length());
        String module = choices.networkModule().problem(network.egress(), network.existing().isPresent());
        problems.require(module == null, "network.module", choices.networkModule().text(), module);
        problems.throwIfAny();
    }

    private static boolean matches(String value, String pattern) {
        return value != null && value.matches(pattern);
    }

    /** First part of physical names: project and environment. */
    public String prefix() {
        return project + "-" + environment;
    }

    /** Starts with the defaults: project tandem, load balancer protected, no trail, 30 days of logs, 100 USD. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects arguments. Not safe for use by several threads. */
    public static final class Builder {
        private String project = "tandem";
        private String environment;
        private String region;
        private String accountId;
        private String permissionsBoundaryArn;
        private Ipv4Cidr cidr;
        private List<String> zones = List.of();
        private int endpointZones = 1;
        private CertificatePlan certificate;
        private Egress egress = Egress.ENDPOINTS;
        private Set<String> callers = Set.of();
        private boolean dataSubnets;
        private ExistingNetwork existingNetwork;
        private Adopted adopted = Adopted.NOTHING;
        private FoundationChoices choices = FoundationChoices.USUAL;
        private List<String> repositories = List.of();
        private BigDecimal monthlyBudgetUsd = BigDecimal.valueOf(100);
        private List<String> alarmEmails = List.of();
        private boolean deletionProtection = true;
        private boolean ownsAuditTrail;
        private int logRetentionDays = 30;

        private Builder() {}

        /** First part of physical names. */
        public Builder project(String value) {
            project = value;
            return this;
        }

        /** Second part of physical names. */
        public Builder environment(String value) {
            environment = value;
            return this;
        }

        /** AWS region. */
        public Builder region(String value) {
            region = value;
            return this;
        }

        /** AWS account, twelve digits. */
        public Builder accountId(String value) {
            accountId = value;
            return this;
        }

        /** Policy that every role must carry. */
        public Builder permissionsBoundaryArn(String value) {
            permissionsBoundaryArn = value;
            return this;
        }

        /** IPv4 range of the VPC, /16 to /22. */
        public Builder cidr(Ipv4Cidr value) {
            cidr = value;
            return this;
        }

        /** Availability zones, two to four. */
        public Builder zones(List<String> value) {
            zones = value;
            return this;
        }

        /** Zones in which each interface endpoint has an interface. */
        public Builder endpointZones(int value) {
            endpointZones = value;
            return this;
        }

        /** Certificate of the public name, which is there. */
        public Builder certificateArn(String value) {
            certificate = CertificatePlan.given(value);
            return this;
        }

        /** Certificate of the public name. */
        public Builder certificate(CertificatePlan value) {
            certificate = value;
            return this;
        }

        /** How private subnets reach AWS. */
        public Builder egress(Egress value) {
            egress = value;
            return this;
        }

        /** AWS services besides the usual that tasks call: of {@code events}, {@code sns}, {@code sqs}. */
        public Builder callers(Set<String> value) {
            callers = value;
            return this;
        }

        /** Whether each zone has a subnet for databases. */
        public Builder dataSubnets(boolean value) {
            dataSubnets = value;
            return this;
        }

        /** A VPC to adopt; {@code null} makes one. */
        public Builder existingNetwork(ExistingNetwork value) {
            existingNetwork = value;
            return this;
        }

        /** What the account already has. */
        public Builder adopted(Adopted value) {
            adopted = value;
            return this;
        }

        /** What the foundation has besides the usual. */
        public Builder choices(FoundationChoices value) {
            choices = value;
            return this;
        }

        /** Images to keep a repository for. */
        public Builder repositories(List<String> value) {
            repositories = value;
            return this;
        }

        /** Budget in USD a month. */
        public Builder monthlyBudgetUsd(BigDecimal value) {
            monthlyBudgetUsd = value;
            return this;
        }

        /** Who is told of alarms. */
        public Builder alarmEmails(List<String> value) {
            alarmEmails = value;
            return this;
        }

        /** Whether AWS refuses to delete the load balancer. */
        public Builder deletionProtection(boolean value) {
            deletionProtection = value;
            return this;
        }

        /** Whether this region has the trail that records all regions. */
        public Builder ownsAuditTrail(boolean value) {
            ownsAuditTrail = value;
            return this;
        }

        /** Days that logs are kept. */
        public Builder logRetentionDays(int value) {
            logRetentionDays = value;
            return this;
        }

        /** @throws IllegalArgumentException with everything that is wrong */
        public FoundationArgs build() {
            return new FoundationArgs(project, environment, permissionsBoundaryArn,
                    new NetworkArgs(region, accountId, cidr, zones, endpointZones, egress, callers, dataSubnets,
                            Optional.ofNullable(existingNetwork)), certificate, repositories, monthlyBudgetUsd, alarmEmails,
                    deletionProtection, ownsAuditTrail, logRetentionDays, adopted, choices);
        }
    }
}
