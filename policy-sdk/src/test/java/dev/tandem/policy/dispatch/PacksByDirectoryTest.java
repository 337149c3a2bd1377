package dev.tandem.policy.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacksByDirectoryTest {

    private final PackFactory doors = stack -> Pack.named("doors", "1.0.0").build();
    private final Map<String, PackFactory> packs = Map.of("windows", stack -> Pack.named("windows", "1.0.0").build(), "doors", doors);

    @Test
    void theLastNameOfTheDirectoryTells() {
        assertThat(PacksByDirectory.find("/packs/doors", "example", packs)).isSameAs(doors);
        assertThat(PacksByDirectory.find("packs/windows/../doors/", "example", packs)).isSameAs(doors);
    }

    @Test
    void anotherNameIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> PacksByDirectory.find("/packs/gates", "example", packs))
                .hasMessage("no example pack is called 'gates', expected one of [doors, windows]");
        assertThatThrownBy(() -> PacksByDirectory.find("", "example", packs)).hasMessageContaining("no example pack is called ''");
    }
}
