package dev.tandem.cli;

import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.Operator;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.failover.Pair;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that talks to AWS: where it acts, its help, and how failures become messages and exit codes. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:refused", "2:wrong usage", "3:AWS can't be reached, or denies access (says which action)"},
        footerHeading = "%nExamples:%n")
abstract class AwsCommand implements Callable<Integer> {

    static final int REFUSED = 1;
    static final int UNREACHABLE = 3;
    static final int TAKEN_BACK = 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions where;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    final CommandSpec spec() {
        return spec;
    }

    final OperatorOptions where() {
        return where;
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a result, in the form that was asked for. */
    final void print(String text, String json) {
        spec.commandLine().getOut().print(where.json() ? json : Terminal.fitted(text));
        spec.commandLine().getOut().flush();
    }

    /** Runs work and turns what goes wrong into a message and an exit code. */
    final int guarded(IntSupplier work) {
        try (Progress progress = Progress.start(err(), "asking AWS ...")) {
            return telling(work);
        }
    }

    /** The same for work that says itself how far it is. */
    final int telling(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (OperationRefusedException | RouteConflictException | RouteFormatException refused) {
            err().println("tandem: " + refused.getMessage());
            return REFUSED;
        } catch (RouteSourceException failed) {
            err().println("tandem: " + failed.getMessage());
            return UNREACHABLE;
        }
    }

    /** The same with the mesh of the environment and region. */
    final int onMesh(ToIntFunction<MeshSession> work) {
        return guarded(() -> {
            try (MeshSession session = MeshSession.open(where)) {
                return work.applyAsInt(session);
            }
        });
    }

    /** The same with the pair of regions, and who acts as the survivor says it. Both are the same whatever {@code --region} says. */
    final int onPair(ToIntBiFunction<Pair, String> work) {
        return guarded(() -> {
            String survivor = OperatorOptions.PAIR.get(1);
            String who = Operator.arn(where.access(survivor));
            return work.applyAsInt(new Pair(where.prefix(), OperatorOptions.PAIR.get(0), survivor, Operator.account(who), where::access), who);
        });
    }

    /** Who acts; refused when this machine's clock is wrong, since leases and gates go by it. */
    final String who() {
        return Operator.arn(where.access());
    }

    /** Records a change that is done. @return whether it could be recorded; says on standard error when not */
    final boolean audit(AuditLine line) {
        return audit(where, line);
    }

    /** The same in another region than the command's. */
    final boolean audit(OperatorOptions there, AuditLine line) {
        Optional<String> failure = AuditTrail.write(there, line);
        failure.ifPresent(why -> err().println(
                "warning: the change is done, its audit line could not be written: " + why + "\n" + line.json()));
        return failure.isEmpty();
    }
}
