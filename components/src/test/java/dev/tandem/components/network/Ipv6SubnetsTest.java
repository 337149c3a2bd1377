package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6SubnetsTest {

    @Test
    void cutsTheBlockAsAwsPrintsIt() {
        assertThat(Ipv6Subnets.of("2a05:d014:1b2:4300::/56", 0)).isEqualTo("2a05:d014:1b2:4300::/64");
        assertThat(Ipv6Subnets.of("2a05:d014:1b2:4300::/56", 0x11)).isEqualTo("2a05:d014:1b2:4311::/64");
        assertThat(Ipv6Subnets.of("2a05:d014:1b2:300::/56", 1)).isEqualTo("2a05:d014:1b2:301::/64");
        assertThat(Ipv6Subnets.of("2a05:d014:1b2::/56", 0)).isEqualTo("2a05:d014:1b2::/64");
        assertThat(Ipv6Subnets.of("2a05:d014:1b2::/56", 0xff)).isEqualTo("2a05:d014:1b2:ff::/64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a05:d014:1b2:4300::/56", "2a05:d014:1b2:100::/56", "2a05:d014:1b2::/56"})
    void givesEveryIndexANetworkOfItsOwnInTheBlock(String block) throws Exception {
        byte[] whole = InetAddress.getByName(block.replace("/56", "")).getAddress();
        Set<Integer> lastBytes = new HashSet<>();
        for (int index = 0; index < 256; index++) {
            byte[] subnet = InetAddress.getByName(Ipv6Subnets.of(block, index).replace("/64", "")).getAddress();
            assertThat(subnet).startsWith(whole[0], whole[1], whole[2], whole[3], whole[4], whole[5], whole[6]);
            lastBytes.add(subnet[7] & 0xff);
        }
        assertThat(lastBytes).hasSize(256);
    }

    @Test
    void refusesWhatIsNoSuchBlock() {
        assertThatThrownBy(() -> Ipv6Subnets.of("10.0.0.0/16", 0)).hasMessage("\"10.0.0.0/16\" is not an"
                + " Amazon-provided range, expected a /56 such as 2a05:d014:1b2:4300::/56");
        assertThatThrownBy(() -> Ipv6Subnets.of("2a05:d014:1b2:4301::/56", 0))
                .hasMessage("\"2a05:d014:1b2:4301::/56\" starts inside its /56, expected 2a05:d014:1b2:4300::/56");
        assertThatThrownBy(() -> Ipv6Subnets.of("2a05:d014:1b2:4300::/56", 256))
                .hasMessage("IPv6 subnet 256, expected 0 to 255: a /56 has 256 of /64");
    }
}
