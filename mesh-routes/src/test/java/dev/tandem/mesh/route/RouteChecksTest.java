package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RouteChecksTest {

    private static List<String> problems(UnaryOperator<RouteDocumentBuilder> change) {
        return RouteChecks.of(change.apply(Samples.full().toBuilder()).build()).stream()
                .map(RouteProblem::toString)
                .toList();
    }

    private static void refused(UnaryOperator<RouteDocumentBuilder> change, String message) {
        assertThat(problems(change)).anySatisfy(line -> assertThat(line).contains(message));
    }

    @Test
    void rightDocumentsAreAccepted() {
        assertThat(RouteChecks.of(Samples.auth())).isEmpty();
        assertThat(RouteChecks.of(Samples.persona())).isEmpty();
        assertThat(RouteChecks.of(Samples.full())).isEmpty();
    }

    @Test
    void weightsSumTo100() {
        assertThat(problems(d -> d.version("canary", 6, 1))).containsExactly("versions: found weights canary 6 + stable 95"
                + " = 101, expected weights that sum to 100, such as stable 95 + canary 5");
        refused(d -> d.version("canary", -5, 1).version("stable", 105, 1),
                "versions[canary].weight: found -5, expected 0 to 100, percent of the requests");
    }

    @Test
    void whatNamesAVersionNamesADeclaredOne() {
        refused(d -> d.mirror(Optional.of(new Mirror("beta", 1))), "mirror.version: found the unknown version \"beta\","
                + " expected one of [canary, stable], which the document declares");
        refused(d -> d.pins(List.of(new Pin(Pin.By.COOKIE, "t", "1", "beta"))), "pins[0].version: found the unknown version");
    }

    @Test
    void aShareNeedsMembers() {
        refused(d -> d.version("canary", 5, 0), "versions[canary].weight: found 5 % with minMembers 0, expected minMembers of"
                + " at least 1 for a version with a share: Envoy answers 503 for a version without members");
    }

    @Test
    void theLastVersionStays() {
        assertThat(problems(d -> d.versions(List.of()))).containsExactly("versions: found no version, expected at least one:"
                + " the last version of a service can't be taken away; to retire the service, remove it from the stack");
    }

    @Test
    void aVersionIsDeclaredOnce() {
        refused(d -> d.versions(List.of(new ServiceVersion("stable", 50, 1), new ServiceVersion("stable", 50, 1))),
                "versions[stable]: found the name twice, expected every version once");
    }

    @Test
    void retriesStayWithinABudget() {
        refused(d -> d.retries(new Retries(1, 800, 40, 3, 25, 250)),
                "retries.budgetPercent: found 40 %, expected 0 to 25 %: with 40 % of the requests tried again");
    }

    @Test
    void theTimeoutLeavesTimeForTheRetries() {
        assertThat(problems(d -> d.retries(new Retries(2, 800, 20, 3, 25, 250)))).containsExactly("timeoutMillis: found 2000 ms,"
                + " shorter than its retries: 3 attempts of 800 ms and pauses of up to 100 ms are 2500 ms, expected at least"
                + " 2500 ms, or fewer or shorter attempts");
    }

    @Test
    void pausesGrowLikeEnvoys() {
        Retries retries = new Retries(4, 100, 20, 3, 25, 250);
        assertThat(List.of(retries.longestPauseMillis(1), retries.longestPauseMillis(2), retries.longestPauseMillis(3),
                retries.longestPauseMillis(4), retries.longestPauseMillis(99))).containsExactly(25L, 75L, 175L, 250L, 250L);
        assertThat(retries.worstCaseMillis()).isEqualTo(500 + 25 + 75 + 175 + 250);
        refused(d -> d.retries(new Retries(1, 800, 20, 3, 100, 50)),
                "retries.backoffMaxMillis: found 50, expected backoffBaseMillis 100 to 60000 milliseconds");
    }

    @Test
    void trustDomainsAreDnsNames() {
        for (String bad : List.of("", "PROD.example.org", "example", "10.0.0.1", "a_b.example.org", "-a.org", "a..org", "a.org.",
                "x".repeat(64) + ".org", "a.".repeat(130) + "org")) {
            refused(d -> d.in("prod", bad), "trustDomain: found \"" + bad + "\", expected a DNS name of at least two labels");
        }
    }

    @Test
    void faultsMirrorsAndLimitsHaveBounds() {
        refused(d -> d.fault(Optional.of(new Fault(Optional.empty(), Optional.empty(), Optional.empty()))),
                "fault: found neither delay nor abort");
        refused(d -> d.fault(Optional.of(new Fault(Optional.empty(), Optional.of(new Fault.Abort(200, 101)), Optional.empty()))),
                "fault.abort.status: found 200, expected 400 to 599");
        refused(d -> d.mirror(Optional.of(new Mirror("canary", 0))), "mirror.percent: found 0, expected 1 to 100");
        refused(d -> d.rateLimit(Optional.of(new RateLimit(100, 50))), "rateLimit.burst: found 50, expected requestsPerSecond 100");
    }

    @Test
    void aServiceDoesNotCallItself() {
        refused(d -> d.callers(List.of("auth")), "callers: found the service itself, \"auth\"");
    }

    @Test
    void aDocumentFitsItsItem() {
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            pins.add(new Pin(Pin.By.HEADER, "x-tester", "v".repeat(120) + i, "canary"));
        }
        RouteDocument document = Samples.auth().toBuilder().pins(pins).build();
        int bytes = RouteJson.canonical(document).length;
        assertThat(bytes).isGreaterThan(RouteChecks.ITEM_BYTES);
        assertThat(RouteChecks.of(document)).extracting(RouteProblem::toString).containsExactly("$: found a document of " + bytes
                + " bytes, expected at most 407552 bytes, since a DynamoDB item holds 409600 with its keys; drop pins that nobody"
                + " uses");
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThatThrownBy(() -> RouteChecks.refuse("route document of auth", RouteChecks.of(Samples.auth().toBuilder()
                        .version("canary", 6, 1).timeoutMillis(0).build())))
                .isInstanceOf(RouteFormatException.class)
                .hasMessageMatching("(?s)route document of auth:\n  versions: .*\n  timeoutMillis: .*\n  timeoutMillis: .*");
    }
}
