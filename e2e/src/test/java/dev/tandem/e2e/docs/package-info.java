/** What is written about Tandem: that pages name what exists. */
package dev.tandem.e2e.docs;
