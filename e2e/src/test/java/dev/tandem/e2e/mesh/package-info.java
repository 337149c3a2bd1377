/** The mesh on real Envoys: what the tests of the rooms cannot show. */
package dev.tandem.e2e.mesh;
