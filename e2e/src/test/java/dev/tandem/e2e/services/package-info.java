/** The services on real Envoys, with real processes, over the simulator of AWS. */
package dev.tandem.e2e.services;
