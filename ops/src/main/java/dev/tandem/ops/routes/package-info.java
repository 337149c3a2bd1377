/** Changes of a service's routes: planned, shown, then done. */
package dev.tandem.ops.routes;
