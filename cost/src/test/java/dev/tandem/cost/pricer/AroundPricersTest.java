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

/** Services around the core: a table of figures, files, canaries, pipelines, subscriptions. */
class AroundPricersTest {

    @Test
    void chargesByHoursElementsAndUse() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .add("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "hub", Map.of())
                .add("aws:route53/resolverEndpoint:ResolverEndpoint", "in",
                        Map.of("ipAddresses", List.of(Map.of("ip", "a"), Map.of("ip", "b"), Map.of("ip", "c"))))
                .add("aws:kinesis/stream:Stream", "clicks", Map.of("shardCount", 4))
                .add("aws:servicediscovery/instance:Instance", "old", Map.of()));

        // 730 x 0.05 = 36.5, 5 x 0.02; 3 x 730 x 0.125 = 273.75; 4 x 730 x 0.017 = 49.64, 1 M x 0.0165; 0.10 USD.
        assertThat(line(report, "transit gateway attachment hub").monthlyUsd()).isEqualByComparingTo("36.5");
        assertThat(line(report, "data through transit gateway attachments").monthlyUsd()).isEqualByComparingTo("0.1");
        assertThat(line(report, "interfaces of resolver endpoint in").monthlyUsd()).isEqualByComparingTo("273.75");
        assertThat(line(report, "shards of stream clicks").monthlyUsd()).isEqualByComparingTo("49.64");
        assertThat(line(report, "records put").monthlyUsd()).isEqualByComparingTo("0.0165");
        assertThat(line(report, "registered instance old").monthlyUsd()).isEqualByComparingTo("0.1");
    }

    @Test
    void chargesFilesAndVolumes() {
        String volume = "aws:ebs/volume:Volume";
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:efs/fileSystem:FileSystem", "shared", Map.of())
                .add("aws:efs/fileSystem:FileSystem", "scratch", Map.of("availabilityZoneName", "eu-central-1a"))
                .add(volume, "data", Map.of("type", "gp3", "size", 100))
                .add(volume, "fast", Map.of("type", "gp3", "size", 100, "iops", 9000)).add(volume, "old", Map.of()));

        // 5 x 0.36; 5 x 0.192; 100 x 0.0952 USD.
        assertThat(report.lines()).extracting(l -> l.description() + " " + l.monthlyUsd().stripTrailingZeros())
                .containsExactlyInAnyOrder("files 1.8", "files in one zone 0.96", "volume data 9.52");
        assertThat(report.notPriced()).extracting(Object::toString).containsExactly(
                "aws:ebs/volume:Volume (1): found gp3 with iops or throughput of its own; the book has gp3 at its base "
                        + "performance",
                "aws:ebs/volume:Volume (1): found gp2; the book has gp3 at its base performance");
    }

    @Test
    void countsRunsOfACanaryFromItsSchedule() {
        String canary = "aws:synthetics/canary:Canary";
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add(canary, "often", Map.of("schedule", Map.of("expression", "rate(1 minute)")))
                .add(canary, "hourly", Map.of("schedule", Map.of("expression", "rate(1 hour)")))
                .add(canary, "once", Map.of("schedule", Map.of("expression", "rate(0 minute)")))
                .add(canary, "odd", Map.of("schedule", Map.of("expression", "cron(0 7 * * ? *)"))));

        // 43,800 x 0.0016 = 70.08; 730 x 0.0016 = 1.168 USD.
        assertThat(line(report, "runs of canary often").monthlyUsd()).isEqualByComparingTo("70.08");
        assertThat(line(report, "runs of canary hourly").monthlyUsd()).isEqualByComparingTo("1.168");
        assertThat(line(report, "runs of canary once").monthlyUsd()).isEqualByComparingTo("0.0016");
        assertThat(report.notPriced()).extracting(Object::toString).containsExactly("aws:synthetics/canary:Canary (1): its "
                + "schedule is no rate of minutes or hours, so its runs are not known");
        assertThat(report.savings()).first().extracting(Object::toString).asString().contains("do without canary often");
    }

    @Test
    void chargesDeliveriesByTheirSubscriptions() {
        String type = "aws:sns/topicSubscription:TopicSubscription";
        CostReport report = Costs.of(Planned.in("eu-central-1").add("aws:sns/topic:Topic", "t", Map.of())
                .add(type, "mail", Map.of("protocol", "email")).add(type, "hook", Map.of("protocol", "https"))
                .add(type, "queue", Map.of("protocol", "sqs")).add(type, "text", Map.of("protocol", "sms")));

        assertThat(line(report, "delivered by e-mail").monthlyUsd()).isEqualByComparingTo("0.0002");
        assertThat(line(report, "delivered by HTTP").monthlyUsd()).isEqualByComparingTo("0.0006");
        assertThat(line(report, "delivered to queue").monthlyUsd()).isEqualByComparingTo("0");
        assertThat(report.notPriced()).extracting(Object::toString).containsExactly(
                type + " (1): deliveries by protocol sms have no price in the book");
    }

    @Test
    void chargesPipelinesApisAndRuntimeMonitoring() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:codepipeline/pipeline:Pipeline", "one", Map.of())
                .add("aws:codepipeline/pipeline:Pipeline", "two", Map.of("pipelineType", "V2"))
                .add("aws:apigateway/restApi:RestApi", "rest", Map.of())
                .add("aws:apigatewayv2/api:Api", "chat", Map.of("protocolType", "WEBSOCKET"))
                .add("aws:guardduty/detectorFeature:DetectorFeature", "run", Map.of("name", "RUNTIME_MONITORING"))
                .add("aws:guardduty/detectorFeature:DetectorFeature", "s3", Map.of("name", "S3_DATA_EVENTS"))
                .service("auth", TaskShape.SMALL, 2, List.of(Planned.share("FARGATE", 0, 1))));

        // 1; 100 x 0.002; 0.5 M x 3.70; 0.5 M x 1.14; 2 x 0.5 vCPU x 1.92 USD.
        assertThat(line(report, "pipeline one").monthlyUsd()).isEqualByComparingTo("1");
        assertThat(line(report, "actions of pipelines").monthlyUsd()).isEqualByComparingTo("0.2");
        assertThat(line(report, "REST API rest").monthlyUsd()).isEqualByComparingTo("1.85");
        assertThat(line(report, "WebSocket API chat").monthlyUsd()).isEqualByComparingTo("0.57");
        assertThat(line(report, "runtime monitoring").monthlyUsd()).isEqualByComparingTo("1.92");
        assertThat(report.notPricedTypes()).containsExactly("aws:guardduty/detectorFeature:DetectorFeature");
    }

    @Test
    void takesTheirFreeAllowancesOffOnlyWhenAskedTo() {
        Planned plan = Planned.in("eu-central-1").add("aws:cognito/userPool:UserPool", "users", Map.of())
                .add("aws:codepipeline/pipeline:Pipeline", "two", Map.of("pipelineType", "V2"));

        // 1,000 users x 0.0055 + 100 minutes x 0.002 = 5.70 USD; both are within what is free.
        assertThat(Costs.of(plan).totals().typical().usd()).isEqualByComparingTo("5.7");
        assertThat(Costs.of(plan, "freeAllowances: true").totals().typical().usd()).isZero();
    }
}
