/** Signed tokens and the keys that sign them. */
package dev.tandem.service.token;
