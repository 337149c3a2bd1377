/**
 * Tests for rules. Resources are built as the engine would send them, travel through protobuf bytes and the server's own
 * decoder, and are judged as in production, unknown and secret values included.
 */
package dev.tandem.policy.testing;
