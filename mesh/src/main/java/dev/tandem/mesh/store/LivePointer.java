package dev.tandem.mesh.store;

import java.time.Instant;

/**
 * Which document of a service is live.
 *
 * @param version  its number
 * @param previous number of the one that was live before, 0 when it is the first
 * @param author   who put it live
 * @param note     what for
 * @param at       when
 */
public record LivePointer(long version, long previous, String author, String note, Instant at) {}
