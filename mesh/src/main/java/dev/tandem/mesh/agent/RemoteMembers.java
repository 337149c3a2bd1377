package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Member;
import dev.tandem.mesh.envoy.Names;
import dev.tandem.mesh.members.MemberSource;
import dev.tandem.mesh.members.RemoteTasks;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteSourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The other region's tasks that this task may call: those of the services that its own calls, and, with an edge, of its own.
 * What cannot be read, or is garbage, changes nothing; a list older than the known one is left out. One thread polls, any
 * thread reads.
 */
final class RemoteMembers {

    private static final String PART = "members of the other region";

    private final String service;
    private final Optional<MemberSource> source;
    private final int port;
    private final AgentLog log;
    private volatile Map<String, RemoteTasks> known;
    private volatile Map<String, List<Member>> members;

    /**
     * Reads nothing yet.
     *
     * @param service own service
     * @param source  who tells; empty when there is no other region
     * @param port    mesh port of tasks whose address has none
     * @param kept    what was good before, by version cluster
     */
    RemoteMembers(String service, Optional<MemberSource> source, int port, Map<String, RemoteTasks> kept, AgentLog log) {
        this.service = service;
        this.source = source;
        this.port = port;
        this.log = log;
        this.known = source.isEmpty() ? Map.of() : whole(kept);
        this.members = parsed(known);
    }

    /** Whether there is anything to poll. */
    boolean wanted() {
        return source.isPresent();
    }

    /** The tasks by version cluster. */
    Map<String, List<Member>> current() {
        return members;
    }

    /** What they were made from, to be kept on disk. */
    Map<String, RemoteTasks> known() {
        return known;
    }

    /** Age of the oldest list; it grows when lists cannot be read, and when the other region writes none. Empty without a list. */
    Optional<Duration> age(Instant now) {
        return known.values().stream().map(RemoteTasks::writtenAt).min(Instant::compareTo)
                .map(oldest -> oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now));
    }

    /** Looks once. False when something could not be had. */
    boolean poll(Map<String, LiveRoute> routes) {
        Set<String> clusters = clusters(routes);
        try {
            Map<String, RemoteTasks> fresh = source.orElseThrow().read(clusters);
            Map<String, RemoteTasks> next = new TreeMap<>();
            Optional<String> garbage = Optional.empty();
            for (Map.Entry<String, RemoteTasks> entry : fresh.entrySet()) {
                RemoteTasks before = known.get(entry.getKey());
                Optional<String> problem = problem(entry.getKey(), entry.getValue());
                garbage = garbage.or(() -> problem);
                if (problem.isEmpty() && (before == null || !entry.getValue().writtenAt().isBefore(before.writtenAt()))) {
                    next.put(entry.getKey(), entry.getValue());
                } else if (before != null) {
                    next.put(entry.getKey(), before);
                }
            }
            Map<String, List<Member>> parsed = parsed(next);
            if (!parsed.equals(members)) {
                log.say("members", "tasks in the other region: " + parsed);
            }
            known = Collections.unmodifiableMap(next);
            members = parsed;
            garbage.ifPresentOrElse(text -> log.problem(PART, text), () -> log.well(PART));
            return garbage.isEmpty();
        } catch (RouteSourceException e) {
            log.problem(PART, "they stay as they are: " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            log.problem(PART, "they stay as they are: " + e);
            return false;
        }
    }

    private Set<String> clusters(Map<String, LiveRoute> routes) {
        Set<String> clusters = new TreeSet<>();
        routes.values().stream().map(LiveRoute::document)
                .filter(document -> !document.service().equals(service) || document.path().isPresent())
                .forEach(document -> document.versions().forEach(version -> clusters.add(Names.cluster(document, version.name()))));
        return clusters;
    }

    private Map<String, List<Member>> parsed(Map<String, RemoteTasks> tasks) {
        Map<String, List<Member>> all = new TreeMap<>();
        tasks.forEach((cluster, each) -> all.put(cluster, each.addresses().stream().map(this::member).toList()));
        return Collections.unmodifiableMap(all);
    }

    private Map<String, RemoteTasks> whole(Map<String, RemoteTasks> kept) {
        Map<String, RemoteTasks> whole = new TreeMap<>(kept);
        whole.entrySet().removeIf(entry -> problem(entry.getKey(), entry.getValue()).isPresent());
        return Collections.unmodifiableMap(whole);
    }

    private Optional<String> problem(String cluster, RemoteTasks tasks) {
        try {
            tasks.addresses().forEach(this::member);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(cluster + " stays as it is: " + e.getMessage());
        }
    }

    private Member member(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length == 1) {
            return new Member(parts[0], port);
        }
        if (parts.length != 2 || !parts[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("member is '" + text + "', expected IPV4 or IPV4:PORT");
        }
        return new Member(parts[0], Integer.parseInt(parts[1]));
    }
}
