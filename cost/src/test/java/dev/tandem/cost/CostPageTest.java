package dev.tandem.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.pricer.FreeTypes;
import dev.tandem.cost.pricer.PricerTable;
import dev.tandem.cost.usage.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The parts of docs/cost.md that are written from the code; {@code -Dgolden.update=true} writes them again. */
class CostPageTest {

    private static final Path PAGE = Path.of("..", "docs", "cost.md");

    @Test
    void everyUsageKeyIsDocumentedWithItsDefault() throws IOException {
        assertSection("usage keys", "| key | default | counts for | meaning |\n|---|---|---|---|\n"
                + Arrays.stream(Meter.values()).map(m -> "| `" + m.path() + "` | " + m.standard().toPlainString() + " "
                        + m.unit() + " | " + (m.scope() == Meter.Scope.SERVICE ? "each service" : "region") + " | "
                        + m.meaning() + " |\n").collect(Collectors.joining()));
    }

    @Test
    void everyTypeThatIsPricedOrFreeIsListed() throws IOException {
        Map<String, Set<String>> free = new TreeMap<>();
        FreeTypes.types().forEach(t ->
                free.computeIfAbsent(FreeTypes.reason(t).orElseThrow(), r -> new TreeSet<>()).add(t));
        StringBuilder out = new StringBuilder("**" + PricerTable.types().size() + " types with lines of their own:** ")
                .append(names(PricerTable.types())).append(".\n\n**").append(FreeTypes.types().size())
                .append(" types that cost nothing by themselves:**\n\n| types | why |\n|---|---|\n");
        free.forEach((reason, types) ->
                out.append("| ").append(names(types)).append(" | ").append(reason).append(" |\n"));
        assertSection("types", out.toString());
        assertThat(PricerTable.types()).hasSizeGreaterThanOrEqualTo(80);
    }

    /** {@code ec2}: Eip, NatGateway; {@code ecs}: Service. */
    private static String names(Collection<String> types) {
        Map<String, Set<String>> byModule = new TreeMap<>();
        types.forEach(t -> byModule.computeIfAbsent(t.replaceFirst("^aws:([^/]+)/.*$", "$1"), m -> new TreeSet<>())
                .add(t.substring(t.lastIndexOf(':') + 1)));
        return byModule.entrySet().stream().map(e -> "`" + e.getKey() + "`: " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static void assertSection(String name, String expected) throws IOException {
        String page = Files.readString(PAGE);
        String from = "<!-- from the code: " + name + " -->\n";
        int begin = page.indexOf(from);
        int end = page.indexOf("<!-- end -->", begin);
        assertThat(begin).as("\"" + from.strip() + "\" in docs/cost.md").isNotNegative();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + from + expected + page.substring(end));
            return;
        }
        assertThat(page.substring(begin + from.length(), end))
                .as("docs/cost.md, " + name + "; to write it again: mvn test -pl cost -Dtest=CostPageTest -Dgolden.update=true")
                .isEqualTo(expected);
    }
}
