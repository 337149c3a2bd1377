package dev.tandem.e2e.envoy;

import dev.tandem.dev.DnsServer;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteDocumentBuilder;
import dev.tandem.mesh.route.RouteJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mesh on addresses of loopback: each task is the container's main process with the real agent and the real Envoy, and an
 * application. Names are answered by {@link DnsServer}. Routes and identities come from files here, unless a task is told
 * otherwise. Closing it ends everything.
 */
public final class MeshOnLoopback implements AutoCloseable {

    /** The trust domain of all tasks. */
    public static final String TRUST_DOMAIN = "mesh.test";

    private static final Retries PATIENT = new Retries(Retries.DEFAULT.attempts(), 15_000, 25, 100, 25, 250);

    private final Path directory;
    private final DnsServer dns = new DnsServer("127.0.0.1", 1);
    private final TestCa ca = new TestCa(TRUST_DOMAIN);
    private final List<MeshTask> tasks = new ArrayList<>();
    private final double clockFactor;

    /**
     * An empty mesh.
     *
     * @param clockFactor how many times faster than in production the agents do everything
     */
    public MeshOnLoopback(Path directory, double clockFactor) {
        this.directory = directory;
        this.clockFactor = clockFactor;
        try {
            Files.createDirectories(routes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document of the mesh's environment. As often as in production a failed attempt is tried again, but it may take fifteen
     * seconds in place of 0.8, and all that were begun may be tried again at once: machines that test stall, for a second or for five.
     */
    public static RouteDocumentBuilder document(String service) {
        return RouteDocument.builder(service).in("test", TRUST_DOMAIN).timeoutMillis(40_000).retries(PATIENT);
    }

    /** Starts a task and does not wait; its name leads to it at once. */
    public MeshTask start(String service, String version, String address, Map<String, String> settings) {
        issue(service);
        MeshTask task = new MeshTask(this, service, version, address, settings);
        tasks.add(task);
        return task;
    }

    /** Starts a task with routes and identity from files. */
    public MeshTask start(String service, String version, String address) {
        return start(service, version, address, Map.of());
    }

    /**
     * Starts a task in another network namespace, with an application as a process of its own.
     *
     * @param address address of its mesh listener, reachable from here
     * @param prefix  what a command begins with to run there
     */
    public MeshTask startElsewhere(String service, String version, String address, List<String> prefix) {
        issue(service);
        MeshTask task = new MeshTask(this, service, version, address, prefix);
        tasks.add(task);
        return task;
    }

    /** Puts a document live, as a whole. */
    public void live(RouteDocument document) {
        try {
            Path fresh = routes().resolve("." + document.service());
            Files.writeString(fresh, RouteJson.canonicalText(document));
            Files.move(fresh, routes().resolve(document.service() + ".json"), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a service a new identity, as its tasks will find it. */
    public void issue(String service) {
        TestCa.Issued issued = ca.issue(spiffeId(service), Instant.now().minusSeconds(600), Instant.now().plusSeconds(40_000));
        try {
            Path folder = Files.createDirectories(identities(service));
            Files.writeString(folder.resolve("bundle.pem"), ca.bundle());
            Files.writeString(folder.resolve(".svid"), issued.chain() + issued.key());
            Files.move(folder.resolve(".svid"), folder.resolve("svid.pem"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SPIFFE ID of a service. */
    public static String spiffeId(String service) {
        return "spiffe://" + TRUST_DOMAIN + "/ns/test/svc/" + service;
    }

    /** Where the documents are. */
    public Path routes() {
        return directory.resolve("routes");
    }

    /** Where a service's identity is. */
    public Path identities(String service) {
        return directory.resolve("identities").resolve(service);
    }

    /** The CA that everybody here trusts. */
    public TestCa ca() {
        return ca;
    }

    /** What answers names. */
    public DnsServer dns() {
        return dns;
    }

    Path directory() {
        return directory;
    }

    double clockFactor() {
        return clockFactor;
    }

    /** Waits until all tasks are ready, each with what is live. */
    public void awaitReady() {
        tasks.forEach(MeshTask::awaitReady);
    }

    /** Waits until every task that has to do with a service routes by a version of its document, and its Envoy has it. */
    public void awaitLive(String service, long version) {
        tasks.forEach(task -> task.awaitLive(service, version));
    }

    /** What Envoy complained of in any task: deprecated fields, refused updates. */
    public List<String> complaints() {
        return tasks.stream().flatMap(task -> task.complaints().stream()).toList();
    }

    @Override
    public void close() {
        tasks.forEach(MeshTask::kill);
        dns.close();
    }

    static Optional<String> problem(boolean wrong, String text) {
        return wrong ? Optional.of(text) : Optional.empty();
    }
}
