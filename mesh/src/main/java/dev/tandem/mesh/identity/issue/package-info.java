/** The issuer: gives every service of a stack an identity in time, on a schedule and by hand. */
package dev.tandem.mesh.identity.issue;
