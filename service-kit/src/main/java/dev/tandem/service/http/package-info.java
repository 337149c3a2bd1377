/** Requests in, and calls out. */
package dev.tandem.service.http;
