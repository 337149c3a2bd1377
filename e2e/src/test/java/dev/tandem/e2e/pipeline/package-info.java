/** The pipeline: its definitions as build servers would take them, and its steps as they run. */
package dev.tandem.e2e.pipeline;
