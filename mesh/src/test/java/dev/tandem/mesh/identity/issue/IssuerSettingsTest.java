package dev.tandem.mesh.identity.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.TrustDomain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerSettingsTest {

    private static IssuerSettings settings(String... services) {
        return new IssuerSettings("tandem", "prod", new TrustDomain("prod.example.com"), "eu-central-1", "eu-west-1", List.of(services),
                "alias/ca", "alias/data", "issuer");
    }

    @Test
    void identitiesLiveADayAndMayLiveShorter() {
        assertThat(settings("auth").svidLife()).isEqualTo(Lifetimes.SVID).isEqualTo(Duration.ofHours(24));
        assertThat(settings("auth").withSvidLife(Duration.ofHours(1)).svidLife()).isEqualTo(Duration.ofHours(1));
        for (Duration bad : List.of(Duration.ofHours(25), Duration.ZERO, Duration.ofHours(-1))) {
            assertThatThrownBy(() -> settings("auth").withSvidLife(bad)).isInstanceOf(IdentityException.class)
                    .hasMessage("identities would live " + bad + ", expected more than nothing and at most PT24H: a CA that was"
                            + " replaced is trusted that long");
        }
    }

    @Test
    void servicesAreNamedOnceAndRightly() {
        assertThat(settings("persona", "auth", "auth").services()).containsExactly("auth", "persona");
        assertThatThrownBy(() -> settings()).hasMessageContaining("the issuer has no services");
        assertThatThrownBy(() -> settings("no service")).isInstanceOf(IdentityException.class).hasMessageContaining("no service");
    }
}
