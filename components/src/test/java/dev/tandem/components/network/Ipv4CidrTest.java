package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Ipv4CidrTest {

    @Test
    void readsAndPrintsNotation() {
        assertThat(Ipv4Cidr.parse("10.20.0.0/16")).hasToString("10.20.0.0/16");
        assertThat(Ipv4Cidr.parse("0.0.0.0/0").size()).isEqualTo(1L << 32);
        assertThat(Ipv4Cidr.parse("255.255.255.255/32").size()).isEqualTo(1);
    }

    @Test
    void saysWhatIsMalformed() {
        assertThatThrownBy(() -> Ipv4Cidr.parse("10.20.0.0"))
                .hasMessage("\"10.20.0.0\" is not an IPv4 range, expected CIDR notation such as 10.20.0.0/16");
        assertThatThrownBy(() -> Ipv4Cidr.parse(null))
                .hasMessage("\"null\" is not an IPv4 range, expected CIDR notation such as 10.20.0.0/16");
        assertThatThrownBy(() -> Ipv4Cidr.parse("10.256.0.0/16"))
                .hasMessage("\"10.256.0.0/16\" has the octet 256, expected 0 to 255");
        assertThatThrownBy(() -> Ipv4Cidr.parse("10.0.0.0/33")).hasMessage("prefix /33, expected /0 to /32");
        assertThatThrownBy(() -> Ipv4Cidr.parse("10.20.1.0/16"))
                .hasMessage("10.20.1.0/16 starts inside its range, expected its first address: 10.20.0.0/16");
    }

    @Test
    void seesWhatOverlaps() {
        Ipv4Cidr vpc = Ipv4Cidr.parse("10.20.0.0/16");
        assertThat(vpc.overlaps(Ipv4Cidr.parse("10.20.128.0/20"))).isTrue();
        assertThat(vpc.overlaps(Ipv4Cidr.parse("10.0.0.0/8"))).isTrue();
        assertThat(vpc.overlaps(Ipv4Cidr.parse("10.21.0.0/16"))).isFalse();
    }

    @Test
    void hasOnlyThePartsThatFit() {
        Ipv4Cidr vpc = Ipv4Cidr.parse("10.20.0.0/16");
        assertThat(vpc.part(18, 3)).hasToString("10.20.192.0/18");
        assertThatThrownBy(() -> vpc.part(18, 4))
                .hasMessage("10.20.0.0/16 has 4 parts of /18, part 4 is not one of them");
        assertThatThrownBy(() -> vpc.part(8, 0))
                .hasMessage("10.20.0.0/16 has 0 parts of /8, part 0 is not one of them");
    }
}
