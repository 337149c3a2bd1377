package dev.tandem.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import dev.tandem.infra.config.ConfigReader;
import dev.tandem.infra.config.StackConfig;
import dev.tandem.infra.config.Yaml;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, String> alarms = new ConcurrentHashMap<>();

    @AfterEach
    void cleanUp() {
        PulumiTest.cleanup();
    }

    @Test
    @Covers("R11.2")
    void everyAlarmNamesAPageThatExists() {
        declareBoth();
        assertThat(alarms).hasSizeGreaterThan(15).allSatisfy((name, description) -> {
            Matcher page = PAGE.matcher(description);
            assertThat(page.find()).as("alarm %s: found description '%s', expected it to end with"
                    + " 'Runbook: docs/runbooks/PAGE.md'", name, description).isTrue();
            assertThat(PAGES.resolve(page.group(1))).as("runbook of alarm %s", name).isRegularFile();
        });
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
        declare("eu-central-1", Map.of());
        PulumiTest.cleanup();
        declare("eu-west-1", Map.of("outputs", Map.of(
                "region", "eu-central-1", "vpcId", "vpc-1", "vpcCidr", "10.20.0.0/16", "privateRouteTableIds",
                List.of("rtb-1", "rtb-2"), "albDnsName", "alb.example.com", "albZoneId", "Z1",
                "kmsKeyArn", "arn:aws:kms:eu-central-1:111122223333:key/1")));
    }

    private void declare(String stack, Map<String, Object> peer) {
        StackConfig config = ConfigReader.read(stack, Yaml.config(stack), null);
        PulumiTest.withMocks(new Listener(peer))
                .withOptions(TestOptions.builder().projectName("tandem").stackName(stack).preview(false).build())
                .runTest(ctx -> Main.declare(ctx, config))
                .throwOnError()
                .resources().forEach(RunbooksTest::settle);
    }

    private static void settle(Resource resource) {
        PulumiTest.extractValue(resource.urn());
    }

    /** Keeps alarms, and answers with inputs and a few made-up outputs. */
    private final class Listener implements Mocks {
        private final Map<String, Object> peer;

        Listener(Map<String, Object> peer) {
            this.peer = peer;
        }

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            if (args.type.endsWith("Alarm")) {
                Object name = args.inputs.getOrDefault("name", args.inputs.getOrDefault("alarmName", args.name));
                alarms.put(name.toString(), String.valueOf(args.inputs.get("alarmDescription")));
            }
            Map<String, Object> state = new HashMap<>(args.inputs);
            for (String output : List.of("arn", "arnSuffix", "dnsName", "zoneId", "hostedZone", "prefixListId", "keyId")) {
                state.putIfAbsent(output, output + "-of-" + args.name);
            }
            state.put("nameServers", List.of("ns-1.example.net"));
            state.putIfAbsent("ipv6CidrBlock", "2a05:d014:1b2:4300::/56");
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("id-of-" + args.name), state));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return CompletableFuture.completedFuture(peer);
        }
    }
}
