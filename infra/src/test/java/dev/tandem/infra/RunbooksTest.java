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

    private static final Pattern DASHBOARD = Pattern.compile("dashboard,? `([a-z0-9-]+)`");
    private static final Pattern WIDGET = Pattern.compile("(?:`([^`]+)`|\"([^\"]+)\") on the dashboard");
    private static final Pattern PHYSICAL = Pattern.compile("`(tandem-prod-[a-z0-9-]+)`");

    /** Body of each dashboard, by physical name. */
    private final Map<String, String> dashboards = new TreeMap<>();

    /** What resources are called, and everything else that they are given as a text. */
    private final Set<String> texts = new TreeSet<>();

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

    /** The choices which bring alarms of their own. */
    @Test
    @Covers("R11.2")
    void everyAlarmThatIsAChoiceNamesAPageToo() {
        declareResilient();
        declareMore();
        assertThat(alarms).containsKeys("guard-quotas-network-interfaces", "tandem-prod-auth-outbox-late").allSatisfy(RunbooksTest::namesAPage);
    }

    @Test
    @Covers("R11.2")
    void everyAlarmThatAPageNamesIsPlanned() throws IOException {
        declareBoth();
        Set<String> named = new TreeSet<>();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Matcher list = NAMED.matcher(page.getValue());
            while (list.find()) {
                Matcher alarm = TICKED.matcher(list.group(1));
                while (alarm.find()) {
                    named.add(alarm.group(1));
                    assertThat(alarms).as("%s names the alarm %s", page.getKey(), alarm.group(1)).containsKey(alarm.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(8);
    }

    @Test
    @Covers("R11.2")
    void everyDashboardAndGraphThatAPageNamesIsPlanned() throws IOException {
        declareBoth();
        int found = 0;
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Matcher dashboard = DASHBOARD.matcher(page.getValue());
            while (dashboard.find()) {
                found++;
                assertThat(dashboards).as("%s names a dashboard", page.getKey()).containsKey(dashboard.group(1));
            }
            Matcher widget = WIDGET.matcher(page.getValue());
            while (widget.find()) {
                found++;
                String text = widget.group(1) == null ? widget.group(2) : widget.group(1);
                assertThat(dashboards).as("%s looks at '%s' on the dashboard", page.getKey(), text).allSatisfy(
                        (name, body) -> assertThat(body).contains(text));
            }
        }
        assertThat(found).as("dashboards and graphs that pages name").isGreaterThanOrEqualTo(4);
    }

    /** Whatever a page calls by its physical name: alarms, machines, functions, tables, queues. */
    @Test
    @Covers("R11.2")
    void everyPhysicalNameOnAPageIsThatOfAResource() throws IOException {
        declareBoth();
        declareResilient();
        declareMore();
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Matcher name = PHYSICAL.matcher(page.getValue());
            while (name.find()) {
                if (!texts.contains(name.group(1))) {
                    unknown.add(page.getKey() + ": " + name.group(1));
                }
            }
        }
        assertThat(unknown).as("names on runbooks that no resource has").isEmpty();
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                texts.put(page.getFileName().toString(), Files.readString(page).replace('\n', ' '));
            }
        }
        return texts;
    }

    private void declareBoth() {
        declare("eu-central-1", Yaml.config("eu-central-1"), Map.of());
        PulumiTest.cleanup();
        declare("eu-west-1", Yaml.config("eu-west-1"), MockedProgram.PRIMARY);
    }

    private void declareResilient() {
        PulumiTest.cleanup();
        declare("eu-central-1", Yaml.config(Yaml.example("resilient", "eu-central-1"), ""), Map.of());
        PulumiTest.cleanup();
        declare("eu-west-1", Yaml.config(Yaml.example("resilient", "eu-west-1"), ""), MockedProgram.PRIMARY);
    }

    /** What neither shape chooses. */
    private void declareMore() {
        PulumiTest.cleanup();
        String outbox = Yaml.text("eu-central-1").replaceFirst("table: true", "table: true\n      outbox: true");
        declare("eu-central-1", Yaml.config(outbox, "  tandem:costAction: floor\n"), Map.of());
    }

    private void declare(String stack, String configuration, Map<String, Object> peer) {
        MockedProgram program = new MockedProgram();
        program.run(stack, peer, configuration);
        program.declared().values().stream().filter(resource -> resource.type.endsWith("Alarm")).forEach(alarm -> {
            Object name = alarm.inputs.getOrDefault("name", alarm.inputs.getOrDefault("alarmName", alarm.name));
            alarms.put(name.toString(), String.valueOf(alarm.inputs.get("alarmDescription")));
        });
        for (var resource : program.declared().values()) {
            resource.inputs.values().stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
            if (resource.type.endsWith(":Dashboard")) {
                dashboards.put(resource.inputs.get("dashboardName").toString(), resource.inputs.get("dashboardBody").toString());
            }
        }
    }
}
