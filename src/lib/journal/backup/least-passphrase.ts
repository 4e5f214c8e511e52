/** The least passphrase that is taken for a new backup, in characters. */
export const leastPassphrase = 8;
