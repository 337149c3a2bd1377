package dev.tandem.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names by the rules of Pulumi's bridge. */
class PropertyNamesTest {

    @Test
    void wordsAreWrittenTogetherAndListsInThePlural() {
        assertThat(PropertyNames.of("aws_x", List.of("vpc_id", "rule", "policy", "capacity_provider_strategy", "ipv6_cidr_block"),
                List.of("vpcId", "rules", "policies", "capacityProviderStrategies", "ipv6CidrBlock"))).containsExactlyInAnyOrderEntriesOf(Map.of(
                        "vpcId", "vpc_id", "rules", "rule", "policies", "policy",
                        "capacityProviderStrategies", "capacity_provider_strategy", "ipv6CidrBlock", "ipv6_cidr_block"));
    }

    @Test
    void anExactNameWinsOverAnotherNumber() {
        assertThat(PropertyNames.of("aws_x", List.of("tag", "tags"), List.of("tags"))).containsExactly(Map.entry("tags", "tags"));
    }

    @Test
    void namesChosenByHandAreKnownByTheirTypeOnly() {
        assertThat(PropertyNames.of("aws_lambda_function", List.of("function_name", "filename"), List.of("name", "code")))
                .containsEntry("name", "function_name").containsEntry("code", "filename");
        assertThat(PropertyNames.of("", List.of("function_name"), List.of("name"))).isEmpty();
    }
}
