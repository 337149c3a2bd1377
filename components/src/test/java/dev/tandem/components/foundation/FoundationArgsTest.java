package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundationArgsTest {

    @Test
    void sortsRepositoriesAndDropsDoubles() {
        assertThat(FoundationSamples.primary().repositories(List.of("b", "a", "b")).build().repositories())
                .containsExactly("a", "b");
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThatThrownBy(() -> FoundationSamples.primary()
                .environment("Production")
                .permissionsBoundaryArn("arn:aws:iam::999988887777:policy/x")
                .certificateArn("arn:aws:acm:us-east-1:111122223333:certificate/x")
                .repositories(List.of("Auth"))
                .monthlyBudgetUsd(BigDecimal.ZERO)
                .alarmEmails(List.of("nobody"))
                .logRetentionDays(31)
                .build())
                .hasMessage("RegionalFoundation arguments:"
                        + " environment is \"Production\", expected 2 to 12 lower-case letters and digits, such as \"prod\";"
                        + " permissionsBoundaryArn is \"arn:aws:iam::999988887777:policy/x\", expected a policy of account"
                        + " 111122223333;"
                        + " certificateArn is \"arn:aws:acm:us-east-1:111122223333:certificate/x\", expected a certificate of"
                        + " account 111122223333 in eu-central-1;"
                        + " repositories is \"Auth\", expected 1 to 30 lower-case letters, digits and dashes;"
                        + " monthlyBudgetUsd is 0, expected more than 0 USD a month;"
                        + " alarmEmails is \"nobody\", expected a mail address;"
                        + " logRetentionDays is 31, expected one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,"
                        + " 731, 1827, 3653]");
    }

    @Test
    void anEnvironmentIsNotNamedAsPipelinesAre() {
        assertThatThrownBy(() -> FoundationSamples.primary().environment("pipeline").build())
                .hasMessageContaining("environment is \"pipeline\", expected another name: tandem-pipeline-… are the roles of pipelines");
        assertThat(FoundationSamples.primary().environment("pipelines").build().environment()).isEqualTo("pipelines");
    }

    @Test
    void namesBothNumbersWhenANameIsTooLong() {
        assertThatThrownBy(() -> FoundationSamples.primary().project("tandemtandem").environment("production1").build())
                .hasMessageContaining("a load balancer name of at most 32 characters, found 37");
    }
}
