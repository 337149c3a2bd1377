package dev.tandem.policy.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiver with any mistake waives nothing and is told with file and line. */
class WaiverFileTest {

    private static final String GOOD = """
            waivers:
              - finding: no-open-door
                urn: "urn:pulumi:dev::shop::*::cellar"
                reason: The cat lives there
                owner: cats@example.org
                until: 2027-03-31
            """;

    private static WaiverFile parse(String yaml) {
        return WaiverFile.parse("waivers.yaml", yaml);
    }

    @Test
    void aGoodFile() {
        assertThat(parse(GOOD)).isEqualTo(new WaiverFile("waivers.yaml", java.util.List.of(new Waiver(
                "no-open-door", "urn:pulumi:dev::shop::*::cellar", "The cat lives there", "cats@example.org",
                LocalDate.of(2027, 3, 31), 2)), java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "until: 2027-03-31;until: 2027-02-30;2: until '2027-02-30' is no date, expected for instance 2027-03-31",
        "until: 2027-03-31;until: soon;2: until 'soon' is no date, expected for instance 2027-03-31",
        "owner: cats@example.org;ownr: cats@example.org;5: unknown key 'ownr', expected [finding, owner, reason, until, urn]",
        "owner: cats@example.org;owner:;5: 'owner' is empty or no text",
        "reason: The cat lives there;reason: [a, b];4: 'reason' is empty or no text",
        "finding: no-open-door;finding: No Open Door;2: finding 'No Open Door' is neither a rule id nor rule-id[detail]",
    })
    void aMistakeInAnEntry(String good, String bad, String problem) {
        WaiverFile file = parse(GOOD.replace(good, bad));
        assertThat(file.waivers()).isEmpty();
        assertThat(file.problems()).contains("waivers.yaml:" + problem);
    }

    @Test
    void aMissingFieldIsNamedAndOtherEntriesStillHold() {
        WaiverFile file = parse(GOOD + """
              - finding: other
                urn: "*::x"
                owner: me
                until: 2027-01-01
            """);
        assertThat(file.waivers()).extracting(Waiver::finding).containsExactly("no-open-door");
        assertThat(file.problems()).containsExactly("waivers.yaml:7: 'reason' is missing");
    }

    @Test
    void twoEntriesForOneThingContradictEachOtherAndNeitherHolds() {
        String second = GOOD.replace("waivers:\n", "").replace("2027-03-31", "2027-06-30").replace("cats@", "dogs@");
        WaiverFile file = parse(GOOD + second + second.replace("cellar", "attic"));
        assertThat(file.waivers()).extracting(Waiver::urn).containsExactly("urn:pulumi:dev::shop::*::attic");
        assertThat(file.problems()).containsExactly("waivers.yaml:7: waives no-open-door of urn:pulumi:dev::shop::*::cellar"
                + " until 2027-06-30 (dogs@example.org), line 2 until 2027-03-31 (cats@example.org);"
                + " expected one entry, neither holds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "waivers: {a: b};1: 'waivers' is no list, expected entries that begin with '- finding: …'",
        "wavers: [];1: unknown key 'wavers', expected 'waivers'",
        "waivers: [x];1: expected an entry with [finding, owner, reason, until, urn]",
        "[];1: expected the key 'waivers' with a list, found START_ARRAY",
    })
    void aMistakeInTheFile(String yaml, String problem) {
        assertThat(parse(yaml).waivers()).isEmpty();
        assertThat(parse(yaml).problems()).containsExactly("waivers.yaml:" + problem);
    }

    @Test
    void aFileThatIsNoYamlWaivesNothingAtAll() {
        WaiverFile file = parse(GOOD + "\n   : [broken");
        assertThat(file.waivers()).isEmpty();
        assertThat(file.problems()).singleElement().asString().startsWith("waivers.yaml:").contains("no YAML, nothing is waived");
        assertThat(parse(GOOD.replace("    owner:", "    reason: twice\n    owner:")).problems()).singleElement().asString()
                .contains("Duplicate field 'reason'");
    }

    @Test
    void anEmptyOrMissingFileHasNoWaivers(@TempDir Path dir) throws Exception {
        assertThat(parse("").waivers()).isEmpty();
        assertThat(parse("waivers:\n").problems()).isEmpty();
        assertThat(WaiverFile.read(dir.resolve("none.yaml"))).isEqualTo(WaiverFile.NONE);
        assertThat(WaiverFile.read(dir).problems()).singleElement().asString().contains("cannot be read");
        Files.writeString(dir.resolve("waivers.yaml"), GOOD);
        assertThat(WaiverFile.read(dir.resolve("waivers.yaml")).waivers()).hasSize(1);
    }
}
