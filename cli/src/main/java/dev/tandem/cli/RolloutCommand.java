package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.rollout.Rollout;
import dev.tandem.ops.rollout.RolloutWatch;
import dev.tandem.ops.rollout.Rollouts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;

/** {@code tandem rollout}: how far ECS is with a new version of a service. */
@Command(
        name = "rollout",
        description = "Shows how far ECS is with the newest deployment of a service: its strategy, stage, share of the requests, tasks, and"
                + " why it was taken back. Meant for services that ECS rolls out (rollout in tandem:services); of one that the mesh"
                + " rolls out it shows the exchange of the stable version's tasks. It changes nothing: ECS decides by the service's"
                + " alarms and hooks, and the command that stops a deployment is shown.",
        exitCodeList = {
            "0:shown, or with --follow: it ended well",
            "1:it brings another image, it took longer than --limit, or there is no such service or deployment",
            "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)",
            "4:ECS took it back, or it was stopped (says why)"
        },
        footer = {
            "  ./tandem rollout web                                    how far it is",
            "  ./tandem rollout web --follow --limit 2h                to its end",
            "  ./tandem rollout web --follow --image sha256:0a0a...    and only if it brings this image"
        })
final class RolloutCommand extends AwsCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    @Option(names = "--follow", description = "Waits for its end, and tells each change.")
    private boolean follow;

    @Option(names = "--image", paramLabel = "IMAGE", description = "What it must bring, told by the digest; with --follow.")
    private String image;

    @Option(names = "--limit", paramLabel = "TIME", defaultValue = "4h",
            description = "How long it is followed: 30m, 4h. ECS allows 33 hours in all. Default: ${DEFAULT-VALUE}.")
    private String limit;

    @Override
    public Integer call() {
        Duration longest = Duration.ofSeconds(Durations.seconds("--limit", limit));
        return follow ? telling(() -> asked(rollouts -> new RolloutWatch(rollouts, Clock.systemUTC(), Pause.or("ECS goes on with the deployment, and ./tandem rollout shows how far it is"))
                .follow(Optional.ofNullable(image), longest, this::says))) : guarded(() -> asked(this::newest));
    }

    /** Finds the deployment that is shown. */
    private interface Look {
        Rollout at(Rollouts rollouts);
    }

    private int asked(Look look) {
        try (MeshSession session = MeshSession.open(where())) {
            session.operations().live(service);
        }
        try (EcsClient ecs = where().access().client(EcsClient.builder())) {
            Rollout seen = look.at(new Rollouts(ecs, where().prefix(), service + "-stable"));
            print(text(seen), json(seen).toPrettyString() + "\n");
            return seen.ended() && !seen.succeeded() ? TAKEN_BACK : 0;
        } catch (SdkException failure) {
            throw AwsFailures.explain("ecs:ListServiceDeployments",
                    "service " + service + "-stable of cluster " + where().prefix() + " in " + where().region(), failure);
        }
    }

    private Rollout newest(Rollouts rollouts) {
        return rollouts.newest().orElseThrow(() -> new OperationRefusedException(service + "-stable has no deployment of the last 90 days in "
                + where().prefix() + ", expected one: ECS remembers no longer"));
    }

    private void says(Rollout now) {
        PrintWriter out = where().json() ? err() : spec().commandLine().getOut();
        out.println(Instant.now().toString().substring(11, 19) + "  " + now.text());
        out.flush();
    }

    private String text(Rollout seen) {
        return service + " in " + where().region() + " (" + where().environment() + "): " + seen.text() + "\n  brings "
                + (seen.image().isEmpty() ? "an image that ECS does not tell" : seen.image()) + "\n  " + seen.arn() + "\n"
                + (seen.ended() ? "" : "Take it back: " + stop(seen) + "\n");
    }

    private String stop(Rollout seen) {
        return "aws ecs stop-service-deployment --stop-type ROLLBACK --region " + where().region() + " --service-deployment-arn " + seen.arn();
    }

    private ObjectNode json(Rollout seen) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("service", service).put("environment", where().environment())
                .put("region", where().region()).put("deployment", seen.arn()).put("strategy", seen.strategy())
                .put("status", seen.status()).put("stage", seen.stage()).put("image", seen.image()).put("percent", seen.percent())
                .put("runningTasks", seen.running()).put("wantedTasks", seen.wanted())
                .put("ended", seen.ended()).put("succeeded", seen.succeeded());
        var reasons = json.putArray("reasons");
        seen.reasons().forEach(reasons::add);
        if (!seen.ended()) {
            json.put("stop", stop(seen));
        }
        return json;
    }
}
