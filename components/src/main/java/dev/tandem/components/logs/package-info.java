/** Logs that AWS services deliver by themselves. */
package dev.tandem.components.logs;
