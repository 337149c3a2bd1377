package dev.tandem.mesh.agent;

import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentitySource;
import dev.tandem.mesh.identity.LastGoodIdentity;
import dev.tandem.mesh.members.MemberSource;
import dev.tandem.mesh.members.RemoteTasks;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteSource;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The agent of one task. Up to four threads: one polls routes, one the identity, one the other
 * region's tasks, and {@link #run} itself looks at Envoy, decides and
 * publishes. {@link #stop} may be called by any thread.
 */
public final class Agent {

    private final AgentConfig config;
    private final Clock clock;
    private final AgentLog log;
    private final DiskState disk;
    private final RoutePoller routes;
    private final LastGoodIdentity identities;
    private final AtomicReference<Identity> identity = new AtomicReference<>();
    private final Rollouts rollouts;
    private final Publisher publisher;
    private final RemoteMembers remote;
    private final EnvoyClient envoy;
    private final ApplicationWatch application;
    private final Metrics metrics = new Metrics();
    private final Refusals refusals = new Refusals();
    private final TaskUsage usage;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Semaphore news = new Semaphore(0);
    private final Instant startedAt;
    private volatile Map<String, Object> status = Map.of("ready", false);
    private Map<String, LiveRoute> kept = Map.of();
    private Optional<EnvoyState> seen = Optional.empty();
    private Optional<Members> found = Optional.empty();
    private boolean envoyAnswers;

    /**
     * Reads what it kept on disk.
     *
     * @param memberSource who tells of the other region's tasks; empty when there is no other region
     * @param usage        what the task uses of its CPU and memory
     * @param out          where the log goes, a JSON object per line
     */
    Agent(AgentConfig config, RouteSource routeSource, IdentitySource identitySource, Optional<MemberSource> memberSource,
            TaskUsage usage, Clock clock, PrintStream out) {
        this.config = config;
        this.usage = usage;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.log = new AgentLog(out, clock, config.service());
        this.disk = new DiskState(config.directory().resolve("state"), log);
        this.kept = disk.routes();
        this.routes = new RoutePoller(config, routeSource, kept, clock, log);
        this.identities = new LastGoodIdentity(identitySource);
        disk.identity(config.spiffeId()).ifPresent(identity::set);
        AgentConfig.Pace pace = config.pace();
        this.rollouts = new Rollouts(config.service(),
                new ServiceRollout.Pace(Duration.ofMillis(pace.patience()), Duration.ofMillis(pace.drain())));
        this.publisher = new Publisher(config.sidecar(), config.service(), log);
        this.remote = new RemoteMembers(config.service(), memberSource, config.sidecar().ports().mesh(), disk.members(), log);
        this.envoy = new EnvoyClient(config.sidecar().loopback(), config.sidecar().ports().admin());
        this.application = new ApplicationWatch(pace.appGrace());
    }

    /** Runs until {@link #stop} or until the application is dead. Returns the exit code of the process. */
    public int run() {
        AgentConfig.Pace pace = config.pace();
        log.say("start", "agent of " + config.spiffeId() + " " + config.sidecar().version());
        poll("routes", pace.routePoll(), this::pollRoutes);
        poll("identity", pace.identityPoll(), this::pollIdentity);
        if (remote.wanted()) {
            poll("members", pace.memberPoll(), this::pollMembers);
        }
        try (StatusServer server = new StatusServer(config.sidecar().loopback(), AgentConfig.STATUS_PORT, () -> status)) {
            long metricsAt = 0;
            long applicationAt = 0;
            while (!pauseOrNews(pace.tick())) {
                tick(clock.instant());
                long now = System.nanoTime() / 1_000_000;
                if (now >= applicationAt && rollouts.ready()) {
                    applicationAt = now + pace.appCheck();
                    watchApplication();
                    if (application.dead()) {
                        log.say("stop", "the application does not answer: the task ends, so that nobody calls it");
                        envoy.failHealth();
                        return AgentConfig.EXIT_APPLICATION_DEAD;
                    }
                }
                if (now >= metricsAt && metricsAt != 0) {
                    report();
                }
                metricsAt = now >= metricsAt ? now + pace.metrics() : metricsAt;
            }
        }
        leave(pace);
        return 0;
    }

    /** Asks it to end in an orderly way. Returns at once. */
    public void stop() {
        stopping.countDown();
        news.release();
    }

    private void tick(Instant now) {
        // In this order: when all was answered, the documents that are read next have it.
        boolean answered = routes.answered();
        Map<String, LiveRoute> latest = routes.latest();
        rollouts.offer(latest, now);
        keep(latest);
        seen = envoy.state();
        envoyAnswers = seen.isPresent();
        seen.ifPresent(state -> {
            if (!state.version().isEmpty()) {
                found = Optional.of(state.members());
                rollouts.observe(state.members(), now);
            }
            refusals.observe(state.rejected());
        });
        Identity self = identity.get();
        boolean published = self != null && mayPublish(answered)
                && publisher.publish(rollouts.view(found, remote.current()), self);
        refusals.published(publisher.version() + (self == null ? "" : self.svid()));
        if (refusals.refused()) {
            log.problem("envoy", "Envoy refuses what was published last and goes on with what it had; its log says why");
        } else {
            log.well("envoy");
        }
        status = status(published, self, now);
    }

    /**
     * An agent that was started again finds what its predecessor published, and leaves it alone until it knows as much: until all
     * documents are there, or the source has said of each missing one that there is none.
     */
    private boolean mayPublish(boolean answered) {
        return rollouts.ready() && (rollouts.complete() || !publisher.hasPredecessor() || answered);
    }

    private void keep(Map<String, LiveRoute> latest) {
        if (!latest.equals(kept)) {
            latest.values().stream().filter(route -> !route.equals(kept.get(route.document().service()))).forEach(disk::keep);
            kept = latest;
        }
    }

    private boolean pollRoutes() {
        Map<String, LiveRoute> before = routes.latest();
        boolean well = routes.poll();
        if (!before.equals(routes.latest())) {
            news.release();
        }
        return well;
    }

    private boolean pollMembers() {
        if (routes.latest().isEmpty()) {
            return false; // Whose members are wanted is not known yet; it asks again at the pace of routes.
        }
        Map<String, RemoteTasks> before = remote.known();
        boolean well = remote.poll(routes.latest());
        if (!before.equals(remote.known())) {
            disk.keep(remote.known());
            news.release();
        }
        return well;
    }

    private boolean pollIdentity() {
        identities.poll().ifPresent(fresh -> {
            identity.set(fresh);
            news.release();
            disk.keep(fresh);
        });
        Optional<String> problem = identities.problem();
        problem.ifPresentOrElse(text -> log.problem("identity source", text), () -> log.well("identity source"));
        return problem.isEmpty();
    }

    private void watchApplication() {
        RouteDocument own = rollouts.view(found, Map.of()).own();
        application.look(config.sidecar().loopback(), own.port(), own.healthPath());
    }

    private Map<String, Object> status(boolean published, Identity self, Instant now) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("ready", published && envoyAnswers);
        facts.put("application", application.well());
        facts.put("snapshot", publisher.version());
        facts.put("envoySnapshot", seen.map(EnvoyState::version).orElse(""));
        facts.put("routeVersions", rollouts.versions());
        facts.put("waiting", rollouts.waiting());
        facts.put("problems", log.problems());
        // Never read counts from the start: an agent that comes up without its table must be heard of too.
        Duration routeAge = Duration.between(routes.lastSuccess().orElse(startedAt), now);
        Optional<Duration> identityAge = Optional.ofNullable(self).map(each -> each.age(now));
        Optional<Duration> membersAge = remote.age(now);
        facts.put("RouteAgeSeconds", routeAge.toSeconds());
        identityAge.ifPresent(age -> facts.put("IdentityAgeSeconds", age.toSeconds()));
        membersAge.ifPresent(age -> facts.put("RemoteMembersAgeSeconds", age.toSeconds()));
        facts.put(Staleness.METRIC, config.staleness().percent(identityAge, routeAge, membersAge, refusals.refused()));
        return Collections.unmodifiableMap(facts);
    }

    private void report() {
        Metrics.Peer there = config.sidecar().otherRegion()
                .map(region -> new Metrics.Peer(region, envoy.peerCalls().orElse(Map.of())))
                .orElse(new Metrics.Peer("", Map.of()));
        Map<String, Object> facts = new TreeMap<>(status);
        facts.putAll(usage.read(System.nanoTime()));
        log.raw(metrics.line(config.service(), config.environment(), facts, envoy.counters().orElse(Map.of()), there,
                clock.instant()));
    }

    /** Health fails, callers forget the task, requests under way end, Envoy ends. */
    private void leave(AgentConfig.Pace pace) {
        log.say("stop", "leaving: health fails for " + pace.leave() + " ms, then " + pace.drain() + " ms of drain");
        if (envoy.failHealth()) {
            sleep(pace.leave());
            envoy.drain();
            sleep(pace.drain());
            envoy.quit();
        }
        log.say("stop", "gone");
    }

    /** A source that throws what it should not is asked again: without its thread an identity would end unseen, never renewed. */
    private boolean looked(String name, BooleanSupplier once) {
        try {
            boolean well = once.getAsBoolean();
            log.well("poll of " + name);
            return well;
        } catch (RuntimeException e) {
            log.problem("poll of " + name, e.toString());
            return false;
        }
    }

    private void poll(String name, long intervalMillis, BooleanSupplier once) {
        // Before the first success it is asked often, then at its own pace.
        long eager = Math.min(intervalMillis, config.pace().routePoll());
        Thread thread = new Thread(() -> {
            Backoff first = new Backoff(eager, RandomGenerator.getDefault());
            Backoff later = new Backoff(intervalMillis, RandomGenerator.getDefault());
            boolean succeeded = false;
            long wait = 1;
            while (!pause(wait)) {
                boolean well = looked(name, once);
                succeeded |= well;
                Backoff pace = succeeded && well ? later : first;
                if (well) {
                    first.succeeded();
                    later.succeeded();
                } else {
                    pace.failed();
                }
                wait = pace.next();
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits, but not when a poll brought something. True when it is time to stop. */
    private boolean pauseOrNews(long millis) {
        try {
            if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
            return stopping.getCount() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** True when it is time to stop. */
    private boolean pause(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
