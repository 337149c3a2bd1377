/** What two bills differ in, line by line. */
package dev.tandem.cost.compare;
