package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import java.util.Map;

/** How one Java type looks in JSON. */
interface Shape {

    /** Its JSON schema, as plain maps and lists. */
    Map<String, Object> schema();

    /** A value of the type as plain maps, lists and scalars. */
    Object plain(Object value);

    /** The value at a known place; null with a problem when there is none. */
    Object read(Property at, Problems problems);

    /** For messages: {@code expected <this>}. */
    String expectation();
}
