package dev.tandem.components.service;

import java.util.List;
import java.util.TreeSet;

/**
 * Events of another service that go to this one's queue.
 *
 * @param publisher name of the service that sends them
 * @param types     their types, such as {@code UserRegistered}; at least one
 */
public record EventSubscription(String publisher, List<String> types) {

    /** @throws IllegalArgumentException when the publisher's name or a type is malformed, or there is no type */
    public EventSubscription {
        MeshServiceChecks.name("publisher", publisher);
        types = List.copyOf(new TreeSet<>(types));
        if (types.isEmpty() || !types.stream().allMatch(type -> type.matches("[A-Za-z][A-Za-z0-9._-]{0,63}"))) {
            throw new IllegalArgumentException("subscription to " + publisher + " has the types " + types
                    + ": expected one or more of 1 to 64 letters, digits and ._-, such as \"UserRegistered\"");
        }
    }
}
