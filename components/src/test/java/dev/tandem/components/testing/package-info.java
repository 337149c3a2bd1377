/** What tests of several components share: a recorded deployment, a foundation to build on, golden files. */
package dev.tandem.components.testing;
