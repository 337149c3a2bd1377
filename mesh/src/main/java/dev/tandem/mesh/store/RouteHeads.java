package dev.tandem.mesh.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The two items of a service that decide what is live; they lie beside each other, so one query of half a read unit gets both.
 *
 * @param live     the pointer; empty as long as nothing was published
 * @param declared what the stack declares; empty when it does not, or no longer
 */
record RouteHeads(Optional<Map<String, AttributeValue>> live, Optional<Map<String, AttributeValue>> declared) {

    static RouteHeads of(List<Map<String, AttributeValue>> items) {
        return new RouteHeads(item(items, RouteItems.LIVE), item(items, RouteItems.DECLARED));
    }

    /** Number of the live document, below 1 for a declared one. Empty when nothing is live. */
    Optional<Long> number(String table) {
        return live.map(item -> RouteItems.version(table, item))
                .or(() -> declared.map(item -> RouteItems.declaredNumber(table, item)));
    }

    /** Differs whenever what is live differs. Empty when nothing is. */
    Optional<String> stamp(String table) {
        Optional<Long> published = live.map(item -> RouteItems.version(table, item));
        Optional<Long> stack = declared.map(item -> RouteItems.declaredNumber(table, item));
        return published.isEmpty() ? stack.map(String::valueOf)
                : published.map(number -> number + stack.map(String::valueOf).orElse(""));
    }

    private static Optional<Map<String, AttributeValue>> item(List<Map<String, AttributeValue>> items, String kind) {
        return items.stream().filter(item -> item.get(RouteItems.ITEM).s().equals(kind)).findFirst();
    }
}
