package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.aws.MotoUsers;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.mesh.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may not, or not now, is told why. */
@NeedsTools(Tools.MOTO)
class RouteStoreDeniedTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final DynamoDbClient dynamo = AWS.dynamo();

    @Test
    void aDeniedWriteNamesActionTableAndRole() {
        LiveRoute one = RouteStore.consistent(dynamo, RouteTables.TABLE, Clock.systemUTC())
                .publish(RouteTables.auth(0), RouteChange.first(), 0, "anna", "first");
        AwsCredentials reader = MotoUsers.allowed(AWS.moto(), "reader", "dynamodb:GetItem", "dynamodb:Query");
        AWS.moto().enforceIam();
        try (DynamoDbClient denied = AWS.moto().client(DynamoDbClient.builder(), RouteTables.REGION, reader)) {
            RouteStore store = RouteStore.consistent(denied, RouteTables.TABLE, Clock.systemUTC());
            assertThat(store.live("auth")).contains(one);
            assertThatThrownBy(() -> store.publish(RouteTables.auth(5), RouteChange.of(one.document()), 1, "reader", ""))
                    .isInstanceOf(RouteSourceException.class)
                    // The simulator answers without a body; what AWS says of the caller is in AwsFailuresTest.
                    .hasMessageStartingWith("access denied: ")
                    .hasMessageContaining(" may not dynamodb:PutItem on table tandem-prod-routes in eu-central-1. Allow the"
                            + " action in that role's policy, or use a role that has it (--profile)");
            assertThat(store.liveVersion("auth")).contains(1L);
        }
    }

    @Test
    void oneOperatorAtATimeChangesAService() {
        LeaseStore leases = at(NOON);
        Lease anna = leases.acquire("auth", "anna", MINUTE);
        assertThatThrownBy(() -> leases.acquire("auth", "ben", MINUTE))
                .isInstanceOf(RouteConflictException.class)
                .hasMessage("auth is being changed by anna until 2026-11-26T12:01:00Z at the latest: two changes of one service"
                        + " never run at once. Wait, or ask them; then run it again");
        assertThat(leases.acquire("persona", "ben", MINUTE).holder()).isEqualTo("ben");
        assertThat(at(NOON.plusSeconds(30)).renew(anna, MINUTE).expires()).isEqualTo(NOON.plusSeconds(90));
        leases.release(anna);
        assertThat(leases.acquire("auth", "ben", MINUTE).holder()).isEqualTo("ben");
    }

    @Test
    void aLeaseThatWasNotGivenBackEnds() {
        Lease anna = at(NOON).acquire("auth", "anna", MINUTE);
        assertThatThrownBy(() -> at(NOON.plusSeconds(60)).acquire("auth", "ben", MINUTE))
                .isInstanceOf(RouteConflictException.class);
        Lease ben = at(NOON.plusSeconds(61)).acquire("auth", "ben", MINUTE);
        assertThatThrownBy(() -> at(NOON.plusSeconds(61)).renew(anna, MINUTE)).hasMessageContaining("being changed by ben");
        at(NOON.plusSeconds(61)).release(anna);
        assertThatThrownBy(() -> at(NOON.plusSeconds(62)).acquire("auth", "carl", MINUTE))
                .as("anna's late release leaves ben's lease alone")
                .hasMessageContaining(ben.holder());
    }

    private LeaseStore at(Instant instant) {
        return new LeaseStore(dynamo, RouteTables.TABLE, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
