/** Where the other region's tasks are: what its function wrote down, read by this region's agents. */
package dev.tandem.mesh.members;
