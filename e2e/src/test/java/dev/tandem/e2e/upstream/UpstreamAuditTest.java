package dev.tandem.e2e.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.e2e.upstream.UpstreamAudit.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the provider that will receive both plans says of them, and a scanner that knows nothing of us. */
@EnabledIf(value = "isThere", disabledReason = "optional: the upstream audit lives outside of this repository and is not complete here: see the messages of the run")
@NeedsTools({Tools.STOCK_CLI, Tools.AUDIT})
class UpstreamAuditTest {

    static boolean isThere() {
        UpstreamAudit.problem().ifPresent(problem -> System.err.println("NOT RUN: the upstream audit: " + problem));
        return UpstreamAudit.problem().isEmpty();
    }

    @Test
    void theProviderAcceptsBothPlans() {
        assertThat(UpstreamAudit.providerErrors()).isEmpty();
        assertThat(Stacks.BOTH).allSatisfy(stack -> assertThat(UpstreamAudit.resources(stack)).isGreaterThan(100));
    }

    @Test
    void whatTheScannerFindsIsExplained() {
        List<Failure> unexplained = UpstreamAudit.failures().stream()
                .filter(failure -> AcceptedFindings.read().stream().noneMatch(accepted -> accepted.matches(failure)))
                .toList();

        assertThat(unexplained).isEmpty();
    }

    @Test
    void noAcceptedFindingIsLeftOver() {
        assertThat(AcceptedFindings.read())
                .allMatch(accepted -> UpstreamAudit.failures().stream().anyMatch(accepted::matches));
    }
}
