package dev.tandem.mesh.store;

import dev.tandem.mesh.route.DeclaredPart;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteChecks;
import dev.tandem.mesh.route.RouteDiff;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.route.RouteSourceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Route documents in a DynamoDB table. Documents are never changed nor removed: they are the history that a rollback goes back
 * to. What is live is one pointer item per service, written only under the condition that it still says what the writer saw.
 *
 * <p>As long as nobody published a document, what the stack declares is live.
 *
 * <p>Safe for use by several threads.
 */
public final class RouteStore implements RouteSource {

    private final RouteTableClient client;
    private final Clock clock;

    private RouteStore(RouteTableClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** For writers: reads see all writes of the region before them. */
    public static RouteStore consistent(DynamoDbClient dynamo, String table, Clock clock) {
        return new RouteStore(new RouteTableClient(dynamo, table, true), clock);
    }

    /** For agents that poll: reads cost half and may be a second old. */
    public static RouteStore eventual(DynamoDbClient dynamo, String table) {
        return new RouteStore(new RouteTableClient(dynamo, table, false), Clock.systemUTC());
    }

    /** Name of the table. */
    public String table() {
        return client.table();
    }

    /** Which document of a service is live; empty when none is. */
    public Optional<LivePointer> pointer(String service) {
        return client.get(service, RouteItems.LIVE).map(this::pointer);
    }

    private LivePointer pointer(Map<String, AttributeValue> item) {
        RouteVersion seen = RouteItems.describe(client.table(), item);
        AttributeValue previous = item.get(RouteItems.PREVIOUS);
        return new LivePointer(seen.number(), previous == null ? 0 : Long.parseLong(previous.n()), seen.author(), seen.note(),
                seen.at());
    }

    /** Pointers of all services, by name. */
    public Map<String, LivePointer> pointers() {
        Map<String, LivePointer> pointers = new TreeMap<>();
        client.heads().stream().filter(item -> item.get(RouteItems.ITEM).s().equals(RouteItems.LIVE)).forEach(item -> pointers.put(item.get(RouteItems.SERVICE).s(), pointer(item)));
        return pointers;
    }

    /** What the stack declares of a service; its number is below 1. */
    public Optional<LiveRoute> declared(String service) {
        return client.get(service, RouteItems.DECLARED).map(item -> RouteItems.route(client.table(), item));
    }

    /** Names of all services that have a live or a declared document, sorted. */
    public SortedSet<String> services() {
        SortedSet<String> names = new TreeSet<>();
        client.heads().forEach(item -> names.add(item.get(RouteItems.SERVICE).s()));
        return names;
    }

    /** What was published, with the stack's part of it as it is declared now; what is declared as long as nothing was published. */
    @Override
    public Optional<LiveRoute> live(String service) {
        RouteHeads heads = heads(service);
        Optional<LiveRoute> declared = heads.declared().map(item -> RouteItems.route(client.table(), item));
        if (heads.live().isEmpty()) {
            return declared;
        }
        long number = heads.number(client.table()).orElseThrow();
        LiveRoute published = version(service, number).orElseThrow(() -> new RouteSourceException(
                "table " + client.table() + ": version " + number + " of " + service + " is live and its document"
                        + " is not there; roll back to another version"));
        return Optional.of(new LiveRoute(number, declared.map(LiveRoute::document)
                .map(document -> DeclaredPart.applied(published.document(), document))
                .orElse(published.document()), heads.stamp(client.table()).orElseThrow()));
    }

    @Override
    public Optional<String> liveStamp(String service) {
        return heads(service).stamp(client.table());
    }

    private RouteHeads heads(String service) {
        return RouteHeads.of(client.between(service, RouteItems.DECLARED, RouteItems.LIVE));
    }

    /** Number of the live document; below 1 for a declared one. */
    public Optional<Long> liveVersion(String service) {
        return heads(service).number(client.table());
    }

    /** A document of the history; empty when the service has no such version. */
    public Optional<LiveRoute> version(String service, long number) {
        return client.get(service, RouteItems.versionKey(number)).map(item -> RouteItems.route(client.table(), item));
    }

    /** A service's documents, newest first, at most {@code limit}. */
    public List<RouteVersion> history(String service, int limit) {
        return client.versions(service, limit).stream()
                .map(item -> RouteItems.describe(client.table(), item))
                .toList();
    }

    /**
     * Puts a new document live: writes it as the next version, then moves the pointer. Equal to the live one, nothing happens.
     *
     * @param next     the document
     * @param change   circumstances; its live document is what the author started from
     * @param expected number of that document; 0, or the number of the declared one, for a service's first
     * @param author   who
     * @param note     what for
     * @return the document with its number
     * @throws dev.tandem.mesh.route.RouteFormatException when the document or the change is refused
     * @throws RouteConflictException when another document is live by now
     * @throws RouteSourceException   when the table can't be used
     */
    public LiveRoute publish(RouteDocument next, RouteChange change, long expected, String author, String note) {
        return publish(next, change, expected, expected, author, note);
    }

    /** As {@link #publish}, for what the stack declares: from there nothing leads further back. */
    public LiveRoute restore(RouteDocument declared, RouteChange change, long expected, String author, String note) {
        return publish(declared, change, expected, 0, author, note);
    }

    private LiveRoute publish(RouteDocument next, RouteChange change, long expected, long previous, String author, String note) {
        String service = next.service();
        RouteChecks.refuse("route document of " + service, RouteChecks.change(change, next));
        if (change.live().filter(next::equals).isPresent() && liveVersion(service).filter(v -> v == expected).isPresent()) {
            return new LiveRoute(expected, next);
        }
        long number = history(service, 1).stream().findFirst().map(RouteVersion::number).orElse(0L) + 1;
        RouteVersion version = new RouteVersion(service, number, RouteJson.digest(next), author, note, clock.instant());
        boolean written = client.put(RouteItems.document(version, next), "attribute_not_exists(#item)", Map.of(), RouteItems.ITEM);
        if (!written || !move(service, number, version.digest(), expected, previous, author, note)) {
            throw conflict(service, change.live(), expected);
        }
        return new LiveRoute(number, next);
    }

    /**
     * Puts an earlier document live again: one conditional write.
     *
     * @param service  service name
     * @param to       the document, as {@link #version} gave it
     * @param expected number of the document that is live now
     * @param author   who
     * @param note     what for
     * @throws RouteConflictException when another document is live by now
     */
    public void rollback(String service, LiveRoute to, long expected, String author, String note) {
        if (!move(service, to.version(), RouteJson.digest(to.document()), expected, expected, author, note)) {
            throw conflict(service, Optional.empty(), expected);
        }
    }

    private boolean move(String service, long number, String digest, long expected, long previous, String author, String note) {
        Map<String, AttributeValue> item = new TreeMap<>(RouteItems.key(service, RouteItems.LIVE));
        item.put(RouteItems.VERSION, RouteItems.number(number));
        item.put(RouteItems.PREVIOUS, RouteItems.number(Math.max(0, previous)));
        item.put(RouteItems.DIGEST, RouteItems.text(digest));
        item.put(RouteItems.AUTHOR, RouteItems.text(author));
        item.put(RouteItems.NOTE, RouteItems.text(note));
        item.put(RouteItems.AT, RouteItems.text(clock.instant().toString()));
        return expected <= 0
                ? client.put(item, "attribute_not_exists(#item)", Map.of(), RouteItems.ITEM)
                : client.put(item, "#version = :expected", Map.of(":expected", RouteItems.number(expected)), RouteItems.VERSION);
    }

    private RouteConflictException conflict(String service, Optional<RouteDocument> before, long expected) {
        String was = expected <= 0 ? "no published version was" : "version " + expected + " was";
        Optional<LivePointer> now = pointer(service);
        if (now.isEmpty() || now.get().version() == expected) {
            return new RouteConflictException(service + ": " + was + " live when this change was prepared, and someone else is"
                    + " writing a version at this moment. Look at the history and run the command again");
        }
        LivePointer pointer = now.get();
        String difference = before.flatMap(old -> version(service, pointer.version())
                        .map(live -> "\n  " + RouteDiff.between(old, live.document()).human().replace("\n", "\n  ")))
                .orElse("");
        return new RouteConflictException(service + ": " + was + " live when this change was prepared, version "
                + pointer.version() + " is live now, written by " + pointer.author() + " at " + pointer.at() + " (" + pointer.note()
                + "). Nothing was changed. What changed meanwhile:" + (difference.isEmpty() ? " see the history" : difference)
                + "\nLook at it and run the command again");
    }
}
