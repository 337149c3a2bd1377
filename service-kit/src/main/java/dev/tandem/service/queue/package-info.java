/** Messages: read, kept while they are worked on, given up, given back. */
package dev.tandem.service.queue;
