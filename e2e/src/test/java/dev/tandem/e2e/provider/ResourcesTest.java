package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resource's life in the simulated account. */
class ResourcesTest {

    private static final Place FRANKFURT = new Place("eu-central-1", Map.of("owner", "platform"));
    private static final Place IRELAND = new Place("eu-west-1", Map.of());
    private static final ByteString SEED = ByteString.copyFromUtf8("seed");

    @TempDir
    private Path directory;

    private SimulatedAccount account;
    private Resources resources;

    @BeforeEach
    void open() {
        account = new SimulatedAccount(directory);
        resources = new Resources(account);
    }

    @Test
    void aPreviewMakesNothingAndKnowsNoOutputs() throws IOException {
        Resources.Created planned = resources.create(FRANKFURT, urn("aws:sqs/queue:Queue", "jobs"), struct(Map.of("name", "jobs")), true);

        assertThat(planned.id()).isEmpty();
        assertThat(Values.isUnknown(planned.state().getFieldsOrThrow("arn"))).isTrue();
        assertThat(planned.state().getFieldsOrThrow("name").getStringValue()).isEqualTo("jobs");
        assertThat(account.size()).isZero();
        assertThat(account.journal()).isEmpty();
    }

    @Test
    void creationFillsInIdAndArnAndTags() throws IOException {
        Resources.Created queue = create(FRANKFURT, "aws:sqs/queue:Queue", "jobs", Map.of("name", "jobs", "tags", Map.of("a", "b")));

        assertThat(queue.id()).isEqualTo("https://sqs.eu-central-1.amazonaws.com/111122223333/jobs");
        assertThat(Values.text(queue.state(), "arn")).isEqualTo("arn:aws:sqs:eu-central-1:111122223333:jobs");
        assertThat(Values.text(queue.state(), "url")).isEqualTo(queue.id());
        assertThat(queue.state().getFieldsOrThrow("tagsAll")).isEqualTo(Values.of(Map.of("a", "b", "owner", "platform")));
        assertThat(resources.read(FRANKFURT, urn("aws:sqs/queue:Queue", "jobs"), queue.id())).contains(queue.state());
        assertThat(resources.read(IRELAND, urn("aws:sqs/queue:Queue", "jobs"), queue.id())).isEmpty();
    }

    @Test
    void aCertificateHasARecordForEachOfItsDomains() throws IOException {
        Struct state = create(FRANKFURT, "aws:acm/certificate:Certificate", "site",
                Map.of("domainName", "a.example.com", "subjectAlternativeNames", List.of("b.example.com"))).state();

        assertThat(state.getFieldsOrThrow("domainValidationOptions").getListValue().getValuesList())
                .extracting(option -> Values.text(option.getStructValue(), "domainName"))
                .containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void aNameIsMadeUpOnceAndKept() throws IOException {
        String urn = urn("aws:sqs/queue:Queue", "jobs");
        Struct first = resources.check(FRANKFURT, urn, struct(Map.of()), struct(Map.of()), SEED, new ArrayList<>());
        Struct later = resources.check(FRANKFURT, urn, struct(Map.of()), first, ByteString.copyFromUtf8("other"), new ArrayList<>());

        assertThat(Values.text(first, "name")).matches("jobs-[0-9a-f]{7}");
        assertThat(later).isEqualTo(first);
    }

    @Test
    void madeUpNamesRespectTheServicesLimits() throws IOException {
        String longName = "a-target-group-with-quite-a-long-name";

        assertThat(Values.text(check("aws:lb/targetGroup:TargetGroup", longName, Map.of()), "name")).hasSize(32);
        assertThat(Values.text(check("aws:s3/bucketV2:BucketV2", "Trail", Map.of()), "bucket")).matches("trail-[0-9a-f]{7}");
        assertThat(Values.text(check("aws:kms/alias:Alias", "key", Map.of("targetKeyId", "k")), "name")).startsWith("alias/key-");
        assertThat(Values.text(check("aws:sqs/queue:Queue", "q", Map.of("fifoQueue", true)), "name")).endsWith(".fifo");
        assertThat(check("aws:iam/role:Role", "r", Map.of("namePrefix", "x", "assumeRolePolicy", "{}")).containsFields("name")).isFalse();
    }

    @Test
    void aSecondResourceOfTheSameNameIsRefusedInThePlan() throws IOException {
        check("aws:sqs/queue:Queue", "one", Map.of("name", "jobs"));
        List<Problem> problems = new ArrayList<>();
        resources.check(FRANKFURT, urn("aws:sqs/queue:Queue", "two"), struct(Map.of("name", "jobs")), struct(Map.of()), SEED, problems);

        assertThat(problems).containsExactly(new Problem("name", "aws:sqs/queue:Queue with name=jobs already exists in eu-central-1: it is "
                + urn("aws:sqs/queue:Queue", "one") + "; expected a name of its own"));
    }

    @Test
    void rolesShareOneNameSpaceInAllRegionsAndQueuesDoNot() throws IOException {
        create(FRANKFURT, "aws:iam/role:Role", "task", Map.of("name", "task", "assumeRolePolicy", "{}"));
        create(FRANKFURT, "aws:sqs/queue:Queue", "jobs", Map.of("name", "jobs"));
        create(IRELAND, "aws:sqs/queue:Queue", "jobs", Map.of("name", "jobs"));

        assertThatThrownBy(() -> create(IRELAND, "aws:iam/role:Role", "other", Map.of("name", "task", "assumeRolePolicy", "{}")))
                .hasMessageContaining("aws:iam/role:Role with name=task already exists in the account: it is urn:pulumi:test::e2e::aws:iam/role:Role::task");
    }

    @Test
    void aDeletedResourceLeavesItsNameFree() throws IOException {
        Map<String, Object> inputs = Map.of("name", "jobs");
        String urn = urn("aws:sqs/queue:Queue", "jobs");
        Resources.Created queue = create(FRANKFURT, "aws:sqs/queue:Queue", "jobs", inputs);
        resources.delete(FRANKFURT, urn, queue.id(), struct(inputs), queue.state());

        assertThat(account.size()).isZero();
        assertThat(create(FRANKFURT, "aws:sqs/queue:Queue", "again", inputs).id()).isEqualTo(queue.id());
        assertThat(account.journal()).extracting(line -> line.split("\t")[0]).containsExactly("create", "delete", "create");
    }

    @Test
    void aPrefixIsMadeANameWhichIsFreedToo() throws IOException {
        Map<String, Object> inputs = Map.of("bucketPrefix", "trail-");
        Resources.Created bucket = create(FRANKFURT, "aws:s3/bucketV2:BucketV2", "trail", inputs);
        resources.delete(FRANKFURT, urn("aws:s3/bucketV2:BucketV2", "trail"), bucket.id(), struct(inputs), bucket.state());

        assertThat(bucket.id()).matches("trail-[0-9a-f]{26}");
        assertThat(Values.text(bucket.state(), "arn")).isEqualTo("arn:aws:s3:::" + bucket.id());
        assertThat(directory.resolve("names")).isEmptyDirectory();
    }

    @Test
    void aChangeKeepsWhatWasComputed() throws IOException {
        String urn = urn("aws:sqs/queue:Queue", "jobs");
        Resources.Created queue = create(FRANKFURT, "aws:sqs/queue:Queue", "jobs", Map.of("name", "jobs"));
        Struct changed = resources.update(FRANKFURT, urn, queue.id(), struct(Map.of("name", "jobs")), queue.state(),
                struct(Map.of("name", "jobs", "delaySeconds", 5)), false);

        assertThat(changed.getFieldsOrThrow("arn")).isEqualTo(queue.state().getFieldsOrThrow("arn"));
        assertThat(Values.text(changed, "delaySeconds")).isEqualTo("5");
    }

    @Test
    void anUnknownTypeAndAnUnknownValueAreRefused() {
        assertThatThrownBy(() -> create(FRANKFURT, "aws:sqs/queue:Qeueu", "q", Map.of()))
                .hasMessage("unknown resource type aws:sqs/queue:Qeueu: the Java SDK for aws 6.83.0 has none of this name");
        assertThatThrownBy(() -> create(FRANKFURT, "aws:sqs/queue:Queue", "q", Map.of("name", Values.unknown())))
                .hasMessageContaining("the value of 'name' is still unknown");
    }

    private Resources.Created create(Place place, String type, String name, Map<String, Object> inputs) throws IOException {
        return resources.create(place, urn(type, name), struct(inputs), false);
    }

    private Struct check(String type, String name, Map<String, Object> inputs) throws IOException {
        return resources.check(FRANKFURT, urn(type, name), struct(inputs), struct(Map.of()), SEED, new ArrayList<>());
    }

    private static String urn(String type, String name) {
        return "urn:pulumi:test::e2e::" + type + "::" + name;
    }

    private static Struct struct(Map<String, Object> fields) {
        return Values.of(fields).getStructValue();
    }
}
