package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataPricersTest {

    private static final String TABLE = "aws:dynamodb/table:Table";

    @Test
    void chargesTablesTheirRecoveryAndReplicasInTheirRegion() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(TABLE, "t", Map.of("billingMode",
                "PAY_PER_REQUEST", "pointInTimeRecovery", Map.of("enabled", true), "streamEnabled", true,
                "replicas", List.of(Map.of("regionName", "eu-west-1")))));

        // Here: 0.1525 reads, 0.6 x 0.7625 = 0.4575 writes, 0.5 x 0.306 = 0.153, 0.5 x 0.2448 = 0.1224,
        // 100,000 stream reads 0.0245 = 0.9099. There: 0.6 x 0.705 = 0.423, 0.5 x 0.283 = 0.1415, 0.5 x 0.22 = 0.11.
        assertThat(report.byRegion().get(Costs.CENTRAL).typical().usd()).isEqualByComparingTo("0.9099");
        assertThat(report.byRegion().get(Costs.WEST).typical().usd()).isEqualByComparingTo("0.6745");
    }

    @Test
    void addsThePollingOfRunningTasks() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(TABLE, "t", Map.of("billingMode",
                        "PAY_PER_REQUEST")).add("aws:kms/key:Key", "k", Map.of())
                .service("auth", TaskShape.SMALL, 2, List.of(Planned.share("FARGATE", 0, 1))));

        // 2 tasks x 2,628,000 s / 5 s x 0.5 = 525,600 units x 0.1525 a million = 0.080154 USD;
        // 2 x 2,628,000 / 300 = 17,520 requests x 0.03 / 10,000 = 0.05256 USD.
        assertThat(line(report, "reads of the route pointer").monthlyUsd()).isEqualByComparingTo("0.080154");
        assertThat(line(report, "decryptions of SecureStrings").monthlyUsd()).isEqualByComparingTo("0.05256");
    }

    @Test
    void doesNotPriceProvisionedTables() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(TABLE, "t", Map.of()));

        assertThat(report.lines()).isEmpty();
        assertThat(report.notPriced()).first().hasToString(
                "aws:dynamodb/table:Table (1): provisioned capacity has no price in the book; PAY_PER_REQUEST has");
    }

    @Test
    void chargesKeysSecretsAndParameters() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .add("aws:kms/key:Key", "data", Map.of("enableKeyRotation", true))
                .add("aws:kms/key:Key", "ca", Map.of("keyUsage", "SIGN_VERIFY"))
                .add("aws:kms/replicaKey:ReplicaKey", "copy", Map.of())
                .add("aws:secretsmanager/secret:Secret", "s", Map.of("replicas",
                        List.of(Map.of("region", "eu-central-1"))))
                .add("aws:ssm/parameter:Parameter", "p", Map.of("type", "String", "value",
                        new dev.tandem.policy.model.Value.Secret(Planned.value("hunter2"))))
                .add("aws:ssm/parameter:Parameter", "a", Map.of("tier", "Advanced")));

        // 3 x 1; 69,000 requests 0.207; 1,000 signatures 0.015; secret and replica 0.40 each; 2,000 reads 0.01;
        // parameters 0 and 0.05; 20,000 calls 0.10 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("4.182");
        assertThat(line(report, "replica of secret s").region()).isEqualTo(Costs.CENTRAL);
        assertThat(line(report, "customer key data").assumption()).contains("rotations adds the price of a key");
        assertThat(report.toString()).doesNotContain("hunter2");
    }

    @Test
    void chargesMessagesAndCompute() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:sqs/queue:Queue", "q", Map.of()).add("aws:sqs/queue:Queue", "f", Map.of("fifoQueue", true))
                .add("aws:sns/topic:Topic", "t", Map.of()).add("aws:cloudwatch/eventBus:EventBus", "b", Map.of())
                .add("aws:cloudwatch/eventTarget:EventTarget", "there",
                        Map.of("arn", "arn:aws:events:eu-west-1:111122223333:event-bus/b"))
                .add("aws:cloudwatch/eventTarget:EventTarget", "here",
                        Map.of("arn", "arn:aws:events:eu-central-1:111122223333:event-bus/b"))
                .add("aws:sfn/stateMachine:StateMachine", "saga", Map.of())
                .add("aws:lambda/function:Function", "arm", Map.of("architectures", List.of("arm64")))
                .add("aws:lambda/function:Function", "x86", Map.of()));

        assertThat(line(report, "FIFO queue requests").monthlyUsd()).isEqualByComparingTo("0.5");
        assertThat(line(report, "custom events").monthlyUsd()).isEqualByComparingTo("0.25");
        assertThat(line(report, "events sent to a bus").resources()).hasSize(1);
        assertThat(line(report, "events sent to a bus").monthlyUsd()).isEqualByComparingTo("0.05");
        assertThat(line(report, "state transitions").monthlyUsd()).isEqualByComparingTo("0.15");
        // Half of 3,125 GB-s each: 1562.5 x 0.0000133334 and x 0.0000166667 USD.
        assertThat(Costs.usd(report, l -> l.description().startsWith("function duration, A")))
                .isEqualByComparingTo("0.0208");
        assertThat(Costs.usd(report, l -> l.description().startsWith("function duration, x")))
                .isEqualByComparingTo("0.0260");
    }

    @Test
    void chargesImagesObjectsAndWhatLeavesTheRegion() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:ecr/repository:Repository", "r", Map.of())
                .add("aws:s3/bucketV2:BucketV2", "b", Map.of())
                .add("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "p", Map.of()));

        // 3 x 0.10; 3 x 0.023; 9,900 x 0.005 / 1000; 1,000 x 0.0004 / 1000; 5 x 0.02 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("0.5189");
    }

    @Test
    void countsAPeeringsDataOnceWhenThePlanHasBothEnds() {
        Planned plan = Planned.in("eu-west-1")
                .add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "p", Map.of())
                .add("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "p", Map.of());

        assertThat(Costs.of(plan).totals().typical().usd()).isEqualByComparingTo("0.1");
    }

    @Test
    void chargesSmallDatabasesAndServerlessCapacity() {
        String cluster = Planned.urn("aws:rds/cluster:Cluster", "c");
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:rds/instance:Instance", "db", Map.of("instanceClass", "db.t4g.micro", "engine", "postgres",
                        "storageType", "gp3", "allocatedStorage", 20))
                .add("aws:rds/cluster:Cluster", "c", Map.of("serverlessv2ScalingConfiguration",
                        Map.of("minCapacity", new java.math.BigDecimal("0.5"), "maxCapacity", 2)))
                .add("aws:rds/clusterInstance:ClusterInstance", "i", Map.of("instanceClass", "db.serverless"),
                        Map.of("clusterIdentifier", List.of(cluster)))
                .add("aws:rds/instance:Instance", "large", Map.of("instanceClass", "db.r6g.large", "engine", "mysql")));

        // 730 x 0.019 = 13.87; 20 x 0.137 = 2.74; 0.5 x 730 x 0.14 = 51.10; 10 x 0.119 = 1.19; 1 M I/O 0.22 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("69.12");
        assertThat(line(report, "capacity of i").atMaximum().usd()).isEqualByComparingTo("204.4");
        assertThat(report.notPriced()).first().hasToString("aws:rds/instance:Instance (1): found db.r6g.large, mysql, "
                + "other storage; the book has postgres, gp3, Single-AZ");
    }
}
