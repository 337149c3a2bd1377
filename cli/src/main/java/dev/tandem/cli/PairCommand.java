package dev.tandem.cli;

import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.failover.MachineRun;
import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.failover.Pair.Move;
import dev.tandem.ops.failover.PairLook;
import dev.tandem.ops.failover.PairMoves;
import dev.tandem.ops.failover.PairState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What failover and failback have in common. Both act in the surviving region only, whatever {@code --region} says. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, shown, or nothing to do",
            "1:refused: the region that shall serve is red, or another move is under way",
            "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)",
            "4:the machine ended without success; its words say what holds now"
        })
abstract class PairCommand extends ChangeCommand {

    static final int FAILED = 4;

    @Option(names = "--force", description = "Starts although the region that shall serve is red; asks you to type its name.")
    private boolean force;

    @Option(names = "--again", description = "Starts although that region has everything already: every step may be done twice.")
    private boolean again;

    @Option(names = "--pause", description = "Holds the machine that runs before its next step.")
    private boolean pause;

    @Option(names = "--resume", description = "Lets a held machine go on.")
    private boolean resume;

    @Option(names = "--no-follow", description = "Starts it and returns; the same command follows it later.")
    private boolean noFollow;

    abstract Move move();

    @Override
    public Integer call() {
        return onPair((pair, who) -> {
            try (DynamoDbClient dynamo = pair.there().client(DynamoDbClient.builder())) {
                PairMoves moves = new PairMoves(pair, new LeaseStore(dynamo, RouteItems.tableName(OperatorOptions.PROJECT,
                        where().environment()), Clock.systemUTC()), Clock.systemUTC());
                return pause || resume ? hold(pair, moves, who) : move(pair, moves, who);
            }
        });
    }

    private int hold(Pair pair, PairMoves moves, String who) {
        PairReport report = new PairReport(this, pair, new PairLook(pair).of(move()));
        String what = pause ? "held before its next step" : "not held";
        if (how().yes()) {
            moves.hold(pause);
            record(who, pair, resume ? "held" : "not held", what);
        }
        print(report.held(what, how().yes()), report.json(how().yes() ? what : "dry-run"));
        return 0;
    }

    private int move(Pair pair, PairMoves moves, String who) {
        PairState state = new PairLook(pair).of(move());
        PairReport report = new PairReport(this, pair, state);
        String target = pair.target(move());
        if (state.settledOn(target) && !again) {
            print(report.nothing(), report.json("nothing-to-do"));
            return 0;
        }
        if (!how().yes()) {
            print(report.dry(), report.json("dry-run"));
            return state.reasons().isEmpty() ? 0 : REFUSED;
        }
        boolean followed = state.running().filter(execution -> pair.runs(move(), execution)).isPresent();
        if (!state.reasons().isEmpty() && !followed) {
            confirm(target, state);
        }
        String execution = moves.start(move(), who);
        record(who, pair, state.writing() + " writes, " + state.operation(), execution);
        if (noFollow) {
            print("Started: " + execution + "\nFollow it: ./tandem " + spec().name() + " --yes\n", report.json("started"));
            return 0;
        }
        MachineRun.End end = follow(pair, execution);
        print(report.ended(end), report.json(end));
        return end.succeeded() ? 0 : FAILED;
    }

    private void confirm(String target, PairState state) {
        String red = target + " is red: " + String.join("; ", state.reasons());
        if (!force) {
            throw new OperationRefusedException(red + ". Expected the region that shall serve to be well. Nothing was changed; mend it,"
                    + " or use --force and type its name when asked");
        }
        err().println(red + "\nType " + target + " to go on:");
        try {
            String typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (typed == null || !typed.strip().equals(target)) {
                throw new OperationRefusedException("--force: found '" + (typed == null ? "" : typed.strip()) + "', expected '" + target
                        + "'. Nothing was changed");
            }
        } catch (IOException unreadable) {
            throw new OperationRefusedException("--force: nothing can be typed here (" + unreadable.getMessage() + "). Nothing was changed");
        }
    }

    private MachineRun.End follow(Pair pair, String execution) {
        err().println("following " + execution + "; it goes on when this command is ended");
        try (SfnClient states = pair.there().client(SfnClient.builder())) {
            return new MachineRun(states, execution).follow(
                    (step, at) -> err().println(at.toString().substring(11, 19) + "  " + step), Pause.or("the machine goes on, the same command follows it again"));
        }
    }

    private void record(String who, Pair pair, String before, String after) {
        audit(where().in(pair.survivor()),
                AuditLine.ofText(Instant.now(), who, spec().name(), "region", before, after, how().note()));
    }
}
