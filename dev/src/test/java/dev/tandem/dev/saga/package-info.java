/** The sign-up saga under thousands of schedules. */
package dev.tandem.dev.saga;
