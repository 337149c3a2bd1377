/** Route documents in DynamoDB: every version, a pointer to the live one, a lease per service. */
package dev.tandem.mesh.store;
