/** Unary gRPC calls over HTTP/2, served by few threads. Internal. */
package dev.tandem.policy.transport;
