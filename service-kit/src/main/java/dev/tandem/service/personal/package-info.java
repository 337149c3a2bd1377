/** Personal data: shown to its person, and erased. */
package dev.tandem.service.personal;
