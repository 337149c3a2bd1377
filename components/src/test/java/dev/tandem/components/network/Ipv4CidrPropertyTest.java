package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Ipv4CidrPropertyTest {

    @Property
    void printsWhatItReads(@ForAll("ranges") Ipv4Cidr range) {
        assertThat(Ipv4Cidr.parse(range.toString())).isEqualTo(range);
    }

    @Property
    void overlapIsMutual(@ForAll("ranges") Ipv4Cidr one, @ForAll("ranges") Ipv4Cidr other) {
        boolean shared = Math.max(one.address(), other.address())
                < Math.min(one.address() + one.size(), other.address() + other.size());
        assertThat(one.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(one));
    }

    @Property
    void partsAreInsideAndDistinct(@ForAll("ranges") Ipv4Cidr range) {
        int prefix = Math.min(32, range.prefix() + 2);
        int parts = 1 << (prefix - range.prefix());
        long covered = 0;
        for (int i = 0; i < parts; i++) {
            assertThat(range.contains(range.part(prefix, i))).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(range.part(prefix, i).overlaps(range.part(prefix, j))).isFalse();
            }
            covered += range.part(prefix, i).size();
        }
        assertThat(covered).isEqualTo(range.size());
    }

    @Provide
    Arbitrary<Ipv4Cidr> ranges() {
        return Combinators.combine(Arbitraries.longs().between(0, (1L << 32) - 1), Arbitraries.integers().between(0, 32))
                .as((address, prefix) -> new Ipv4Cidr(address >> (32 - prefix) << (32 - prefix), prefix));
    }
}
