package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.components.network.SubnetPlan.Kind;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPlanTest {

    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b");
    private static final NetworkPlan PLAN = NetworkPlan.of(args("10.20.0.0/16", ZONES, 1));

    private static NetworkArgs args(String cidr, List<String> zones, int endpointZones) {
        return new NetworkArgs("eu-central-1", "111122223333", Ipv4Cidr.parse(cidr), zones, endpointZones);
    }

    @Test
    @Covers("R7.1")
    void reachesAwsByExactlyTheseEndpoints() {
        assertThat(PLAN.interfacePolicies()).containsOnlyKeys("ecr.api", "ecr.dkr", "logs", "ssm");
        assertThat(PLAN.gatewayPolicies()).containsOnlyKeys("s3", "dynamodb");
        assertThat(PLAN.endpointZones()).containsExactly("eu-central-1a");
    }

    @Test
    void letsImagePullsThroughTheS3EndpointAndNothingElse() {
        JsonObject statement = only(PLAN.gatewayPolicies().get("s3"));
        assertThat(statement.get("Action")).hasToString("[\"s3:GetObject\"]");
        assertThat(statement.get("Resource")).hasToString("[\"arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*\"]");
        // ECR signs the URLs: a condition on an account would stop every pull.
        assertThat(statement.has("Condition")).isFalse();
    }

    @Test
    void letsOnlyTheOwnAccountThroughAllOtherEndpoints() {
        PLAN.interfacePolicies().forEach((service, policy) -> assertOwnAccountOnly(service, policy));
        assertOwnAccountOnly("dynamodb", PLAN.gatewayPolicies().get("dynamodb"));
    }

    private static void assertOwnAccountOnly(String service, String policy) {
        for (JsonElement statement : statements(policy)) {
            assertThat(statement.getAsJsonObject().get("Condition"))
                    .as(service)
                    .hasToString("{\"StringEquals\":{\"aws:PrincipalAccount\":[\"111122223333\"]}}");
            assertThat(statement.getAsJsonObject().get("Action").toString()).as(service).doesNotContain("*");
        }
    }

    @Test
    void endpointPoliciesAreWhatTheGoldenFilesSay() {
        PLAN.interfacePolicies().forEach((service, policy) -> Golden.assertJsonMatches("endpoint-" + service + ".json", policy));
        PLAN.gatewayPolicies().forEach((service, policy) -> Golden.assertJsonMatches("endpoint-" + service + ".json", policy));
    }

    @Test
    @Covers("R8.3")
    void opensEndpointsToThePrivateSubnetsOnly() {
        assertThat(PLAN.endpointRules()).allSatisfy(rule -> {
            assertThat(rule.direction()).isEqualTo(TrafficRule.Direction.IN);
            assertThat(rule.port()).isEqualTo(443);
        });
        assertThat(PLAN.endpointRules()).extracting(TrafficRule::cidr).containsExactlyElementsOf(
                PLAN.subnets(Kind.PRIVATE).stream().map(subnet -> subnet.cidr().toString()).toList());
    }

    @Test
    void saysEverythingThatIsWrongWithTheArguments() {
        assertThatThrownBy(() -> args("10.20.0.0/23", List.of("eu-west-1a"), 3)).hasMessage(
                "network of eu-central-1: cidr is \"10.20.0.0/23\", expected /16 to /22: 10.20.0.0/23 has 512 addresses,"
                        + " expected at least 1024 (/22): four zones of a private and a public subnet;"
                        + " zones is [eu-west-1a], expected 2 to 4 of them;"
                        + " zones is \"eu-west-1a\", expected a zone of eu-central-1, such as eu-central-1a;"
                        + " endpointZones is 3, expected 1 to 1, the number of zones");
        assertThatThrownBy(() -> args("10.0.0.0/8", List.of("eu-central-1a", "eu-central-1a"), 1)).hasMessage(
                "network of eu-central-1: cidr is \"10.0.0.0/8\", expected /16 to /22: 10.0.0.0/8 has 16777216 addresses,"
                        + " expected at most 65536 (/16), the largest VPC;"
                        + " zones is [eu-central-1a, eu-central-1a], expected each only once");
    }

    @Test
    void hasNoPlaceForAZoneBeyondD() {
        assertThatThrownBy(() -> AddressPlan.subnet(Ipv4Cidr.parse("10.20.0.0/16"), Kind.PRIVATE, "us-east-1f")).hasMessage(
                "zone \"us-east-1f\" has no place in the address plan, expected one that ends in a letter of \"abcd\"");
    }

    private static JsonObject only(String policy) {
        assertThat(statements(policy)).hasSize(1);
        return statements(policy).iterator().next().getAsJsonObject();
    }

    private static Iterable<JsonElement> statements(String policy) {
        return JsonParser.parseString(policy).getAsJsonObject().getAsJsonArray("Statement");
    }
}
