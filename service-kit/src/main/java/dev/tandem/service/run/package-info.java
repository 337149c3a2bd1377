/** How a service starts, says how it is, and stops. */
package dev.tandem.service.run;
