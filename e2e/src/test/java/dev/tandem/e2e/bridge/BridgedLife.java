package dev.tandem.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.provider.Place;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Both stacks' whole life by the Terraform provider behind com.pulumi:aws, against the AWS simulator, lived once and judged
 * by several tests. The primary goes through what a platform team does: it changes settings, adds a zone, removes a service.
 */
final class BridgedLife {

    private static final String PRIMARY_FILE = "Pulumi." + Stacks.PRIMARY + ".yaml";
    private static final Pattern CERTIFICATE = Pattern.compile("certificateArn: (\\S+)");

    private static BridgedLife lived;

    final Map<String, Outcome> applied = new HashMap<>();
    final Map<String, Outcome> appliedAgain = new HashMap<>();
    final Map<String, Outcome> destroyed = new HashMap<>();
    final Outcome changed;
    final Outcome zoneAdded;
    final Outcome serviceRemoved;

    /** Lines of action, region, type, id and URN. */
    final List<String> journal;

    private BridgedLife() {
        try (ScratchClone clone = ScratchClone.withProvider("e2e/bridge"); Moto moto = simulator(clone)) {
            StockCli cli = new StockCli(clone, Map.of(
                    "TANDEM_BRIDGE_PROVIDER", Tools.AWS_PROVIDER.path().resolve("terraform-provider-aws").toString(),
                    "TANDEM_BRIDGE_ENDPOINT", moto.endpoint().toString()));
            onBoth(cli::apply, applied);
            // The rest would take minutes to fail too.
            applied.forEach((stack, outcome) -> assertThat(outcome.exit()).as(stack + ": " + outcome.text()).isZero());
            // What each reads of the other is there only now. The secondary is not protected from here on, so that it can be destroyed.
            unprotect(clone, "Pulumi." + Stacks.SECONDARY + ".yaml");
            onBoth(cli::apply, new HashMap<>());
            onBoth(cli::apply, appliedAgain);
            this.changed = change(clone, cli);
            this.zoneAdded = addZone(clone, cli);
            this.serviceRemoved = removeService(clone, cli);
            List.of(Stacks.SECONDARY, Stacks.PRIMARY).forEach(stack ->
                    destroyed.put(stack, cli.destroy(stack, "--skip-preview", "--parallel", "64")));
            this.journal = cli.journal();
        }
    }

    static synchronized BridgedLife lived() {
        if (lived == null) {
            lived = new BridgedLife();
        }
        return lived;
    }

    /** The lines of the journal for what the provider did itself, or for what stood in for it. */
    List<String[]> created(boolean byTheProvider) {
        return journal.stream().map(line -> line.split("\t"))
                .filter(columns -> columns[0].equals("create") && NotSimulated.reasons().containsKey(columns[2]) != byTheProvider)
                .toList();
    }

    /** Both at once: most of the time goes into waits that the provider has for AWS. */
    private static void onBoth(Function<String, Outcome> operation, Map<String, Outcome> outcomes) {
        Map<String, CompletableFuture<Outcome>> running = Stacks.BOTH.stream()
                .collect(Collectors.toMap(stack -> stack, stack -> CompletableFuture.supplyAsync(() -> operation.apply(stack))));
        running.forEach((stack, outcome) -> outcomes.put(stack, outcome.join()));
    }

    private static Outcome change(ScratchClone clone, StockCli cli) {
        unprotect(clone, PRIMARY_FILE);
        clone.replace(PRIMARY_FILE, "tandem:logRetentionDays: 30", "tandem:logRetentionDays: 60");
        clone.replace(PRIMARY_FILE, "image: tandem/prod/persona:1.0.0", "image: tandem/prod/persona:1.1.0");
        clone.replace(PRIMARY_FILE, "path: /api/persona", "path: /api/persona\n      criticality: critical");
        return cli.apply(Stacks.PRIMARY);
    }

    private static Outcome addZone(ScratchClone clone, StockCli cli) {
        clone.replace(PRIMARY_FILE, "[eu-central-1a, eu-central-1b]", "[eu-central-1a, eu-central-1b, eu-central-1c]");
        return cli.apply(Stacks.PRIMARY);
    }

    private static Outcome removeService(ScratchClone clone, StockCli cli) {
        try {
            String before = Files.readString(clone.root().resolve(PRIMARY_FILE));
            clone.write(PRIMARY_FILE, before.replaceAll("(?m)^    persona:\\n(      .*\\n)+", "").replace("callers: [persona]", "callers: []"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cli.apply(Stacks.PRIMARY);
    }

    /** A protected load balancer or table cannot be deleted; taking the protection off comes first, as in reality. */
    private static void unprotect(ScratchClone clone, String file) {
        clone.replace(file, "tandem:deletionProtection: true", "tandem:deletionProtection: false");
    }

    private static Moto simulator(ScratchClone clone) {
        String certificates = Stacks.BOTH.stream().map(stack -> certificate(clone, stack)).collect(Collectors.joining(" "));
        return Moto.start(ScratchClone.repository().resolve("e2e/bridge/aws-simulator"),
                Map.of("MOTO_ACCOUNT_ID", Place.ACCOUNT, "EXISTING_CERTIFICATES", certificates));
    }

    private static String certificate(ScratchClone clone, String stack) {
        try {
            Matcher found = CERTIFICATE.matcher(Files.readString(clone.root().resolve("Pulumi." + stack + ".yaml")));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
