/**
 * The region's network: address plan, subnets, routes, endpoints and what they let through.
 *
 * <p>{@link dev.tandem.components.network.NetworkPlan} says everything as plain data; the components only create it.
 */
package dev.tandem.components.network;
