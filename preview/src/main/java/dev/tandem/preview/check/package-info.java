/** Judges resources that the stock command line wrote to a file: a state, a plan, or plain lines. */
package dev.tandem.preview.check;
