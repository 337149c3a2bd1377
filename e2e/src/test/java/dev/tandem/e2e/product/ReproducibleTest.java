package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is published is the same, byte for byte, whoever builds it and where; and it says what it is made of. */
@NeedsTools
class ReproducibleTest {

    /** Maven writes the time into the index of a repository, which is not among what is signed. */
    private static boolean isArtifact(Path file) {
        return file.toString().matches(".*\\.(jar|pom|json)");
    }

    private static Map<String, String> digests(Path repository) throws IOException, GeneralSecurityException {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> files = Files.walk(repository.resolve("dev/tandem"))) {
            for (Path file : files.filter(ReproducibleTest::isArtifact).toList()) {
                out.put(repository.relativize(file).toString(),
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
        }
        return out;
    }

    @Test
    void aSecondCleanBuildInAnotherPlaceGivesTheSameBytes() throws IOException, GeneralSecurityException {
        Path again = ThirdParty.directory();
        try (ScratchClone other = ScratchClone.pristine()) {
            PublishedSdk.publish(other, again);
        }
        Map<String, String> first = digests(PublishedSdk.get().repository());
        assertThat(digests(again)).isEqualTo(first);
        assertThat(first.keySet()).filteredOn(name -> name.endsWith(".jar")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void theBillOfMaterialsNamesEveryLibraryWithVersionLicenceAndHash() throws IOException {
        Path file = PublishedSdk.get().repository().resolve("dev/tandem/policy-sdk/" + PublishedSdk.VERSION + "/policy-sdk-"
                + PublishedSdk.VERSION + "-cyclonedx.json");
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        JsonNode jackson = StreamSupport.stream(bom.path("components").spliterator(), false)
                .filter(part -> part.path("name").asText().equals("jackson-databind")).findFirst().orElseThrow();
        assertThat(jackson.path("purl").asText()).startsWith("pkg:maven/com.fasterxml.jackson.core/jackson-databind@");
        assertThat(jackson.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
        assertThat(jackson.path("hashes")).anySatisfy(hash -> assertThat(hash.path("alg").asText()).isEqualTo("SHA-256"));
        assertThat(bom.path("components")).noneSatisfy(part -> assertThat(part.path("name").asText()).isEqualTo("assertj-core"));
    }
}
