package dev.tandem.preview.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.policy.report.SourceLocation;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.it.packs.BucketPack;
import dev.tandem.preview.it.packs.RawPack;
import dev.tandem.preview.it.programs.ShopProgram;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.ReportFormat;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real program against the offline engine, and real packs beside it. */
class PlanTest {

    private static final String STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    private static final String DEFAULT = "urn:pulumi:dev::shop::pulumi:providers:aws::default_6_83_0";
    private static final String IRELAND = "urn:pulumi:dev::shop::pulumi:providers:aws::ireland";
    private static final String SITE = "urn:pulumi:dev::shop::shop:index:Site::www";
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String CONFIG =
            "config: {aws:region: eu-central-1, shop:password: hunter2222}\n";

    @TempDir
    Path root;

    @Test
    void everyResourceHasItsUrnParentProviderAndRegion() {
        StackReport report = shop().stack("dev", CONFIG).one();

        assertThat(report.problems()).isEmpty();
        assertThat(report.exitCode()).isEqualTo(ExitCode.CLEAN);
        assertThat(report.region()).isEqualTo("eu-central-1");
        assertThat(report.resources())
                .extracting(PlannedResource::urn, PlannedResource::parent, PlannedResource::provider, PlannedResource::region)
                .containsExactlyInAnyOrder(
                        tuple(STACK, "", "", ""),
                        tuple(DEFAULT, "", "", "eu-central-1"),
                        tuple(IRELAND, STACK, "", "eu-west-1"),
                        tuple(SITE, STACK, "", ""),
                        tuple("urn:pulumi:dev::shop::shop:index:Site$" + BUCKET + "::www-files", SITE, DEFAULT, "eu-central-1"),
                        tuple("urn:pulumi:dev::shop::" + BUCKET + "::replica", STACK, IRELAND, "eu-west-1"),
                        tuple("urn:pulumi:dev::shop::" + BUCKET + "::vault", STACK, DEFAULT, "eu-central-1"));
        assertThat(report.managed()).isEqualTo(3);
        assertThat(report.log()).containsExactly(new LogLine("info", "made for dev", ""));
        assertThat(report.cost()).isPresent();
    }

    @Test
    void thePackJudgesEveryResourceAndTheStack() {
        StackReport report = shop().stack("dev", CONFIG).pack(BucketPack.class, "")
                .file("src/main/java/shop/App.java", "one\ntwo\n").one();

        assertThat(report.problems()).isEmpty();
        assertThat(report.exitCode()).isEqualTo(ExitCode.VIOLATED);
        assertThat(report.policy().location("urn:pulumi:dev::shop::" + BUCKET + "::replica"))
                .contains(SourceLocation.of("src/main/java/shop/App.java", 2));
        assertThat(report.policy().location("urn:pulumi:dev::shop::" + BUCKET + "::vault"))
                .contains(SourceLocation.of("Pulumi.yaml"));
        assertThat(report.findings())
                .extracting(ReportedFinding::id, f -> f.level().configName(), ReportedFinding::urn, ReportedFinding::path,
                        ReportedFinding::message, ReportedFinding::fix)
                .containsExactly(
                        tuple("bucket-region", "mandatory", "urn:pulumi:dev::shop::" + BUCKET + "::replica", "bucket",
                                "is in eu-west-1", "use the provider of eu-central-1"),
                        tuple("bucket-count", "advisory", STACK, "", "there are 3 buckets, at most 2 expected", ""));
        assertThat(report.undecided()).singleElement().satisfies(u -> {
            assertThat(u.rule()).isEqualTo("bucket-owner");
            assertThat(u.urn()).endsWith("::vault");
            assertThat(u.places()).singleElement().asString().contains("tags");
        });
        assertThat(report.rules())
                .extracting(ReportedRule::id, r -> r.level().configName(), r -> r.counts().passed(), r -> r.counts().violated(),
                        r -> r.counts().notApplicable(), r -> r.counts().undecided())
                .containsExactly(
                        tuple("bucket-broken", "disabled", 0, 0, 0, 0),
                        tuple("bucket-copied", "disabled", 0, 0, 0, 0),
                        tuple("bucket-count", "advisory", 0, 1, 0, 0),
                        tuple("bucket-mended", "remediate", 3, 0, 4, 0),
                        tuple("bucket-owner", "advisory", 2, 0, 4, 1),
                        tuple("bucket-region", "mandatory", 2, 1, 4, 0));
    }

    @Test
    void configurationOfThePackIsInForce() {
        StackReport report = shop().stack("dev", CONFIG).pack(BucketPack.class, "")
                .packConfig("{\"bucket-region\": \"advisory\", \"bucket-count\": {\"most\": 3},"
                        + " \"bucket-broken\": \"advisory\"}")
                .one();

        assertThat(report.findings()).extracting(ReportedFinding::rule, ReportedFinding::refuses).contains(tuple("bucket-region", false))
                .doesNotContain(tuple("bucket-count", false));
        // A rule that throws must not let anything pass, so it is mandatory whatever its level.
        assertThat(report.findings()).filteredOn(f -> f.rule().equals("bucket-broken")).hasSize(3)
                .allMatch(ReportedFinding::refuses);
    }

    /** What a provider makes is not known before the deployment, but whose output it is must not be lost on the way. */
    @Test
    void anOutputThatTheProgramReadsKeepsItsPropertyDependency() {
        StackReport report = shop().stack("dev", CONFIG).pack(BucketPack.class, "")
                .packConfig("{\"bucket-copied\": \"advisory\"}").one();

        assertThat(report.findings()).filteredOn(f -> f.rule().equals("bucket-copied"))
                .extracting(ReportedFinding::urn, ReportedFinding::message)
                .containsExactly(tuple("urn:pulumi:dev::shop::" + BUCKET + "::vault", "takes them from replica"));
    }

    @Test
    void undecidedRulesRefuseWhenAsked() {
        Shop shop = shop().stack("dev", CONFIG).pack(BucketPack.class, "")
                .packConfig("{\"bucket-region\": \"disabled\"}");

        assertThat(shop.one().exitCode()).isEqualTo(ExitCode.CLEAN);
        assertThat(shop.refuseUndecided().one().exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void secretsAreShownNowhereEvenIfAForeignPackRepeatsThem() {
        Report report = shop()
                .file("Pulumi.yaml", "name: shop\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n"
                        + "config: {password: {type: string, secret: true, default: hunter2222}}\n")
                .stack("dev", "config: {aws:region: eu-central-1}\n")
                .pack(RawPack.class, "leak")
                .preview();

        StackReport stack = report.stacks().get(0);
        assertThat(stack.problems()).isEmpty();
        assertThat(stack.findings()).singleElement().satisfies(f -> {
            assertThat(f.message()).isEqualTo("the password is [secret]");
            assertThat(f.fix()).isEqualTo("remove it");
            assertThat(f.urn()).endsWith("::vault");
        });
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report, new ReportFormat.View(TextStyle.PLAIN, true, "1", Optional.empty())))
                    .contains("no-passwords", "vault").doesNotContain("hunter2222");
        }
    }

    @Test
    void encryptedConfigurationNeedsNoPassphrase() {
        StackReport report = shop()
                .stack("dev", "config: {aws:region: eu-central-1, shop:password: {secure: v1:abc}}\n")
                .pack(RawPack.class, "leak")
                .one();

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings()).singleElement().satisfies(f ->
                assertThat(f.message()).isEqualTo("the password is [secret]"));
    }

    @Test
    void stacksRunSideBySideInTheOrderAskedFor() {
        Report report = shop().stack("a", CONFIG).stack("b", CONFIG).preview("b", "a", "b");

        assertThat(report.stacks()).extracting(StackReport::stack).containsExactly("b", "a");
        assertThat(report.exitCode()).isEqualTo(ExitCode.CLEAN);
        assertThat(report.stacks().get(1).resources()).extracting(PlannedResource::urn)
                .allMatch(urn -> urn.startsWith("urn:pulumi:a::shop::"));
    }

    private Shop shop() {
        return new Shop(root).program(ShopProgram.class);
    }
}
