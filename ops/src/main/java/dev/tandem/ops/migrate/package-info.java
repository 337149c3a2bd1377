/** Strangler Fig: a path of the load balancer moves from a Lambda function to a service, by weights. */
package dev.tandem.ops.migrate;
