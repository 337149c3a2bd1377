/** Logs, traces and metrics. */
package dev.tandem.service.observe;
