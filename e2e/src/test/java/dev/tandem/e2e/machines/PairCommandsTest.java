package dev.tandem.e2e.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.Halt;
import dev.tandem.e2e.routes.TandemCommand;
import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failover and failback as an operator types them, with the machines of the repository running in the simulator. */
@NeedsTools(Tools.AUDIT)
class PairCommandsTest {

    private static final String SURVIVOR_WRITES = "\"eu-west-1 tandem-prod-auth\": [\"eu-west-1\", \"2\"]";
    private static final String PRIMARY_WRITES = "\"eu-central-1 tandem-prod-auth\": [\"eu-central-1\", ";

    private ServedPair pair;
    private TandemCommand tandem;

    @BeforeEach
    void start() {
        pair = new ServedPair();
        tandem = new TandemCommand(pair.endpoint());
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    private String typed(String text, String... command) throws IOException {
        Process process = tandem.start(command);
        process.outputWriter().append(text).append('\n').close();
        Result result = TandemCommand.finish(process);
        return result.code() + " " + result.out();
    }

    @Test
    @Covers(value = {"R1.2", "R1.4"}, evidence = Evidence.SIMULATED)
    void aSilentPrimaryIsLeftAndGetsItsWorkBack() {
        Result dry = tandem.run("failover");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("Now: eu-central-1 writes, operation idle").contains("predicted: at most ")
                .contains("  services: [auth-stable, persona-stable]").contains("eu-west-1 is well.\nDry run, nothing was changed.");
        assertThat(pair.order("state")).contains(PRIMARY_WRITES);

        pair.order("edge eu-central-1 503");
        pair.order("silent");
        Result over = tandem.run("failover", "--yes", "-m", "no answer");
        assertThat(over.code()).as(over.out() + over.err()).isZero();
        assertThat(over.err()).contains("  Do Raise flag").contains("  Do Move epoch").contains("  Keep record");
        assertThat(over.out()).startsWith("Done in ").contains("Undo: ./tandem failback --yes");
        assertThat(pair.order("state")).contains(SURVIVOR_WRITES);
        Result again = tandem.run("failover", "--yes");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("Nothing to do: eu-west-1 has everything already.");
    }

    @Test
    @Covers(value = "R1.4", evidence = Evidence.SIMULATED)
    void aFailbackKilledAtEveryStepIsTakenUpByTheNext() {
        assertThat(tandem.run("failover", "--yes").code()).isZero();
        assertThat(tandem.run("failback").out()).contains("soak: the primary is looked at").contains("eu-central-1 is well.");
        for (int after = 0; after < 4; after++) {
            Result halted = tandem.runHalted(after, "failback", "--yes");
            // The machine goes on while its operator is dead: where processes are slow, the last of them finds it done.
            if (after > 1 && halted.code() == 0) {
                assertThat(halted.out()).containsAnyOf("done", "Nothing to do");
                break;
            }
            assertThat(halted.code()).as("killed after %d: %s", after, halted.out() + halted.err()).isEqualTo(Halt.CODE);
            if (after == 1) {
                Result second = tandem.run("failback", "--yes");
                assertThat(second.code()).isEqualTo(1);
                assertThat(second.err()).contains("pair/move is being changed by arn:aws:sts::123456789012:user/moto until ");
            }
            pair.order("free");
        }
        Result last = tandem.run("failback", "--yes", "--json");
        assertThat(last.code()).as(last.out() + last.err()).isZero();
        assertThat(last.out()).containsAnyOf("\"outcome\" : \"done\"", "\"outcome\" : \"nothing-to-do\"");
        assertThat(pair.order("state")).contains(PRIMARY_WRITES).contains("\"operation\": \"idle\"")
                .contains("\"weights\": {\"eu-central-1\": 100, \"eu-west-1\": 0}");
    }

    @Test
    @Covers(value = "R1.2", evidence = Evidence.SIMULATED)
    void aRedSurvivorIsRefusedUnlessItsNameIsTyped() throws IOException {
        pair.order("tasks eu-west-1 0");
        pair.order("ring eu-west-1 tandem-prod-auth-error-rate");
        pair.order("ring eu-west-1 tandem-prod-tasks-cost");
        Result red = tandem.run("failover", "--yes");
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.err()).contains("tandem: eu-west-1 is red: auth-stable runs no task; persona-stable runs no task; alarm"
                + " tandem-prod-auth-error-rate rings. Expected the"
                + " region that shall serve to be well. Nothing was changed; mend it, or use --force and type its name when asked");
        assertThat(typed("yes", "failover", "--yes", "--force")).startsWith("1 ").contains("--force: found 'yes', expected 'eu-west-1'");
        assertThat(pair.order("state")).contains(PRIMARY_WRITES);
        assertThat(typed("eu-west-1", "failover", "--yes", "--force", "--no-follow")).startsWith("0 ").contains("Started: arn:aws:states:");
    }

    @Test
    @Covers(value = {"R1.2", "R9.5"}, evidence = Evidence.SIMULATED)
    void lateWritesAreToldApartOnceThePrimaryIsBack(@TempDir Path directory) throws IOException {
        assertThat(tandem.run("reconcile").out()).contains("tandem-prod-auth: no takeover in the last 24 hours").endsWith("Nothing is to be done.\n");
        pair.order("write eu-central-1 user#in-time before");
        pair.order("arrive");
        pair.order("write eu-central-1 user#kept late");
        pair.order("write eu-central-1 user#overwritten late");
        pair.order("silent");
        assertThat(tandem.run("failover", "--yes").code()).isZero();
        pair.order("write eu-west-1 user#overwritten survivor");
        pair.order("write eu-west-1 user#conflicting survivor");
        pair.order("write eu-central-1 user#conflicting later");

        Result apart = tandem.run("reconcile");
        assertThat(apart.code()).as(apart.out() + apart.err()).isEqualTo(1);
        assertThat(apart.out()).contains("late writes: 0 kept, 0 overwritten, 0 conflicting, 3 waiting");
        pair.order("arrive");
        // Not replicated yet: what is there is asked where the table is written.
        pair.order("write eu-west-1 user#overwritten again");
        Path lost = directory.resolve("lost.jsonl");
        Result back = tandem.run("reconcile", "--save", lost.toString());
        assertThat(back.out()).contains("(epoch 2), recovery point ").contains("user#overwritten / 1").contains("user#conflicting / 1")
                .contains("late writes: 1 kept, 1 overwritten, 1 conflicting, 0 waiting").doesNotContain("user#in-time").doesNotContain("survivor");
        assertThat(Files.readAllLines(lost)).satisfiesExactlyInAnyOrder(
                line -> assertThat(line).contains("\"key\":\"user#overwritten / 1\"", "\"value\":{\"S\":\"late\"}", "\"writtenIn\":\"eu-central-1\""),
                line -> assertThat(line).contains("\"key\":\"user#conflicting / 1\"", "\"value\":{\"S\":\"survivor\"}", "\"writtenIn\":\"eu-west-1\""));
        assertThat(tandem.run("reconcile", "--save", lost.toString()).err()).contains("expected a file that does not exist");

        String[] restore = {"reconcile", "restore", lost.toString(), "--table", "tandem-prod-auth", "--key"};
        assertThat(tandem.run(with(restore, "user#overwritten / 1")).out()).contains("(epoch 2)\n  would change: value\nDry run");
        Result done = tandem.run(with(restore, "user#overwritten / 1", "--yes"));
        assertThat(done.out()).as(done.err()).contains("in eu-west-1 (epoch 2)\nDone: written.");
        assertThat(tandem.run(with(restore, "user#overwritten / 1", "--yes")).out()).contains("Nothing to do: the item is there.");
        pair.order("write eu-west-1 user#conflicting newer");
        Result changed = tandem.run(with(restore, "user#conflicting / 1", "--yes"));
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains("found another item, expected the one that was there when the file was saved");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    @Covers(value = "R1.4", evidence = Evidence.SIMULATED)
    void aMachineIsHeldAndGoesOn() {
        assertThat(tandem.run("failover", "--pause", "--yes").err()).contains("neither failover nor failback is under way");
        assertThat(tandem.run("failover", "--yes").code()).isZero();
        pair.order("hold 1");
        assertThat(tandem.run("failback", "--yes", "--no-follow").code()).isZero();
        Result held = tandem.run("failback", "--pause", "--yes");
        assertThat(held.code()).as(held.err()).isZero();
        assertThat(tandem.run("failback").out()).contains("operation failback, held").contains("under way: arn:aws:states:");
        assertThat(pair.order("state")).contains("\"operation\": \"failback\"");
        assertThat(tandem.run("failback", "--resume", "--yes").code()).isZero();
        Result end = tandem.run("failback", "--yes");
        assertThat(end.code()).as(end.out() + end.err()).isZero();
        assertThat(pair.order("state")).contains(PRIMARY_WRITES);
    }
}
