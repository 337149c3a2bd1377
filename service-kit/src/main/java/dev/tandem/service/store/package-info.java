/** A service's own table: items, conditional writes, transactions, and the fence between regions. */
package dev.tandem.service.store;
