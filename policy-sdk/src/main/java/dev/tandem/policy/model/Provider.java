package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;

/**
 * The provider that manages a resource. Immutable and thread-safe.
 *
 * <pre>{@code
 * Optional<String> region = resource.provider().flatMap(p -> p.properties().at("region").string());
 * }</pre>
 *
 * @param type such as {@code pulumi:providers:aws}
 * @param urn of the provider resource
 * @param name of the provider resource; begins with {@code default} for one that the engine made
 * @param properties its inputs; non-string ones may be JSON in a string
 */
@PublicApi
public record Provider(String type, String urn, String name, Property properties) {}
