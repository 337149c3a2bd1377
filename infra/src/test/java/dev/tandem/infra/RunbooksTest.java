package dev.tandem.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.PulumiTest;
import dev.tandem.infra.config.Yaml;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runbooks and alarms of both stacks name each other. */
class RunbooksTest {

    private static final Path PAGES = Path.of("..", "docs", "runbooks");
    private static final Pattern PAGE = Pattern.compile("Runbook: docs/runbooks/([a-z-]+\\.md)$");
    private static final Pattern NAMED = Pattern.compile("[Aa]larms? ((?:`[a-z0-9-]+`(?:, | or |; | and )?(?:`-[a-z]+`)?)+)");
    private static final Pattern TICKED = Pattern.compile("`([a-z][a-z0-9-]+)`");

    /** Description of each alarm, by physical name; by the resource's name where Pulumi makes up the physical one. */
    private final Map<String, String> alarms = new TreeMap<>();

    @AfterEach
    void cleanUp() {
        PulumiTest.cleanup();
    }

    @Test
    @Covers("R11.2")
    void everyAlarmNamesAPageThatExists() {
        declareBoth();
        assertThat(alarms).hasSizeGreaterThan(15).allSatisfy(RunbooksTest::namesAPage);
    }

    private static void namesAPage(String name, String description) {
        Matcher page = PAGE.matcher(description);
        assertThat(page.find()).as("alarm %s: found description '%s', expected it to end with"
                + " 'Runbook: docs/runbooks/PAGE.md'", name, description).isTrue();
        assertThat(PAGES.resolve(page.group(1))).as("runbook of alarm %s", name).isRegularFile();
    }

    /** The shape that has the choices which bring alarms of their own. */
    @Test
    @Covers("R11.2")
    void everyAlarmOfTheResilientShapeNamesAPageToo() {
        declare("eu-central-1", Yaml.config(Yaml.example("resilient", "eu-central-1"), ""), Map.of());
        PulumiTest.cleanup();
        declare("eu-west-1", Yaml.config(Yaml.example("resilient", "eu-west-1"), ""), MockedProgram.PRIMARY);
        assertThat(alarms).containsKey("guard-quotas-network-interfaces").allSatisfy(RunbooksTest::namesAPage);
    }

    @Test
    @Covers("R11.2")
    void everyAlarmThatAPageNamesIsPlanned() throws IOException {
        declareBoth();
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                Matcher list = NAMED.matcher(Files.readString(page).replace('\n', ' '));
                while (list.find()) {
                    Matcher alarm = TICKED.matcher(list.group(1));
                    while (alarm.find()) {
                        named.add(alarm.group(1));
                        assertThat(alarms).as("%s names the alarm %s", page.getFileName(), alarm.group(1))
                                .containsKey(alarm.group(1));
                    }
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(8);
    }

    private void declareBoth() {
        declare("eu-central-1", Yaml.config("eu-central-1"), Map.of());
        PulumiTest.cleanup();
        declare("eu-west-1", Yaml.config("eu-west-1"), MockedProgram.PRIMARY);
    }

    private void declare(String stack, String configuration, Map<String, Object> peer) {
        MockedProgram program = new MockedProgram();
        program.run(stack, peer, configuration);
        program.declared().values().stream().filter(resource -> resource.type.endsWith("Alarm")).forEach(alarm -> {
            Object name = alarm.inputs.getOrDefault("name", alarm.inputs.getOrDefault("alarmName", alarm.name));
            alarms.put(name.toString(), String.valueOf(alarm.inputs.get("alarmDescription")));
        });
    }
}
