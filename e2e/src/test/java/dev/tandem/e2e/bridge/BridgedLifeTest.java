package dev.tandem.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.EngineEvents;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider that AWS would see makes, changes and removes both stacks. */
@NeedsTools({Tools.STOCK_CLI, Tools.MOTO, Tools.AWS_PROVIDER})
class BridgedLifeTest {

    /** What holds data, names or addresses that others rely on, and must live through any change of settings. */
    private static final Set<String> STATEFUL = Set.of(
            "aws:dynamodb/table:Table", "aws:s3/bucketV2:BucketV2", "aws:kms/key:Key", "aws:secretsmanager/secret:Secret",
            "aws:sqs/queue:Queue", "aws:sns/topic:Topic", "aws:ecr/repository:Repository", "aws:cloudwatch/logGroup:LogGroup",
            "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:lb/loadBalancer:LoadBalancer", "aws:route53/zone:Zone",
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "aws:ecs/cluster:Cluster", "aws:cloudtrail/trail:Trail");

    /** A task definition has revisions; that is how it changes. */
    private static final Set<String> MAY_BE_REPLACED = Set.of("aws:ecs/taskDefinition:TaskDefinition");

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    @Covers(value = "R1.1", evidence = Evidence.SIMULATED)
    void upCreatesEverything(String stack) {
        Outcome outcome = BridgedLife.lived().applied.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).containsOnlyKeys("create");
        assertThat(outcome.events().diagnostics()).as(outcome.text()).noneMatch(said -> !said.severity().startsWith("info"));
    }

    @Test
    void aSecondUpChangesNothing() {
        Outcome outcome = BridgedLife.lived().appliedAgain.get(Stacks.PRIMARY);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).as(outcome.text()).containsOnlyKeys("same");
    }

    /** The simulator forgets the ARN and the stream of a table's copy, which the provider then wants to read again. */
    @Test
    void aSecondUpOfTheSecondaryChangesNothingButWhatTheSimulatorForgets() {
        Outcome outcome = BridgedLife.lived().appliedAgain.get(Stacks.SECONDARY);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).as(outcome.text()).containsOnlyKeys("same", "update");
        assertThat(outcome.events().resources("update")).allMatch(urn -> EngineEvents.type(urn).equals("aws:dynamodb/table:Table"));
    }

    /** Another image, criticality (and with it the share of Spot), retention, protection. */
    @Test
    void aChangeOfSettingsReplacesNothingButTaskDefinitions() {
        Outcome outcome = BridgedLife.lived().changed;

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(types(outcome, "replace")).isSubsetOf(MAY_BE_REPLACED);
        assertThat(types(outcome, "update")).contains(
                "aws:ecs/service:Service", "aws:cloudwatch/logGroup:LogGroup", "aws:lb/loadBalancer:LoadBalancer");
        assertThat(types(outcome, "delete")).doesNotContainAnyElementsOf(STATEFUL);
    }

    @Test
    void anotherZoneReplacesNoSubnet() {
        Outcome outcome = BridgedLife.lived().zoneAdded;

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(types(outcome, "create")).contains("aws:ec2/subnet:Subnet");
        assertThat(types(outcome, "replace")).isSubsetOf(MAY_BE_REPLACED);
        assertThat(outcome.events().resources("delete")).as(outcome.text()).isEmpty();
    }

    @Test
    void aServiceGoesWithoutTheOthers() {
        Outcome outcome = BridgedLife.lived().serviceRemoved;

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().resources("delete")).isNotEmpty()
                .allSatisfy(urn -> assertThat(urn).contains("persona"));
        assertThat(types(outcome, "replace")).isSubsetOf(MAY_BE_REPLACED);
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void destroyRemovesEverything(String stack) {
        Outcome outcome = BridgedLife.lived().destroyed.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).containsOnlyKeys("delete");
    }

    /** What stands in for the provider is listed with its reason, and is little. */
    @Test
    void nearlyEverythingIsMadeByTheProvider() {
        List<String[]> real = BridgedLife.lived().created(true);
        List<String[]> fallback = BridgedLife.lived().created(false);
        System.err.println("BRIDGE: by the provider " + count(real) + "; standing in " + count(fallback));

        assertThat(real).hasSizeGreaterThan(250);
        assertThat(fallback.size()).isLessThan(real.size() / 10);
        assertThat(fallback).allSatisfy(line -> assertThat(NotSimulated.reasons().get(line[2])).isNotBlank());
        assertThat(NotSimulated.reasons().keySet()).allMatch(token -> fallback.stream().anyMatch(line -> line[2].equals(token)));
    }

    private static String count(List<String[]> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> line[2], java.util.TreeMap::new, Collectors.counting())).toString();
    }

    private static Set<String> types(Outcome outcome, String operation) {
        return outcome.events().resources(operation).stream().map(EngineEvents::type)
                .filter(type -> type.startsWith("aws:")).collect(Collectors.toCollection(TreeSet::new));
    }
}
