package dev.tandem.components.failover;

import dev.tandem.components.failover.machine.FailbackMachine;
import dev.tandem.components.failover.machine.MachineRole;
import dev.tandem.components.failover.machine.PairFunctions;
import dev.tandem.components.failover.machine.PairNames;
import dev.tandem.components.failover.machine.PairedService;
import dev.tandem.components.failover.machine.TakeoverMachine;
import dev.tandem.components.failover.machine.Timings;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.guard.GuardPlan;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import dev.tandem.components.workflow.StateMachine;
import java.util.List;

/**
 * What the survivor keeps ready to take over and to give back.
 *
 * @param names       names of the pair
 * @param takeover    the machine that takes over
 * @param failback    the machine that gives back
 * @param machines    role of both
 * @param logs        logs of both machines
 * @param probe       function that asks the primary each minute
 * @param observe     function that looks at a region
 * @param fence       function that reaches the epoch items of the primary
 * @param weights     function that sets the weights
 * @param starter     role under which an alarm starts the takeover
 * @param unreachable name of the alarm on the probe's answers
 * @param trigger     name of the rule on that alarm
 * @param pattern     its pattern
 * @param input       what the takeover is started with
 */
public record SurvivorPlan(
        PairNames names,
        StateMachine takeover,
        StateMachine failback,
        RolePlan machines,
        VendedLogs logs,
        FunctionPlan probe,
        FunctionPlan observe,
        FunctionPlan fence,
        FunctionPlan weights,
        RolePlan starter,
        String unreachable,
        String trigger,
        String pattern,
        String input) {

    /** Data points of a minute without an answer, after which the takeover is started. */
    public static final int UNREACHABLE_MINUTES = 3;

    /** Plans the survivor's side. Pure. */
    static SurvivorPlan of(
            FailoverArgs args, PairNames names, String boundaryArn, String takeoverAlarm, Timings timings) {
        List<PairedService> services = args.services();
        FunctionRoles roles = new FunctionRoles(
                names.project(), names.environment(), names.survivor(), names.accountId(), boundaryArn);
        PairFunctions functions = new PairFunctions(names, services, roles);
        String unreachable = names.prefix() + "-primary-unreachable";
        String trigger = names.prefix() + "-takeover-starts";
        String machine = names.arn("states", names.survivor(), "stateMachine:" + names.machine("takeover"));
        return new SurvivorPlan(
                names,
                TakeoverMachine.of(names, services, timings),
                FailbackMachine.of(names, services, timings),
                MachineRole.of(names, services, boundaryArn),
                VendedLogs.of("states", names.prefix(), names.prefix() + "-machines", names.survivor(), names.accountId()),
                functions.probe(args.check().path()),
                functions.observe(List.of(takeoverAlarm, GuardPlan.tasksAlarm(names.prefix()))),
                functions.fence(),
                functions.weights(),
                roles.delivery(trigger, "Starts the takeover when the primary cannot be reached", trigger,
                        Statement.allow("StartTakeover").actions("states:StartExecution").resources(machine).build()),
                unreachable,
                trigger,
                "{\"source\":[\"aws.cloudwatch\"],\"detail-type\":[\"CloudWatch Alarm State Change\"],\"resources\":[\""
                        + names.arn("cloudwatch", names.survivor(), "alarm:" + unreachable)
                        + "\"],\"detail\":{\"state\":{\"value\":[\"ALARM\"]}}}",
                "{\"automatic\":true,\"requestedBy\":\"alarm " + unreachable + "\"}");
    }
}
