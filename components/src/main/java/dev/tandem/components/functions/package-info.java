/**
 * Small functions that run beside the services: Python sources kept as resources of this module, sent to AWS as they are.
 *
 * <p>Their packages need no build, so a plan's archive is equal for equal sources. See docs/adr/0030.
 */
package dev.tandem.components.functions;
