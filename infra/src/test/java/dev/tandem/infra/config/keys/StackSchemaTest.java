package dev.tandem.infra.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.infra.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the tables of docs/config.md: current, and of one mind with the stack files. */
class StackSchemaTest {

    private static final Path SCHEMA = Path.of("..", "docs", "schema", "stack.schema.json");
    private static final Path PAGE = Path.of("..", "docs", "config.md");
    private static final String START = "<!-- keys -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void thePublishedSchemaIsTheProgramsOwn() throws IOException {
        if (Boolean.getBoolean("keys.update")) {
            Files.writeString(SCHEMA, StackSchema.text());
        }
        assertThat(StackSchema.text()).as("what %s says; write it with -Dkeys.update=true", SCHEMA)
                .isEqualTo(Files.readString(SCHEMA));
    }

    @Test
    void theReferencePageIsTheProgramsOwn() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END, start);
        if (Boolean.getBoolean("keys.update")) {
            page = page.substring(0, start) + ReferencePage.text() + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END, start);
        }
        assertThat(ReferencePage.text()).as("the tables of %s; write them with -Dkeys.update=true", PAGE)
                .isEqualTo(page.substring(start, end));
    }

    static List<Path> stackFiles() throws IOException {
        return StackFile.all();
    }

    @ParameterizedTest
    @MethodSource("stackFiles")
    void everyStackFileFitsAndNamesTheSchemaForEditors(Path file) throws IOException {
        assertThat(StackFile.complaints(Files.readString(file))).isEmpty();
        String first = Files.readString(file).lines().findFirst().orElseThrow();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        Path named = file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
        assertThat(Files.isSameFile(named, SCHEMA)).as("%s names %s", file, named).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tandem:role: primary            | tandem:role: first
        tandem:costOwner: platform      | tandem:costOwnr: platform
        tandem:costCeilingEur: 100      | tandem:costCeilingEur: a lot
        tandem:costCeilingEur: 100      | tandem:costCeilingEur: -5
        tandem:logRetentionDays: 30     | tandem:logRetentionDays: 31
        tandem:deletionProtection: true | tandem:deletionProtection: yep
        aws:region: eu-central-1        | aws:region: eu-west-2
        aws:region: eu-central-1        | aws:profile: me
        cidr: 10.20.0.0/16              | cidr: 10.20.0.0/24
        [eu-central-1a, eu-central-1b]  | [eu-central-1a]
        endpointAvailabilityZones: 1    | endpointAvailabilityZones: two
        endpointAvailabilityZones: 1    | natGateways: 1
        image: tandem/prod/auth:1.0.0   | image: tandem/prod/auth:latest
        image: tandem/prod/auth:1.0.0   | image: tandem/prod/auth
        path: /api/persona              | path: /api/persona/
        criticality: critical           | criticallity: critical
        criticality: critical           | port: 80
        minTasks: 2                     | minTasks: 9
        table: true                     | table: 1
        """)
    void refusesWhatTheReaderRefuses(String part, String replacement) {
        String text = Yaml.text("eu-central-1");
        assertThat(text).contains(part);
        assertThat(StackFile.complaints(text.replace(part, replacement))).isNotEmpty();
    }

    @Test
    void takesAnEncryptedValueForAnyKey() {
        String text = Yaml.text("eu-central-1").replace("tandem:costOwner: platform", "tandem:costOwner: {secure: AAABAA==}");
        assertThat(StackFile.complaints(text)).isEmpty();
    }

    static List<Map.Entry<String, Key>> keys() {
        return StackFile.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theExampleOfEveryKeyFits(Map.Entry<String, Key> key) {
        assertThat(StackFile.complaints(StackFile.with(key.getKey(), key.getValue().example()))).as(key.getKey()).isEmpty();
    }
}
