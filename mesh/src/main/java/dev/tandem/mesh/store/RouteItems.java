package dev.tandem.mesh.store;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSourceException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table's items. Partition key {@code service}, sort key {@code item}: {@code v#0000000007} is the seventh document,
 * {@code live} points to the live one, {@code declared} is what the stack says, {@code lease} who is changing the service.
 */
public final class RouteItems {

    /** Partition key: the service's name. */
    public static final String SERVICE = "service";

    /** Sort key: what the item is. */
    public static final String ITEM = "item";

    /** Sort key of the pointer. */
    public static final String LIVE = "live";

    /** Sort key of what the stack declares: live as long as there is no pointer, and never touched by operators. */
    public static final String DECLARED = "declared";

    /** Sort key of the lease. */
    public static final String LEASE = "lease";

    /** Start of the sort keys of documents. */
    public static final String VERSION_PREFIX = "v#";

    /** Attribute with epoch seconds after which DynamoDB may delete the item; only leases have it. */
    public static final String EXPIRES = "expires";

    static final String VERSION = "version";
    static final String PREVIOUS = "previous";
    static final String DOCUMENT = "document";
    static final String DIGEST = "digest";
    static final String AUTHOR = "author";
    static final String NOTE = "note";
    static final String AT = "at";

    private static final String VERSION_FORM = VERSION_PREFIX + "%010d";

    private RouteItems() {}

    /** Name of an environment's table, the same in both regions. */
    public static String tableName(String project, String environment) {
        return project + "-" + environment + "-routes";
    }

    /** Sort key of a document, ordered as its number. */
    public static String versionKey(long version) {
        return String.format(VERSION_FORM, version);
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Key of an item. */
    public static Map<String, AttributeValue> key(String service, String item) {
        return Map.of(SERVICE, text(service), ITEM, text(item));
    }

    /** A document's item. */
    public static Map<String, AttributeValue> document(RouteVersion version, RouteDocument document) {
        Map<String, AttributeValue> item = new HashMap<>(key(version.service(), versionKey(version.number())));
        item.put(VERSION, number(version.number()));
        item.put(DOCUMENT, text(RouteJson.canonicalText(document)));
        item.put(DIGEST, text(version.digest()));
        item.put(AUTHOR, text(version.author()));
        item.put(NOTE, text(version.note()));
        item.put(AT, text(version.at().toString()));
        return item;
    }

    static long version(String table, Map<String, AttributeValue> item) {
        try {
            return Long.parseLong(item.get(VERSION).n());
        } catch (NumberFormatException | NullPointerException bad) {
            throw bad(table, item, "the attribute \"" + VERSION + "\" is no whole number", bad);
        }
    }

    static RouteVersion describe(String table, Map<String, AttributeValue> item) {
        try {
            return new RouteVersion(item.get(SERVICE).s(), version(table, item), textOr(item, DIGEST), textOr(item, AUTHOR),
                    textOr(item, NOTE), Instant.parse(textOr(item, AT)));
        } catch (DateTimeParseException bad) {
            throw bad(table, item, "the attribute \"" + AT + "\" is no time", bad);
        }
    }

    private static String textOr(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** Reads a document and holds it to its digest. */
    static LiveRoute route(String table, Map<String, AttributeValue> item) {
        RouteDocument document;
        try {
            document = RouteJson.parse(textOr(item, DOCUMENT));
        } catch (RouteFormatException bad) {
            throw bad(table, item, bad.getMessage(), bad);
        }
        String digest = RouteJson.digest(document);
        if (!digest.equals(textOr(item, DIGEST))) {
            throw bad(table, item, "its digest is " + textOr(item, DIGEST) + ", its text has " + digest, null);
        }
        if (!document.service().equals(item.get(SERVICE).s())) {
            throw bad(table, item, "it describes the service \"" + document.service() + "\"", null);
        }
        long number = item.get(ITEM).s().equals(DECLARED) ? declaredNumber(table, item) : version(table, item);
        return new LiveRoute(number, document);
    }

    /** A number below 1 that changes with what is declared, so that who polls numbers sees the change. */
    static long declaredNumber(String table, Map<String, AttributeValue> item) {
        try {
            return -Long.parseLong(textOr(item, DIGEST).substring("sha256:".length(), "sha256:".length() + 8), 16);
        } catch (IndexOutOfBoundsException | NumberFormatException bad) {
            throw bad(table, item, "the attribute \"" + DIGEST + "\" is no digest", bad);
        }
    }

    private static RouteSourceException bad(String table, Map<String, AttributeValue> item, String what, Throwable cause) {
        return new RouteSourceException("table " + table + ", service " + item.get(SERVICE).s() + ", item \"" + item.get(ITEM).s()
                + "\" is no route document that Tandem wrote: " + what + ". Roll back to an earlier version", cause);
    }
}
