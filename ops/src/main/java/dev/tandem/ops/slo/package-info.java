/** Objectives of a service: latency and the error budget. */
package dev.tandem.ops.slo;
