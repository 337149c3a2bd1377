/** The route document of the mesh: who calls whom, which version gets which share, and what happens when a call fails. Plain data. */
package dev.tandem.mesh.route;
