package dev.tandem.e2e.bad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A plan that breaks every rule, through the stock CLI: each rule finds something, and {@code e2e/bad-plan/findings.txt}
 * has exactly what they find: rule, resource, how many. Run with {@code -Dbad-plan.write} to write that file anew after a rule came or changed.
 */
@NeedsTools
class BadPlanTest {

    private static final Path FINDINGS = ScratchClone.repository().resolve("e2e/bad-plan/findings.txt");

    private static final String AS_ADVICE = "{\"all\": \"advisory\"}";

    private static final int CEILING_EUR = 100;

    /** The examples of {@link #APART} cost EUR 70 a month. */
    private static final int CEILING_APART_EUR = 75;

    /**
     * Rules that say nothing where resources refer to others by values that are not known yet, as many examples do; and the
     * one for a stack near its ceiling, which no plan is that is over it. Their examples make a plan of their own.
     */
    private static final String[] APART = {
        "cost-advice", "s3-secure-transport", "sg-declared-callers", "sg-unused", "sg-web-only-load-balancer",
        "sqs-dead-letter-queue",
    };

    /** Rules that join resources by values which are not known yet. */
    private static final String[] JOINING = {
        "cost-idle", "encryption-at-rest-s3", "firewall-warehouse-logs", "iam-no-combined-escalation", "s3-access-logs",
        "sg-unused", "sqs-dead-letter-queue", "web-firewall",
    };

    private static Outcome plain;
    private static Outcome together;
    private static Outcome apart;
    private static Outcome clean;

    @BeforeAll
    static void preview() {
        BadPlan plan = new BadPlan(SharedClone.get());
        plain = plan.preview(CEILING_EUR, "");
        // A mandatory finding may end a preview early; as advice all are told.
        together = plan.preview(CEILING_EUR, AS_ADVICE);
        apart = plan.preview(CEILING_APART_EUR, AS_ADVICE, APART);
        clean = plan.previewClean(CEILING_EUR, AS_ADVICE, JOINING);
    }

    @Test
    @Covers(value = "R8.2", evidence = Evidence.SIMULATED)
    void the_stock_cli_refuses_the_plan() {
        assertThat(plain.exit()).as(plain.text()).isNotZero();
        assertThat(plain.events().findings()).extracting(f -> f.level()).contains("mandatory");
    }

    @Test
    void every_rule_finds_something() throws IOException {
        Set<String> silent = new TreeSet<>(rules());
        Stream.of(together, apart).flatMap(o -> o.events().findings().stream()).forEach(f -> silent.remove(f.policy()));
        assertThat(silent).as("rules that find nothing in the bad plan; does the page's violating example show one?").isEmpty();
    }

    @Test
    void exactly_the_expected_findings_are_told() throws IOException {
        Set<String> alone = Set.of(APART);
        Map<String, Long> counts = Stream.concat(
                        together.events().findings().stream(),
                        apart.events().findings().stream().filter(f -> alone.contains(f.policy())))
                .distinct()
                .collect(Collectors.groupingBy(f -> f.policy() + " " + f.urn().replaceFirst("^urn:pulumi:[^:]*::[^:]*::", ""),
                        TreeMap::new, Collectors.counting()));
        List<String> found = counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
        if (System.getProperty("bad-plan.write") != null) {
            Files.write(FINDINGS, found);
        }
        assertThat(found).as("what the pack finds in the bad plan; e2e/bad-plan/findings.txt is written anew with"
                + " -Dbad-plan.write").isEqualTo(Files.readAllLines(FINDINGS));
    }

    @Test
    void what_a_program_takes_from_elsewhere_is_declared_also_where_it_does_not_say_whence() {
        assertThat(clean.text()).contains("cost-idle", "sqs-dead-letter-queue.orders");
        // An example is clean by its own rule; others may find something in it.
        assertThat(clean.events().findings()).noneMatch(f -> f.urn().replaceFirst(".*::", "").matches(f.policy() + "(\\..*)?"));
    }

    @Test
    void no_rule_fails_on_the_plan() {
        assertThat(together.events().findings()).noneMatch(f -> f.message().contains("the rule itself failed"));
    }

    private static Set<String> rules() throws IOException {
        try (Stream<Path> pages = Files.list(SharedClone.get().root().resolve("docs/rules"))) {
            return pages.map(p -> p.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(name -> !name.equals("README")).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
